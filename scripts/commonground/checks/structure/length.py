"""
An article is as long as its type allows.

Why: Shorter, and the evidence is missing; longer, and nobody reads it on a phone.

Fix: Cut what the reader does not need, split the page, or write what is missing.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each article outside its type's bounds, counted in words of the body."""
    for article in corpus.articles:
        kind = corpus.types.get(article.front.type)
        if kind is None or kind.length is None:
            continue
        fewest, most = kind.length
        locale = corpus.locale(article.language)
        if article.language != corpus.default_language and locale.has_part("reading"):
            most = round(most * locale.reading.length)
        if not fewest <= article.words <= most:
            advice = "Write what is missing." if article.words < fewest else "Cut it, or split the page."
            yield _problem(
                article.path,
                FILE_START,
                f"the text has {article.words} words; a page of type {kind.name} has {fewest} to {most}. {advice}",
            )
