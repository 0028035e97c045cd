"""Words are written in our letters, and read in the order in which they stand."""

import re
from collections.abc import Iterator

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


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield each disguised word, and the first mark of direction in a passage."""
    for passage in corpus.prose():
        if not passage.text.isascii():
            yield from _problems(passage)


def _problems(passage: Passage) -> Iterator[Problem]:
    found = _DIRECTION.search(passage.text)
    if found:
        message = _text("direction", code=f"U+{ord(found[0]):04X}")
        yield Problem(passage.path, passage.span(*found.span()), ID, LEVEL, message)
    for start, end in disguised(passage.text):
        message = _text("letters", words=passage.text[start:end])
        yield Problem(passage.path, passage.span(start, end), ID, LEVEL, message)
