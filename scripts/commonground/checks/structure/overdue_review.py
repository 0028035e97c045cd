"""A page is looked at again by the day it names."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page whose next review lies before the corpus's day."""
    for article in corpus.articles:
        due = article.front.review_by
        if due and due < corpus.today:
            yield _problem(
                article.path,
                article.front.span("review_by"),
                _text("overdue", day=str(due)),
            )
