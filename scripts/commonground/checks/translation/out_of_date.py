"""A translation says what its original says now."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.pairs import translations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
ECHOES = ("evidence/*", "input/*", "language/*", "links/*", "structure/*")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each translation whose hash is not that of its original."""
    for original, article in translations(corpus):
        if corpus.is_behind(article):
            translation = article.front.translation
            if translation is not None and translation.of:
                message = _text("changed", original=original.path, path=article.path)
            else:
                message = _text("never", original=original.path, path=article.path)
            yield _problem(article.path, article.front.span("translation"), message)
