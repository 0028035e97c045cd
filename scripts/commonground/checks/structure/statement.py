"""A statement of a self-assessment has its reason, with a citation, and a next step, with a link."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article, Block
from commonground.model.corpus import Corpus
from commonground.model.marks import STATEMENT
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_PARTS = 3


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each statement that lacks one of its parts."""
    for article in corpus.articles:
        for block in article.blocks:
            if block.name == STATEMENT and block.closed and (message := _lacks(article, block)):
                yield _problem(article.path, block.span, message)


def _lacks(article: Article, block: Block) -> Message | None:
    parts = article.within(block)
    if len(parts) != _PARTS:
        return _text("parts", n=len(parts))
    _, why, step = parts
    if not why.citations:
        return _text("uncited")
    if not any(step.whole().line <= link.span.line < block.end_line for link in article.links):
        return _text("no_link")
    return None
