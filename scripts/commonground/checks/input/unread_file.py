"""
Every file of the project is read.

Why: A page or record in the wrong folder, with another ending or behind a symbolic link would be lost without a word.

Fix: Move, rename or delete it: pages are `docs/<language>/….md`, records `evidence/<id>.yaml`. Links are never followed.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/unread-file")
