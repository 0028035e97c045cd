"""An acknowledgement is added without touching another byte of the record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.edit.acknowledgement import Acknowledgement, NoPlace, with_acknowledgement
from commonground.model.corpus import Corpus
from commonground.read.yaml_file import load

from ..conftest import ROOT

ADDED = Acknowledgement("10.5555/notice", date(2026, 11, 22), 'A comma: "moved".')
ITEM = '{notice: "10.5555/notice", date: 2026-11-22, why: "A comma: \\"moved\\"."}'
OLD = '{notice: "10.5555/old", date: 2026-01-01, why: "x"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: 1\n", f"a: 1\nacknowledged:\n  - {ITEM}\n", id="none-yet"),
        pytest.param("a: 1", f"a: 1\nacknowledged:\n  - {ITEM}\n", id="no-last-line-end"),
        pytest.param("a: 1\r\n", f"a: 1\r\nacknowledged:\r\n  - {ITEM}\r\n", id="line-ends-of-windows"),
        pytest.param("\ufeffa: 1\n", f"\ufeffa: 1\nacknowledged:\n  - {ITEM}\n", id="byte-order-mark"),
        pytest.param(
            "acknowledged: []  # none\na: 1\n", f"acknowledged: [{ITEM}]  # none\na: 1\n", id="empty"
        ),
        pytest.param(
            "acknowledged:  # none\na: 1\n", f"acknowledged:  # none\n  - {ITEM}\na: 1\n", id="blank"
        ),
        pytest.param(
            f"acknowledged: [{OLD}]\na: 1\n", f"acknowledged: [{OLD}, {ITEM}]\na: 1\n", id="on-one-line"
        ),
        pytest.param(
            f"acknowledged:\n- {OLD}  # read\n\na: 1\n",
            f"acknowledged:\n- {OLD}  # read\n- {ITEM}\n\na: 1\n",
            id="list",
        ),
        pytest.param(
            "acknowledged:\n    -   notice: n\n        why: |\n          a\n          b\na: 1\n",
            f"acknowledged:\n    -   notice: n\n        why: |\n          a\n          b\n    -   {ITEM}\na: 1\n",
            id="list-of-blocks",
        ),
        pytest.param(
            "a: 1\nacknowledged:\n  - x", f"a: 1\nacknowledged:\n  - x\n  - {ITEM}\n", id="list-at-the-end"
        ),
    ],
)
def test_one_line_more(before: str, after: str) -> None:
    """However the record is written, it gains the line where it belongs."""
    assert with_acknowledgement("x.yaml", before.encode(), ADDED).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{a: 1}\n", id="all-in-braces"),
        pytest.param("acknowledged: yes\n", id="no-list"),
        pytest.param("a: [\n", id="broken"),
        pytest.param("a: 1\na: 2\n", id="twice"),
        pytest.param("- a\n", id="a-list"),
        pytest.param("a: 1\n...\n", id="ended"),
        pytest.param(f"acknowledged: [\n  {OLD}  # a ]\n]\n", id="comment-before-the-end"),
    ],
)
def test_what_is_not_safe_is_refused(text: str) -> None:
    """Rather no line than a wrong one."""
    with pytest.raises(NoPlace):
        with_acknowledgement("x.yaml", text.encode(), ADDED)


def test_every_record_of_the_project_can_take_one(project: Corpus) -> None:
    """In each of our own records all else stays as it is, byte for byte."""
    for source in project.sources.values():
        before = (ROOT / source.path).read_bytes()
        after = with_acknowledgement(source.path, before, ADDED)
        assert after.replace(f"acknowledged:\n  - {ITEM}\n".encode(), b"") == before


@given(st.text().filter(str.isprintable))
def test_every_reason_comes_back(why: str) -> None:
    """Whatever an editor writes is read as it was."""
    data = with_acknowledgement("x.yaml", b"a: 1\n", Acknowledgement("n", date(2026, 11, 22), why))
    node, _ = load("x.yaml", data)
    assert node is not None
    assert node.at(("acknowledged", 0, "why")) == why
