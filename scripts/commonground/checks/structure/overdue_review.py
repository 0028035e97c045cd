"""
A page is looked at again by the day it names.

Why: Law and evidence change; a date that has passed tells readers not to trust the page.

Fix: Check the page against its sources, then set `reviewed` to today and `review_by` to the next date.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page whose next review lies before the corpus's day."""
    for article in corpus.articles:
        due = article.front.day("review_by")
        if due and due < corpus.today:
            yield _problem(
                article.path,
                article.front.span("review_by"),
                f"the next review was due on {due}. Check the page against its sources, then set both dates.",
            )
