"""No row of a table has more cells than its head."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_DASHES = re.compile(r"[ >|:-]*-[ |:-]*")
_CODE = re.compile(r"(`+)[^`\n]*\1")
_BAR = re.compile(r"(?<!\\)\|")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each row that is longer than the first of its table."""
    for article in corpus.articles:
        yield from _rows(article)


def _rows(article: Article) -> Iterator[Problem]:
    lines = article.body.split("\n")
    columns = _columns(lines)
    for passage in article.passages:
        if passage.kind is not Kind.ROW:
            continue
        at = passage.segments[0][1] - article.body_line
        cells = _cells(lines[at])
        if 0 < columns[at] < cells:
            message = _text("cells", cells=cells, columns=columns[at])
            yield _problem(article.path, passage.whole(), message)


def _columns(lines: list[str]) -> list[int]:
    """Return for each line how many cells the head of its table has, 0 outside tables."""
    found, columns = [], 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if _DASHES.fullmatch(below):
            columns = _cells(line)
        elif not line.strip(" >"):
            columns = 0
        found.append(columns)
    return found


def _cells(line: str) -> int:
    row = _CODE.sub("", line).strip(" >").removeprefix("|")
    return len(_BAR.findall(row)) + (not row.rstrip().endswith("|") or row.rstrip().endswith("\\|"))
