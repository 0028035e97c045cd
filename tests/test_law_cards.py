"""The cards of our own law page against the law's own text: a fault planted in one is found at its line."""

from dataclasses import replace

import pytest

from commonground.checks.evidence import law_card
from commonground.model.corpus import Corpus
from commonground.read.data import read_reference

from .conftest import ROOT

PATH = "data/law-timeline.yaml"


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ("Indictable: five years in prison. [@criminalcode1985#buying", "Indictable: two years in prison. [@criminalcode1985#buying"),
        ("10 years in prison. [@criminalcode1985#buying-from-minor]", "14 years in prison. [@criminalcode1985#buying-from-minor]"),
        ("14 ans de prison, quel que soit", "10 ans de prison, quel que soit"),
        ("Six mois la première fois", "Un mois la première fois"),
        ("a fine of $500 for a first offence", "a fine of $1,500 for a first offence"),
        ("et une amende de 5 000 $, ou l'une", "et une amende de 500 $, ou l'une"),
        ("five years in prison where they are under 18.", "four years in prison where they are under 18."),
        ("sexual services of a person under 18, or", "sexual services of a person under 16, or"),
        ("quand cette personne a moins de 18 ans.", "quand cette personne a moins de 16 ans."),
        ("next to a school ground, playground or daycare centre. [@c", "next to a hospital, playground or daycare centre. [@c"),
        ("qui est une garderie, un terrain d'école", "qui est une église, un terrain d'école"),
        ("a fine of $50,000, two years", "a fine of $5,000, two years"),
        ("quatre ans, ou cinq dans ces", "trois ans, ou cinq dans ces"),
    ],
)  # fmt: skip
def test_a_fault_planted_in_a_card_is_told_at_its_line(project: Corpus, found: str, instead: str) -> None:
    """A maximum, a minimum, an age and a place, in either language."""
    text = (ROOT / PATH).read_text(encoding="utf-8")
    start = text.index("\nprovisions:\n")
    place = text.index(found, start)
    changed = text[:place] + instead + text[place + len(found) :]
    reference, problems = read_reference({PATH: changed.encode()}, project.languages, project.locales)
    assert problems == []
    lines = {problem.span.line for problem in law_card.check(replace(project, reference=reference))}
    first = text.count("\n", 0, place) + 1
    assert any(first - 3 <= line <= first for line in lines), lines


def test_no_card_says_what_its_sections_do_not(project: Corpus) -> None:
    """As they stand."""
    assert list(law_card.check(project)) == []
