"""
A word rule that stops publication names a source that asks for it.

Why: Whoever is told not to publish a word may ask who says so; our own taste is reason enough to warn, not to forbid.

Fix: Add the record of a guide that you have read to `sources`, or lower the rule's `level` to `warning`; the language guide then calls it our choice.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each rule at level error without a source, in a project that keeps sources at all."""
    if not corpus.source_ids:
        return
    for rules in corpus.terms.values():
        for rule in rules:
            if rule.level is Level.ERROR and not set(rule.sources) & corpus.source_ids:
                message = f'the rule "{rule.id}" stops publication, and no source asks for it. Name in `sources` a record of one that does, or make its level a warning.'
                yield _problem(rule.path, rule.span, message)
