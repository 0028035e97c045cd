"""A word rule that stops publication names a source that asks for it."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each rule at level error without a source, in a project that keeps sources at all."""
    if not corpus.source_ids:
        return
    for rules in corpus.terms.values():
        for rule in rules:
            if rule.level is Level.ERROR and not set(rule.sources) & corpus.source_ids:
                yield _problem(rule.path, rule.span, _text("no-source", rule=rule.id))
