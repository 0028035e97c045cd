"""
Our own texts use one form for one thing, and no form that another language lent.

The forms stand in ``language/style-<code>.yaml``, in the format of the word rules, each with its reason. They hold for a
project's own texts; the language guide, the draft checker and Vale do not show them. Figures that are kept as they stood are left.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from commonground.checks.language.terms import problem, prose
from commonground.languages.message import section_of
from commonground.matching.compiled import compile_terms
from commonground.matching.engine import Engine
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_ID = section_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each form that a language's house style replaces."""
    running = {
        language: Engine(compile_terms(rules, corpus.locale(language)))
        for language, rules in corpus.house_style.items()
    }
    kept = {passage.path for figure in corpus.quoted for passage in figure.passages}
    for passage, titles in prose(corpus) if running else ():
        engine = running.get(passage.language)
        if engine and passage.path not in kept:
            yield from (replace(problem(passage, one), rule=_ID) for one in engine.find(passage, titles))
