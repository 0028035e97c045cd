"""Somebody other than its writer has read the page against its records, as it stands now."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page that cites and was never read a second time, or was so before it changed."""
    for article in corpus.articles:
        if not article.citations:
            continue
        readings = [one for one in corpus.readings_of(article) if one.kind == "records"]
        if not any(one.text == article.digest for one in readings):
            page = article.path
            message = _text("changed", page=page) if readings else _text("never", page=page)
            yield _problem(page, article.front.span("title"), message)
