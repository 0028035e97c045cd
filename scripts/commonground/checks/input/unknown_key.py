"""Every key is one that the format knows."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.front_matter import KEYS
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each unknown key of a page, a record, a rule or data."""
    yield from corpus.met("input/unknown-key")
    for article in corpus.articles:
        for key, span in article.front.keys.items():
            if key not in KEYS:
                near = nearest(key, KEYS)
                message = (
                    _text("near", key=key, near=near)
                    if near
                    else _text("unknown", key=key, known=listed(KEYS))
                )
                yield _problem(article.path, span, message)
