"""
A page that is ready is no longer marked as a draft.

Why: A draft stays out of the site, its lists and its search; one that is forgotten is never read.

Fix: Delete the line `draft: true` when the page is ready; until then its gaps are suggestions, and `make serve` shows it.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each draft."""
    for article in corpus.articles:
        if article.front.draft:
            message = (
                "the page is a draft, which the site leaves out. Delete this line when it is ready: "
                "from then on what is missing is an error."
            )
            yield _problem(article.path, article.front.span("draft"), message)
