"""
Every key is one that the format knows.

Why: A misspelled key is silently without effect, so what it was meant to say is lost.

Fix: Correct the spelling, or delete the line; the guide for contributors lists the keys.
"""

from collections.abc import Iterator

from commonground.checks.making import did_you_mean, maker
from commonground.checks.structure.front_matter import KEYS
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each unknown key of a page, a record, a rule or data."""
    yield from corpus.met("input/unknown-key")
    for article in corpus.articles:
        for key, span in article.front.keys.items():
            if key not in KEYS:
                hint = did_you_mean(key, KEYS) or f" Known keys: {', '.join(KEYS)}."
                yield _problem(article.path, span, f'there is no key "{key}" in front matter.{hint}')
