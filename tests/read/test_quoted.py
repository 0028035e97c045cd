"""What is once kept shows the same words for good: nothing of a line can be changed unseen."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from commonground.edit.recorded import quoted_lock
from commonground.languages import read_languages
from commonground.model.quoted import Quoted
from commonground.model.schema.forms import WHOLE
from commonground.model.schema.shapes import Keys, ListOf
from commonground.read.json_file import Misshapen, read_json
from commonground.read.quoted import read_quoted

LAMPS = Quoted(
    finding="lamps2020#lit",
    digest="0123456789ab",
    kept=date(2026, 3, 1),
    headline={"en": "About two in three", "fr": "Environ deux sur trois"},
    states={"en": "Of 300 lamps, 198 (66%) were “lit”.", "fr": "Sur 300 lampes, 198 (66 %) étaient « allumées »."},
    caveat={"en": "One town.", "fr": "Une ville."},
    unsafe={"en": "Do not use it of all towns.", "fr": "Ne pas l'utiliser pour toutes les villes."},
    by={"en": "Nobody, 2020", "fr": "Personne, 2020"},
    figures=("300", "198", "66%"),
    plain={"en": ("about two in three",), "fr": ("environ deux sur trois",)},
)  # fmt: skip
POSTS = replace(LAMPS, finding="posts2021#tall", plain={})
TEXT = quoted_lock([LAMPS, POSTS]).decode()
LOCALES = read_languages()


def test_what_is_written_is_read_again() -> None:
    """Each field, its quantities and its passages, in their places."""
    (lamps, posts), problems = read_quoted(TEXT.encode(), LOCALES)
    assert problems == []
    assert (lamps.line, posts.line) == (LAMPS.line, POSTS.line)
    (states,) = [
        passage for passage in lamps.passages if (passage.label, passage.language) == ("states", "en")
    ]
    assert [figure.text for figure in states.figures] == ["300", "198", "66%"]
    span = states.span(states.figures[1].start, states.figures[1].end)
    assert TEXT.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "198"


@given(
    st.integers(0, len(TEXT) - 1),
    st.sampled_from(["", "9", "x", '"', "\n", "é", "\x00", "{", " "]),
    st.booleans(),
)
def test_no_change_goes_unseen(place: int, text: str, inserted: bool) -> None:
    """A character more, less or other: the line is told with its place, or it still says the same."""
    changed = TEXT[:place] + text + TEXT[place if inserted else place + 1 :]
    kept, problems = read_quoted(changed.encode(), LOCALES, with_passages=False)
    assert all(problem.span.line in (1, 2, 3) for problem in problems)
    lines = [LAMPS.line, POSTS.line]
    assert problems or [one.line for one in kept] == lines
    assert all(one.line in lines for one in kept)


SCHEMA = Keys(required={"lamps": ListOf(WHOLE)})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    )
)
def test_json_of_another_shape_is_told_with_its_place(value: object) -> None:
    """Whatever it is, the message begins with line and column."""
    with pytest.raises(Misshapen, match=r"^\d+:\d+: "):
        read_json(json.dumps({"lamps": "none"} if fits(value) else value, ensure_ascii=False), SCHEMA)


def fits(value: object) -> bool:
    """Tell whether a value happens to be of the shape."""
    listed = value.get("lamps") if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(listed, list) and all(type(item) is int for item in listed)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("{", "1:2: ", id="broken-off"),
        pytest.param("[" * 100_000, "1:1: ", id="too-deep"),
        pytest.param("9" * 5000, "1:1: ", id="long-number"),
        pytest.param('{"lamps": [1,\n "x"]}', "2:2: ", id="wrong-item"),
    ],
)
def test_json_that_cannot_be_ours_is_told_with_its_place(text: str, place: str) -> None:
    """None of it ends in a traceback."""
    with pytest.raises(Misshapen, match=f"^{place}"):
        read_json(text, SCHEMA)
