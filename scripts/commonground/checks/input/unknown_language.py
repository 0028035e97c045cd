"""
Every language folder has its rule file.

Why: A folder that no rule file stands for would be left out of the site without a word.

Fix: Add language/<code>.yaml, or rename the folder.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/unknown-language")
