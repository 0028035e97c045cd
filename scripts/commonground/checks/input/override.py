"""
A rule set aside in place has a reason, and is needed.

Why: Exceptions that nobody can explain, or that no longer do anything, hide the next mistake.

Fix: Write the reason after a colon: `<!-- allow language/x: the statute's own word -->`, right above the block it is for; delete what is idle.
"""

from collections.abc import Iterator

from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield nothing: whether an override is idle is known only after all checks ran (see the registry)."""
    yield from ()
