"""Every block is one that the site knows, and is closed."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.languages.message import listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.marks import BORROWED_BLOCKS, OWN_BLOCKS
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)\s+[\w\"-]+")
_KNOWN = (*OWN_BLOCKS, *BORROWED_BLOCKS)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each unknown, unclosed or nested block, and for indented admonitions."""
    for article in corpus.articles:
        yield from _blocks(article)
        for passage in article.passages:
            found = _ADMONITION.match(passage.text) if passage.kind is Kind.PARAGRAPH else None
            if found:
                message = _text("admonition", written=found.group())
                yield _problem(article.path, passage.span(*found.span()), message)


def _blocks(article: Article) -> Iterator[Problem]:
    for block in article.blocks:
        if block.name not in _KNOWN:
            near = nearest(block.name, _KNOWN)
            message = (
                _text("near", name=block.name, near=near)
                if near
                else _text("unknown", name=block.name, known=listed(_KNOWN))
            )
            yield _problem(article.path, block.span, message)
        if block.title and block.name in OWN_BLOCKS:
            yield _problem(article.path, block.span, _text("title", name=block.name, title=block.title))
        if not block.closed:
            yield _problem(article.path, block.span, _text("open", name=block.name))
        if any(
            other.closed and other.span.line < block.span.line < other.end_line for other in article.blocks
        ):
            yield _problem(article.path, block.span, _text("nested", name=block.name))
