"""The site has a home page, and each of its languages a page to begin with."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each home page that is missing, or that the site leaves out."""
    for path in sorted(corpus.home_pages - set(corpus.pages)):
        yield _problem(path, FILE_START, _text("missing", path=path))
    for article in corpus.articles:
        if article.path in corpus.home_pages and article.front.draft:
            yield _problem(article.path, article.front.span("draft"), _text("draft"))
