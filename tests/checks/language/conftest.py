"""What the language rules say of one piece of prose."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from commonground.checks.language import terms
from commonground.languages import read_languages
from commonground.model.corpus import Corpus
from commonground.model.problem import Problem
from commonground.model.term import TermRule
from commonground.read.article import read_article
from commonground.read.terms import read_terms

ROOT = Path(__file__).parents[3]
FRONT = '---\ntitle: "A page"\ntype: page\n---\n\n'


@cache
def _rules(language: str) -> tuple[TermRule, ...]:
    path = f"language/{language}.yaml"
    rules, problems = read_terms(path, (ROOT / path).read_bytes(), language)
    assert not problems, problems
    return rules


def _reported(language: str, markdown: str) -> list[Problem]:
    locale = read_languages()[language]
    path = f"docs/{language}/page.md"
    article, _ = read_article(path, language, "page", (FRONT + markdown + "\n").encode(), locale)
    assert article is not None
    corpus = Corpus(
        (language,),
        date(2026, 11, 22),
        articles=(article,),
        terms={language: _rules(language)},
        locales={language: locale},
    )
    return list(terms.check(corpus))


@pytest.fixture(scope="session")
def reported() -> Callable[[str, str], list[Problem]]:
    """Return a function: (language, Markdown) to the problems of ``checks/language/terms``."""
    return _reported


@pytest.fixture(scope="session")
def term_rules() -> Mapping[str, tuple[TermRule, ...]]:
    """Return the project's own term rules, by language."""
    return {language: _rules(language) for language in ("en", "fr")}
