"""
Every file beside the pages is linked from one.

Why: What no page leads to is not published; it may be an old version, or a picture whose link has a slip.

Fix: Link it, or delete it.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each file that no page leads to; one with a problem of its own has been told."""
    for path in sorted(corpus.assets - corpus.linked - corpus.refused):
        message = "no page links to this file, so it is not published. Link it, or delete it."
        yield _problem(path, FILE_START, message)
