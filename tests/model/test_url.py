"""Addresses that anybody may have written are taken apart without a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.url import host_of, is_web_address, join_address, parse_ip, split_address

PIECES = st.sampled_from(
    ["http://", "https:", "//", "[", "]", "::1", "%", "@", ":", "/", "?", "#", "é", "℀", "\x00", "\t", "\ud800", "99999", "a.b"]
)  # fmt: skip
ADDRESSES = st.lists(PIECES | st.text(max_size=4), max_size=8).map("".join)


@given(ADDRESSES, ADDRESSES)
def test_no_text_raises(base: str, address: str) -> None:
    """Whatever stands there, each function answers; one that is broken has no parts and leads nowhere."""
    parts = split_address(address)
    join_address(base, address)
    host_of(address)
    parse_ip(address)
    assert not (parts is None and is_web_address(address))


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://[2001:db8::1/page", id="open-bracket"),
        pytest.param("https://[our-town]/report", id="placeholder-in-brackets"),
        pytest.param("https://lamps.example:70000/", id="port-beyond-the-last"),
        pytest.param("https://lamps.example:next/", id="port-in-words"),
        pytest.param("https://lamps\u2100.example/", id="host-that-unicode-folds-into-a-path"),
    ],
)
def test_a_broken_address_has_no_parts(address: str) -> None:
    """Browsers refuse each of these, or read something else than we would."""
    assert split_address(address) is None
    assert not is_web_address(address)
    assert host_of(address) == ""


def test_the_parts_of_a_whole_address() -> None:
    """Scheme and host come in lower case, the netloc as written."""
    parts = split_address("HTTPS://Lamps.Example:8443/a/b?c=d#e")
    assert parts is not None
    assert (parts.scheme, parts.netloc, parts.host, parts.port) == (
        "https",
        "Lamps.Example:8443",
        "lamps.example",
        8443,
    )
    assert (parts.path, parts.query, parts.fragment) == ("/a/b", "c=d", "e")


@pytest.mark.parametrize(
    ("address", "is_web"),
    [
        ("https://lamps.example", True),
        ("https:///page", False),
        ("mailto:a@lamps.example", False),
        ("javascript:alert(1)", False),
        ("../other.md", False),
    ],
)
def test_what_leads_to_a_server(address: str, is_web: bool) -> None:
    """Only http and https with a host do."""
    assert is_web_address(address) is is_web
