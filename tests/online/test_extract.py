"""Which external addresses pages have, and where they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.position import Span
from commonground.online.extract import Place, Rendered, addresses_in, encoded, external_addresses


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        pytest.param("https://example.org", "https://example.org/", id="no-path"),
        pytest.param("HTTPS://Example.ORG/Aa", "https://example.org/Aa", id="capitals"),
        pytest.param("https://example.org/a#part", "https://example.org/a", id="fragment"),
        pytest.param("https://example.org/à propos", "https://example.org/%C3%A0%20propos", id="non-ascii"),
        pytest.param("https://example.org/%C3%A0%20b", "https://example.org/%C3%A0%20b", id="encoded-already"),
        pytest.param("https://example.org/100%", "https://example.org/100%25", id="lone-percent"),
        pytest.param("https://example.org/S(14)60", "https://example.org/S(14)60", id="brackets"),
        pytest.param("https://example.org/?q=é&b", "https://example.org/?q=%C3%A9&b", id="query"),
        pytest.param("https://québec.example/", "https://xn--qubec-csa.example/", id="host"),
        pytest.param("https://example.org:443/", "https://example.org/", id="usual-port"),
        pytest.param("http://example.org:8080/", "http://example.org:8080/", id="port"),
        pytest.param("http://[::1]:8080/a", "http://[::1]:8080/a", id="ip-6"),
        pytest.param("//example.org/a", "https://example.org/a", id="no-scheme"),
        pytest.param(" https://example.org/a\n", "https://example.org/a", id="blanks"),
        pytest.param("https://[broken/", "https://%5Bbroken/", id="broken-host-is-kept"),
        pytest.param("https://example.org:99999/", "https://example.org:99999/", id="broken-port-is-kept"),
        pytest.param("../page.md", "", id="internal"),
        pytest.param("#part", "", id="anchor"),
        pytest.param("mailto:a@example.org", "", id="mail"),
        pytest.param("tel:988", "", id="telephone"),
    ],
)  # fmt: skip
def test_an_address_is_as_it_is_sent(written: str, sent: str) -> None:
    """One spelling for each address, so that none is asked twice."""
    assert encoded(written) == sent


@given(st.text())
def test_encoding_twice_changes_nothing(text: str) -> None:
    """Whatever stands after the scheme, the result is plain characters and stays what it is."""
    once = encoded(f"https://{text}")
    assert once.startswith("https://")
    assert once.isascii()
    assert not set(once) & set(' <>"`#\\')
    assert encoded(once) == once


def test_all_that_a_page_leads_to_or_loads_is_seen() -> None:
    """Links and pictures, entities read, in reading order; text that looks like an address is none."""
    html = '<p>https://text.example <a title="t" href="https://a.example/?x=1&amp;y=2">a</a><img src="/b.svg"></p>'
    assert addresses_in(html) == ["https://a.example/?x=1&y=2", "/b.svg"]


def test_places_are_those_where_an_address_is_written() -> None:
    """The same address on two pages is one, with all places in order; without a place it stands at the file's start."""
    first, second = Place("docs/en/b.md", Span(3, 1, 3, 9)), Place("docs/en/a.md", Span(7, 2, 7, 9))
    pages = [
        Rendered('<a href="https://x.example/é#1">x</a>', "docs/en/b.md", [("https://x.example/é", first)]),
        Rendered('<a href="https://x.example/%C3%A9">x</a>', "docs/en/a.md", [("https://x.example/é#2", second)]),
        Rendered('<a href="https://y.example">y</a>', "made.toml", [("https://z.example/", first)]),
    ]  # fmt: skip
    assert external_addresses(pages) == {
        "https://x.example/%C3%A9": (second, first),
        "https://y.example/": (Place("made.toml"),),
    }
    assert str(first) == "docs/en/b.md:3:1"
