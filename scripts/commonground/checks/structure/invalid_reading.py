"""A reading that is recorded says who read what against what, when, and what was found."""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what reading met."""
    yield from corpus.met("structure/invalid-reading")
