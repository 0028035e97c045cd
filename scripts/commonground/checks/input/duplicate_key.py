"""
No key stands twice.

Why: Only one of two values would count, and nobody could tell which.

Fix: Delete one of the two lines.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/duplicate-key")
