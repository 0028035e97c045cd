"""
Every block is one that the site knows, and is closed.

Why: An unknown or unclosed block appears on the page as three strokes and loses its meaning.

Fix: Use one of the block names, closed by a line `///`; write `/// example` where you would write `!!! note`.
"""

import re
from collections.abc import Iterator

from commonground.checks.making import did_you_mean, maker
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.marks import BORROWED_BLOCKS, OWN_BLOCKS
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)\s+[\w\"-]+")
_KNOWN = (*OWN_BLOCKS, *BORROWED_BLOCKS)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each unknown, unclosed or nested block, and for indented admonitions."""
    for article in corpus.articles:
        yield from _blocks(article)
        for passage in article.passages:
            found = _ADMONITION.match(passage.text) if passage.kind is Kind.PARAGRAPH else None
            if found:
                yield _problem(
                    article.path,
                    passage.span(*found.span()),
                    f'boxes are written with three strokes: "/// example", the text, and a line "///" (not "{found.group()}").',
                )


def _blocks(article: Article) -> Iterator[Problem]:
    for block in article.blocks:
        if block.name not in _KNOWN:
            hint = did_you_mean(block.name, _KNOWN) or f" Known blocks: {', '.join(_KNOWN)}."
            yield _problem(article.path, block.span, f'there is no block "{block.name}".{hint}')
        if block.title and block.name in OWN_BLOCKS:
            yield _problem(
                article.path,
                block.span,
                f'the block "{block.name}" has no title of its own, so "{block.title}" would be lost. Move it below this line.',
            )
        if not block.closed:
            yield _problem(
                article.path,
                block.span,
                f'the block "{block.name}" is never closed. Write a line `///` after its text.',
            )
        if any(
            other.closed and other.span.line < block.span.line < other.end_line for other in article.blocks
        ):
            yield _problem(
                article.path,
                block.span,
                f'the block "{block.name}" stands inside another block. Close the outer one first.',
            )
