"""The figure reader on every labelled sentence of tests/corpus/figures, and its recall and precision over all of them."""

import json
import re
from fractions import Fraction

import pytest

from commonground.model.figure import Figure, Quantity, Unit
from commonground.read.figures import find_figures

from . import figure_corpus
from .figure_corpus import FOLDER, LANGUAGES, Sentence, read_sentences, score

RECALL = 0.99
PRECISION = 0.98
FEWEST = 300
HELD_OUT = {"en": (0.96, 0.94), "fr": (0.99, 0.92), "es": (0.96, 0.89)}
"""Recall and precision when the reader first met the sentences set apart, rounded down; nearly every second one is a trap."""

OTHERS = 0.95
"""Of sentences that somebody else wrote for another reader of numbers."""

SENTENCES = [
    sentence
    for language in LANGUAGES
    for apart in (False, True)
    for sentence in read_sentences(language, held_out=apart)
]


@pytest.mark.parametrize("sentence", [pytest.param(one, id=one.name) for one in SENTENCES])
def test_each_sentence_is_read_as_labelled(sentence: Sentence) -> None:
    """The marked spans and values, no more and no fewer; a known miss (?) is missed, a known false alarm (!) is found."""
    figures = find_figures(sentence.text, sentence.language)
    expected = [label for label in sentence.labels if label.mark != "?"]
    assert [figure.text for figure in figures] == [sentence.text[one.start : one.end] for one in expected]
    for label, figure in zip(expected, figures, strict=True):
        assert label.fits(figure), figure.quantities
    known = [label for label in sentence.labels if label.mark == "?"]
    assert not [label for label in known if any(label.fits(figure) for figure in figures)], (
        "mended: remove its mark"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall_and_precision_are_as_promised(language: str) -> None:
    """Known misses and false alarms count like any, so a mark cannot hide a reader that grew worse."""
    sentences = read_sentences(language, held_out=False)
    assert len(sentences) >= FEWEST
    reached = score(sentences)
    assert reached.recall >= RECALL
    assert reached.precision >= PRECISION


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_set_apart_do_not_get_worse(language: str) -> None:
    """Nothing is mended by them, so they say how the reader does on what it has not met."""
    reached = score(read_sentences(language, held_out=True))
    recall, precision = HELD_OUT[language]
    assert reached.recall >= recall
    assert reached.precision >= precision


def test_public_sentences_of_others_are_read() -> None:
    """
    The usable Spanish sentences of Recognizers-Text's specs of numbers, percentages, ages and money: those that its own engines
    all read, with words around the number; without "un" and "una", which are articles here. Cents count as parts of a dollar.
    """
    cases = json.loads((FOLDER / "recognizers-es.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) > 120
    right = sum(all(is_read(case["text"], one) for one in case["numbers"]) for case in cases)
    assert right / len(cases) >= OTHERS


def is_read(text: str, number: dict[str, str]) -> bool:
    """Tell whether a number is found where it stands, with its value, as a percentage where it is a share."""
    value = Fraction(number["value"].rstrip("%").replace(",", "."))
    start = text.lower().index(number["text"].lower())
    end = start + len(number["text"])
    found = [figure for figure in find_figures(text, "es") if figure.start < end and start < figure.end]
    return any(
        one.value in (value, value * 100)
        or (one.unit is Unit.MONEY and one.value == value / 100 and "cent" in number["text"].lower())
        for figure in found
        for one in figure.quantities
    )


def test_every_family_of_shapes_is_there() -> None:
    """Each family stands in both languages of the site, so that neither is measured on easier sentences."""
    families = {sentence.family for sentence in read_sentences("fr", held_out=False)}
    others = {sentence.family for sentence in read_sentences("en", held_out=False)}
    assert families == others


def test_the_measure_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds nothing has no recall; one that takes each word for a figure has next to no precision."""
    sentences = read_sentences("en", held_out=False)
    monkeypatch.setattr(figure_corpus, "find_figures", lambda text, language: ())
    assert score(sentences).recall == 0
    monkeypatch.setattr(figure_corpus, "find_figures", every_word)
    assert score(sentences).precision < 0.2


def every_word(text: str, language: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(word.start(), word.end(), word.group(), (Quantity(Fraction(1), Unit.NUMBER),))
        for word in re.finditer(r"\S+", text)
    )
