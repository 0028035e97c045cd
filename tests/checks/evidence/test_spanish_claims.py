"""What Spanish sentences claim, by the lists of ``languages/es/words.toml``; no native reader has labelled these."""

import pytest

from commonground.checks.evidence.absence_without_search import absence
from commonground.checks.evidence.loose_reference import pointed
from commonground.checks.shared.citing import Page
from commonground.checks.shared.claiming import Claim
from commonground.languages import read_languages
from commonground.model.passage import Kind
from commonground.read.prose import inline_passage

LAST = frozenset({"lamps2019"})
"""What the sentence before cites."""


def claim(text: str) -> Claim:
    """Return a sentence of a page of ours that cites nothing."""
    locale = read_languages()["es"]
    passage = inline_passage(text, path="-", language="es", locale=locale, place=(1, 1), kind=Kind.PARAGRAPH)
    return Claim(Page("-", (passage,), ()), passage, passage.sentences[0], (), locale)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No encontramos ningún estudio sobre los faroles del puerto.", "No encontramos ningún"),
        ("Ningún estudio ha contado los faroles.", "Ningún estudio"),
        ("No existe evidencia sólida sobre los faroles.", "No existe evidencia"),
        ("Es el único estudio que contó los faroles.", "el único estudio"),
        ("Nadie ha medido la luz del muelle.", "Nadie ha medido"),
        ("Un hallazgo apunta en sentido contrario.", "Un hallazgo apunta en sentido contrario"),
        ("Hay pocos datos sobre los faroles.", "pocos datos"),
        ("Los faroles no alumbran el muelle.", ""),
        ("Ninguno de estos estudios midió la luz.", ""),
        ("¿Hay algún estudio sobre los faroles?", ""),
        ("Muchos datos sobre los faroles vienen del puerto.", ""),
        ("Son personas que no participaron en ningún estudio.", ""),
    ],
)
def test_that_there_is_none_is_heard(text: str, words: str) -> None:
    """Said of more than the page shows, and no question."""
    said = claim(text)
    start, end = absence(said) or (0, 0)
    assert said.passage.text[start:end] == words


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ("El estudio halló menos faroles.", True),
        ("Este estudio contó los faroles.", True),
        ("La encuesta citada más arriba contó los faroles.", True),
        ("El estudio noruego halló menos faroles.", False),
        ("El estudio de 2010 halló menos faroles.", False),
        ("La encuesta del puerto contó los faroles.", False),
        ("Los faroles se contaron de noche.", False),
    ],
)
def test_a_study_that_is_only_pointed_at_is_heard(text: str, is_loose: bool) -> None:
    """Where the sentence cites another source than the one before it."""
    assert (pointed(claim(text), frozenset({"harbour2021"}), [LAST]) is not None) is is_loose


@pytest.mark.parametrize(
    ("kind", "text", "is_heard"),
    [
        ("quantifiers", "La mayoría de los faroles están apagados.", True),
        ("quantifiers", "A menudo se apagan.", True),
        ("quantifiers", "El farol está apagado.", False),
        ("sample", "De los 40 faroleros entrevistados, pocos lo vieron.", True),
        ("comparing", "Se apagan más que los de la plaza.", True),
        ("comparing", "Dicen que se apagan.", False),
        ("holds", "El gremio sostiene que sobran.", True),
        ("declines", "Por eso no damos la cifra.", True),
        ("odds", "Los momios eran unas tres veces mayores.", True),
        ("odds", "El riesgo era mayor.", False),
        ("place_adjectives", "Los faroles noruegos duran más.", True),
        ("place_adjectives", "Indica que los faroles duran.", False),
    ],
)
def test_words_that_travel_are_heard(kind: str, text: str, is_heard: bool) -> None:
    """Those that need a base, a sample, a place or a voice."""
    assert bool(claim(text).words(kind)) is is_heard
