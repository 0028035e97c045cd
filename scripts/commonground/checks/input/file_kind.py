"""
Beside pages lie only pictures, PDF files and tables.

Why: Files are sent to readers as they are; a browser would run a script or a page among them, with all that our pages may do.

Fix: Use PNG, JPEG, WebP, AVIF, PDF or CSV; an SVG may hold shapes alone: no text, script, link or style from elsewhere.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the readers met."""
    yield from corpus.met("input/file-kind")
