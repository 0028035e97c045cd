"""A title or heading never states the myth."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.wording import long_words
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_SHARED = 0.7
"""Share of the heading's words of four letters or more that stand in the myth block, above which it repeats the myth."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each title or heading that is no question and shares most of its words with the myth."""
    for article in corpus.articles:
        myth = long_words(" ".join(p.text for p in article.passages if p.block == "myth"))
        for text, span in _headings(article):
            words = long_words(text)
            if (
                myth
                and words
                and not text.rstrip("\u00a0 ").endswith("?")
                and len(words & myth) / len(words) > _SHARED
            ):
                yield _problem(article.path, span, _text("repeats", text=text))


def _headings(article: Article) -> Iterator[tuple[str, Span]]:
    yield from ((p.text, p.whole()) for p in article.passages if p.kind in (Kind.TITLE, Kind.HEADING))
