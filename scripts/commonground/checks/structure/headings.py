"""
Headings step down one level at a time, start at ##, and say something.

Why: Screen readers and search use headings as the page's outline; the title is the only first-level heading.

Fix: Start sections with ##, use ### only inside a section, and give each heading its own words.
"""

from collections import Counter
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each heading of the first level, skipped level, empty or repeated heading."""
    for article in corpus.articles:
        yield from _levels(article)
        counts = Counter(heading.text.casefold() for heading in article.headings)
        seen: set[str] = set()
        for heading in article.headings:
            name = heading.text.casefold()
            if not name:
                yield _problem(
                    article.path, heading.span, "the heading is empty. Give it words, or delete it."
                )
            elif counts[name] > 1 and name in seen:
                yield _problem(
                    article.path,
                    heading.span,
                    f'"{heading.text}" is a heading twice. Give each its own words, so that links to it stay clear.',
                )
            seen.add(name)


def _levels(article: Article) -> Iterator[Problem]:
    above = 1
    for heading in article.headings:
        if heading.level == 1:
            yield _problem(
                article.path,
                heading.span,
                "the title comes from the front matter, so no other heading has a single #. Write ##.",
            )
        elif heading.level > above + 1:
            yield _problem(
                article.path, heading.span, f"the heading skips a level. Write {'#' * (above + 1)} here."
            )
        above = max(heading.level, 2)
