"""The labelled sentences of tests/corpus/figures, and how right the figure reader is on them."""

import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from commonground.model.figure import Figure, Quantity, Unit
from commonground.read.figures import find_figures

FOLDER = Path(__file__).parents[2] / "corpus/figures"
LANGUAGES = ("en", "fr", "es")
_PIECE = re.compile(r"⟦[?!]?|\|[^⟦⟧|]*⟧|⟧")
_MONEY = ("$", "USD", "EUR", "GBP", "SEK", "JPY", "CHF")
_TIME = ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "night")
_PLAIN = {"": Unit.NUMBER, "%": Unit.PERCENT, "times": Unit.TIMES}


class Label(Struct, frozen=True):
    """A marked span of a sentence: ``mark`` is "", "?" (a known miss) or "!" (a known false alarm)."""

    start: int
    end: int
    mark: str
    values: tuple[Quantity, ...]

    def fits(self, figure: Figure) -> bool:
        """Tell whether a figure has just this span and, where one is given, this value."""
        return (figure.start, figure.end) == (self.start, self.end) and (
            not self.values or figure.quantities == self.values
        )


class Sentence(Struct, frozen=True):
    """One line of a corpus file; ``name`` is its place, ``text`` is free of marks."""

    name: str
    language: str
    family: str
    text: str
    labels: tuple[Label, ...]


class Score(Struct, frozen=True):
    """How many figures there are, how many the reader found, and how many of those have the right span and value."""

    there: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.there + other.there, self.found + other.found, self.right + other.right)

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def read_sentences(language: str, *, held_out: bool) -> list[Sentence]:
    """Return the sentences of one file, in its order."""
    path = FOLDER / f"{language}{'-held-out' if held_out else ''}.txt"
    sentences = []
    family = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("=="):
            family = line.strip("= ")
        elif line and line != "#" and not line.startswith("# "):
            text, labels = unmarked(line)
            sentences.append(Sentence(f"{path.name}:{number}", language, family, text, labels))
    return sentences


def unmarked(line: str) -> tuple[str, tuple[Label, ...]]:
    """Take the marks out of a line; a mark may stand within another."""
    text = ""
    at = 0
    opened: list[tuple[int, str]] = []
    labels = []
    for piece in _PIECE.finditer(line):
        text += line[at : piece.start()]
        at = piece.end()
        if piece.group().startswith("⟦"):
            opened.append((len(text), piece.group()[1:]))
        else:
            start, mark = opened.pop()
            labels.append(Label(start, len(text), mark, _values(piece.group()[1:-1])))
    assert not opened, f"a mark is not closed: {line}"
    return text + line[at:], tuple(sorted(labels, key=lambda label: label.start))


def _values(written: str) -> tuple[Quantity, ...]:
    """Return the quantities of "45 %" or "4..6"; no text has none."""
    return tuple(_value(end) for end in written.split("..")) if written else ()


def _value(written: str) -> Quantity:
    number, _, unit = written.partition(" ")
    value = Fraction(number)
    if unit in _PLAIN:
        return Quantity(value, _PLAIN[unit])
    if unit == "points":
        return Quantity(value, Unit.PERCENT, unit)
    if unit in _MONEY:
        return Quantity(value, Unit.MONEY, unit)
    if unit.startswith("per ") or unit == "to 1":
        return Quantity(value, Unit.RATE, unit)
    if unit.removesuffix(" less a day") in _TIME:
        return Quantity(value, Unit.TIME, unit)
    return Quantity(value, Unit.NUMBER, unit)


def score(sentences: Iterable[Sentence]) -> Score:
    """Read sentences and compare with their labels, known misses and false alarms counted like any."""
    total = Score()
    for sentence in sentences:
        figures = find_figures(sentence.text, sentence.language)
        true = [label for label in sentence.labels if label.mark != "!"]
        right = sum(any(label.fits(figure) for figure in figures) for label in true)
        total += Score(len(true), len(figures), right)
    return total
