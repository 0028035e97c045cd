"""The law word for word: what is read of its texts, and what its schema refuses."""

from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.model.corpus import Corpus
from commonground.model.law import Law, Role
from commonground.model.problem import Problem
from commonground.read.law import TERMS, read_law

from ..invented import LAW_HEAD
from ..said import said

BOTH = ("en", "fr")
LANGUAGES = read_languages()

LAW = (
    LAW_HEAD
    + """\
  - id: lamps-12
    section: '12'
    note: {en: Lamps for person under 18 years, fr: Lampes — personne âgée de moins de dix-huit ans}
    text:
      en: >-
        Everyone who lights a lamp is liable to a fine of not more than $5,000, to imprisonment for not more than two years
        less a day, or to both, and to a minimum punishment of a fine of $100 within 30 days.
      fr: >-
        Quiconque allume une lampe est passible d’une amende maximale de cinq mille dollars et d’un emprisonnement maximal de
        deux ans moins un jour, la peine minimale étant une amende de cent dollars.
"""
)
WORDS = """\
terms:
  - {id: lamp, text: lamps-12, forms: {en: [lamp], fr: [lampe]}, instead_of: {en: [], fr: [lanterne]}}
"""


def read(
    law: str = LAW, words: str = WORDS, needed: tuple[str, ...] = ("lamps-12",)
) -> tuple[Law, list[Problem]]:
    """Read one law and its words."""
    return read_law({"data/law/lamps.yaml": law.encode(), TERMS: words.encode()}, BOTH, LANGUAGES, needed)


def test_our_own_texts_have_no_fault(project: Corpus) -> None:
    """Every law that we keep loads, and each card of the law page names the texts that it sums up."""
    assert [p for p in project.problems if p.path.startswith("data/law")] == []
    cards = project.reference.provisions
    assert cards
    for card in cards:
        assert card.texts, card.id
        assert set(card.texts) <= set(project.law.provisions)
    for one in project.law.provisions.values():
        assert set(one.text) == set(BOTH)
        assert one.current_to or one.assented_to, one.id


@pytest.mark.parametrize(
    ("role", "figures"),
    [
        (Role.MAXIMUM, {"$5,000", "two years less a day", "cinq mille dollars", "deux ans moins un jour"}),
        (Role.MINIMUM, {"$100", "30 days", "cent dollars"}),
        (Role.AGE, {"18 years", "dix-huit ans"}),
    ],
)
def test_a_figure_has_the_role_that_the_words_before_it_give(role: Role, figures: set[str]) -> None:
    """A maximum, a minimum and an age are told apart in both languages, in the text and in the marginal note."""
    law, problems = read()
    assert problems == []
    assert {one.text for one in law.provisions["lamps-12"].figures if one.role is role} == figures


def test_figures_are_read_of_the_texts_that_a_card_names_alone() -> None:
    """The other texts are only shown."""
    law, _ = read(needed=())
    assert law.provisions["lamps-12"].figures == ()


@pytest.mark.parametrize(
    ("found", "instead", "place", "message"),
    [
        ("section: '12'", "section: 12", (12, 14), "must be a text"),
        ("  current_to: 2026-06-17\n", "", (4, 3), '"current_to" is missing'),
        ("  current_to: 2026-06-17", "  current_to: June 2026", (8, 15), "a date such as"),
        ("    note: {en:", "    notes: {en:", (13, 5), 'Did you mean "note"?'),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    found: str, instead: str, place: tuple[int, int], message: str
) -> None:
    """Line, column, and what to do."""
    assert found in LAW
    _, (problem, *_) = read(LAW.replace(found, instead))
    assert (problem.span.line, problem.span.column) == place
    assert message in said(problem)


def test_two_provisions_of_one_name_are_told(tmp_path: Path) -> None:
    """Whichever file they are in."""
    law = {"data/law/a.yaml": LAW.encode(), "data/law/b.yaml": LAW.encode()}
    _, (problem,) = read_law(law, BOTH, LANGUAGES, ())
    assert problem.path == "data/law/b.yaml"
    assert "data/law/a.yaml, line 11" in said(problem)
