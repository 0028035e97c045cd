"""A page that is ready is no longer marked as a draft."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each draft."""
    for article in corpus.articles:
        if article.front.draft:
            yield _problem(article.path, article.front.span("draft"), _text("draft"))
