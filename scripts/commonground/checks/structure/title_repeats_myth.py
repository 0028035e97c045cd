"""A title or heading never states the myth."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Kind
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_WORD = re.compile(r"\w[\w’'-]*")
_SHARED = 0.7
"""Share of the heading's words of four letters or more that stand in the myth block, above which it repeats the myth."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each title or heading that is no question and shares most of its words with the myth."""
    for article in corpus.articles:
        myth = _words(" ".join(p.text for p in article.passages if p.block == "myth"))
        for text, span in _headings(article):
            words = _words(text)
            if (
                myth
                and words
                and not text.rstrip("\u00a0 ").endswith("?")
                and len(words & myth) / len(words) > _SHARED
            ):
                yield _problem(article.path, span, _text("repeats", text=text))


def _headings(article: Article) -> Iterator[tuple[str, Span]]:
    yield from ((p.text, p.whole()) for p in article.passages if p.kind in (Kind.TITLE, Kind.HEADING))


def _words(text: str) -> set[str]:
    plain = text.lower().replace(CITATION_CHARACTER, " ").replace("’", "'")
    return {word for word in _WORD.findall(plain) if len(word) >= 4}
