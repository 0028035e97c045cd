"""
Texts hold no control characters.

Why: Nobody sees them; they hide in a word, end lines for other programs, and give commands to terminals.

Fix: Delete the character that the message names; an editor that shows invisible characters helps.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/control-character")
