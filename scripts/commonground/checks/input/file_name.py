"""
File names can stand in an address.

Why: Accents, spaces and signs are written differently by each system; some break links, and a line end breaks reports.

Fix: Use letters without accents, digits, hyphens and dots; the start page of a folder is `index.md`.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/file-name")
