"""Headings step down one level at a time, start at ##, and say something."""

from collections import Counter
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each heading of the first level, skipped level, empty or repeated heading."""
    for article in corpus.articles:
        yield from _levels(article)
        counts = Counter(heading.text.casefold() for heading in article.headings)
        seen: set[str] = set()
        for heading in article.headings:
            name = heading.text.casefold()
            if not name:
                yield _problem(article.path, heading.span, _text("empty"))
            elif counts[name] > 1 and name in seen:
                yield _problem(article.path, heading.span, _text("twice", heading=heading.text))
            seen.add(name)


def _levels(article: Article) -> Iterator[Problem]:
    above = 1
    for heading in article.headings:
        if heading.level == 1:
            yield _problem(article.path, heading.span, _text("first-level"))
        elif heading.level > above + 1:
            yield _problem(article.path, heading.span, _text("skips", marks="#" * (above + 1)))
        above = max(heading.level, 2)
