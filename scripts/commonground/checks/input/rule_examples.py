"""
A term rule finds its own wrong example, and nothing else there; it leaves its right one alone.

Why: A rule's examples are its tests: one that does not do what it shows would pass unnoticed, or bother writers for nothing.

Fix: Correct the example, or the rule's forms and conditions, until the one shows what the other does.
"""

from collections.abc import Iterator

from commonground.checks.language.engine import Engine, engines
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.term import Example, TermRule

LEVEL = Level.ERROR
ECHOES = ("input/invalid-rules",)
_problem = maker(__name__, LEVEL)


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


def _fault(rule: TermRule, example: Example, engine: Engine) -> str:
    found = {found.rule.id: found.form.written for found in engine.find(example.passage)}
    others = {id: form for id, form in found.items() if id != rule.id}
    if not example.wrong:
        if rule.id not in found:
            return ""
        return f'the rule {rule.id} finds "{found[rule.id]}" in its own right example. Write an example that follows it, or add a condition under "near".'
    if rule.id not in found:
        return f'the rule {rule.id} finds nothing in its own wrong example. Use one of its forms as a writer would, or correct "near".'
    if others:
        id, form = next(iter(others.items()))
        return f'the wrong example of {rule.id} also breaks {id} ("{form}"). Write one that breaks this rule alone.'
    return ""
