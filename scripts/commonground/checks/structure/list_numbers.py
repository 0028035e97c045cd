"""
A list is numbered from 1.

Why: A sentence that begins with a number and a full stop becomes a list that begins with it: readers see a number that no
check has read.

Fix: Number the items 1, 2, 3. To begin a sentence with a number, write a backslash before the full stop (`1984\\. It was …`)
or put a word first.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.markdown.comparison import comparisons
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each list that begins with another number than 1 and does not go on with the one before."""
    for path, found in comparisons(corpus).items():
        for span, number in found.numbered:
            message = (
                f"a list begins here with {number}. Number its items 1, 2, 3; to begin a sentence with the number, write "
                f"{number}\\."
            )
            yield _problem(path, span, message)
