"""A term rule finds its own wrong example, and nothing else there; it leaves its right one alone."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, texts_of
from commonground.matching.engine import Engine, engines
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.term import Example, TermRule

LEVEL = Level.ERROR
ECHOES = ("input/invalid-rules",)
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each example that shows something other than what its rule does."""
    if not any(rule.examples for rules in corpus.terms.values() for rule in rules):
        return  # A run over some pages, or for words alone, reads none.
    running = engines(corpus)
    for language, rules in corpus.terms.items():
        for rule in rules:
            for example in rule.examples:
                message = _fault(rule, example, running[language])
                if message:
                    yield _problem(rule.path, example.passage.whole(), message)


def _fault(rule: TermRule, example: Example, engine: Engine) -> Message | None:
    found = {found.rule.id: found.form.written for found in engine.find(example.passage)}
    others = {id: form for id, form in found.items() if id != rule.id}
    if not example.wrong:
        if rule.id not in found:
            return None
        return _text("right", rule=rule.id, form=found[rule.id])
    if rule.id not in found:
        return _text("wrong", rule=rule.id)
    if others:
        id, form = next(iter(others.items()))
        return _text("other", rule=rule.id, other=id, form=form)
    return None
