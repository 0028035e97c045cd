"""Ids of one page: each once, none of the site's own, and quick however often a text is repeated."""

import re
from itertools import chain
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import unique

from commonground.model.anchor import SHELL_IDS, Anchors, anchor, is_of_the_shell

from ..conftest import ROOT

_ID = re.compile(r"""(?<!-)\bid="([^"]+)"|\.id = "([^"]+)\"""")
_MADE = re.compile(r"\{\{.*?\}\}")

TEXTS = st.lists(
    st.sampled_from(["a", "a_1", "a_2", "b", "", "?", "a_1_1", "Sources", "source 1"]), max_size=20
)


@given(TEXTS)
def test_ids_are_given_once(texts: list[str]) -> None:
    """However texts are repeated, and whatever numbers they end in."""
    anchors = Anchors()
    given_ids = [anchors.of_heading(text) for text in texts]
    assert len(set(given_ids)) == len(given_ids)
    assert not any(map(is_of_the_shell, given_ids))


@given(TEXTS)
def test_numbers_are_those_of_the_renderers_extension(texts: list[str]) -> None:
    """The table-of-contents extension would count alike, so that addresses given before still hold."""
    anchors, taken = Anchors(), set[str]()
    for text in texts:
        if not is_of_the_shell(anchor(text)):
            assert anchors.of_heading(text) == unique(anchor(text), taken)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["x"] * 20_000, id="one"),
        pytest.param(["x"] * 5_000 + [f"x_{n}" for n in range(5_000)], id="then-each-number"),
        pytest.param(["x_1", "x"] * 10_000, id="in-turn"),
        pytest.param(["?"] * 20_000, id="empty"),
        pytest.param(["x_" + "9" * 5_000] * 100, id="a-number-of-thousands-of-digits"),
    ],
)
def test_repeated_texts_take_linear_time(texts: list[str]) -> None:
    """A page of 8,000 equal headings once took 24 seconds."""
    anchors, start = Anchors(), process_time()
    assert len({anchors.of_heading(text) for text in texts}) == len(texts)
    assert process_time() - start < 2


def test_claims_are_counted_as_quickly() -> None:
    """The same finding after every sentence of a long page."""
    anchors, start = Anchors(), process_time()
    assert len({anchors.of_claim("a2020", "b") for _ in range(20_000)}) == 20_000
    assert process_time() - start < 2


def test_every_id_of_the_templates_is_known() -> None:
    """A new part of the site may not take an id that a heading can have."""
    files = chain((ROOT / "overrides").rglob("*.html"), (ROOT / "overrides/assets/js").rglob("*.js"))
    found = [
        id for path in files for ids in _ID.findall(path.read_text(encoding="utf-8")) for id in ids if id
    ]
    ids = {_MADE.sub("1", id.replace("{{ figure.anchor }}", "figure-a2020-b")) for id in found}
    ids -= {"1"}  # the id of an entry: that no page has it twice is seen when the site is built
    assert {id for id in ids if not is_of_the_shell(id)} == set()
    assert ids >= SHELL_IDS - {"sources"}, "an id that no template has any more"


def test_a_writer_chooses_only_a_free_id() -> None:
    """Not one of the site, and not one twice."""
    anchors = Anchors()
    assert anchors.take("how")
    assert not anchors.take("how")
    assert not anchors.take("card")
    assert anchors.of_heading("How") == "how_1"
