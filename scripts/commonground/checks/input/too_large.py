"""
Files, lines and nesting keep to a size that can be read.

Why: A huge or deeply nested file is a mistake or an attack, and would stall the checks for everybody.

Fix: Split the file, break the line into paragraphs, or use fewer levels.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/too-large")
