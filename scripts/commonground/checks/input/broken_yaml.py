"""
A YAML file can be read.

Why: One misplaced character makes the whole file unreadable, so nothing in it can be checked or shown.

Fix: Correct the place named in the message; put texts that hold a colon in quotation marks.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/broken-yaml")
