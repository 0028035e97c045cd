"""
The numbers of a list go up by one, from 1.

Why: Browsers count the items themselves: a list shows other numbers than were written, and a sentence that begins with a
number and a full stop becomes a list that begins with it.

Fix: Number the items 1, 2, 3. To begin a sentence with a number, write a backslash before the full stop (`1984\\. It was …`)
or put a word first.
"""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_NUMBER = re.compile(r"[ >]*(?P<number>\d+)\.[ \t]+")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each item whose number is neither 1 nor one more than that of the item before it."""
    for article in corpus.articles:
        yield from _items(article)


def _items(article: Article) -> Iterator[Problem]:
    lines = article.body.split("\n")
    last: dict[int, int] = {}
    for passage in article.passages:
        if passage.kind is not Kind.ITEM:
            continue
        _, line, column = passage.segments[0]
        found = _NUMBER.fullmatch(lines[line - article.body_line][: column - 1])
        if not found:
            continue
        start, number = found.start("number"), int(found["number"])
        if number not in (1, last.get(start, 0) + 1):
            span = Span(line, start + 1, line, found.end("number") + 2)
            message = (
                f'"{found["number"]}." makes this an item of a list, in which its number is not the next. Number the '
                f"items 1, 2, 3; to begin a sentence with it, write {found['number']}\\."
            )
            yield _problem(article.path, span, message)
        last[start] = number
