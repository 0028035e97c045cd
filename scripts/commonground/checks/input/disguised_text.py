"""Words and numbers are written in our letters and digits, and read in the order in which they stand."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.text.folding import disguised

LEVEL = Level.WARNING
ID = "input/disguised-text"
_text = texts_of(__name__)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What Unicode calls Bidi_Control."""

_UNUSUAL = re.compile(
    "[^\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u0152\u0153\u2013\u2014\u2018-\u201f\u2026\u202f\u20ac\ufffc]"
)
"""All but the letters and marks of our languages: most passages have none, and are not looked at further."""

_NUMBERS = ("Nd", "Nl", "No")
_AFTER_WORDS = ("SUPERSCRIPT", "SUBSCRIPT")
_FRACTION = "VULGAR FRACTION"
_MARKED = re.compile("(?:[0-9][\u0300-\u036f\u20d0-\u20f0\ufe0e\ufe0f]+|\U0001f51f)+")
"""Digits with a mark on them: struck through, in a circle, on a key; and the ten on its key."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield each disguised word and number, and the first mark of direction in a passage."""
    for passage in corpus.prose():
        if _UNUSUAL.search(passage.text):
            yield from _problems(passage)


def _problems(passage: Passage) -> Iterator[Problem]:
    found = _DIRECTION.search(passage.text)
    if found:
        message = _text("direction", code=f"U+{ord(found[0]):04X}")
        yield Problem(passage.path, passage.span(*found.span()), ID, LEVEL, message)
    for start, end in disguised(passage.text):
        message = _text("letters", words=passage.text[start:end])
        yield Problem(passage.path, passage.span(start, end), ID, LEVEL, message)
    for start, end in _digits(passage.text):
        message = _text("digits", digits=passage.text[start:end])
        yield Problem(passage.path, passage.span(start, end), ID, Level.ERROR, message)


def _digits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers in signs that may not be read as figures: those of other scripts, in circles, of Roman numerals."""
    yield from (match.span() for match in _MARKED.finditer(text))
    if not any(sign.isnumeric() for sign in set(text) if not sign.isascii()):
        return
    start = 0
    for is_odd, run in groupby(range(len(text)), key=lambda at: _is_odd(text, at)):
        *_, last = run
        if is_odd:
            yield start, last + 1
        start = last + 1


def _is_odd(text: str, at: int) -> bool:
    """Tell whether a sign is a digit and none of ours, a fraction, a power or the mark of a note."""
    if text[at].isascii() or unicodedata.category(text[at]) not in _NUMBERS:
        return False
    name = unicodedata.name(text[at], "")
    raised = name.startswith(_AFTER_WORDS)
    return not name.startswith(_FRACTION) and not (raised and at and not text[at - 1].isspace())
