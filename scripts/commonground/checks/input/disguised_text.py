"""
Words are written in our letters, and read in the order in which they stand.

Why: A letter of another alphabet that looks like ours, or a mark that turns the direction of writing, shows readers another text than the one that search, screen readers and our checks find.

Fix: Type the word anew where the message points; an editor that shows invisible characters finds the marks.
"""

import re
from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.text.folding import disguised

LEVEL = Level.WARNING
ID = "input/disguised-text"
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
        message = (
            f"an invisible mark (U+{ord(found[0]):04X}) turns the direction of writing here. "
            "Delete it, and the others around it."
        )
        yield Problem(passage.path, passage.span(*found.span()), ID, LEVEL, message)
    for start, end in disguised(passage.text):
        message = (
            f'"{passage.text[start:end]}" has letters of another alphabet that look like ours. Type it anew.'
        )
        yield Problem(passage.path, passage.span(start, end), ID, LEVEL, message)
