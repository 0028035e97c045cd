"""
The site has a home page, and each of its languages a page to begin with.

Why: Every page leads to the home page. Without one there is no site to build.

Fix: Write `docs/<language>/index.md`, and do not mark it as a draft.

It is asked for where there is a site to build: beside ``mkdocs.yml``, for each language that has a rule file and no page,
and for the first language in any case. In the others a notice stands in for it.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each home page that is missing, or that the site leaves out."""
    for path in sorted(corpus.home_pages - set(corpus.pages)):
        message = f"there is no {path}, the page at which readers begin. Write it."
        yield _problem(path, FILE_START, message)
    for article in corpus.articles:
        if article.path in corpus.home_pages and article.front.draft:
            message = "the home page cannot be a draft: every page leads to it. Delete this line."
            yield _problem(article.path, article.front.span("draft"), message)
