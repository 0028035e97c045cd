"""
A translation says what its original says now.

Why: A figure or answer that was corrected in one language alone misleads readers of the other.

Fix: Compare the two pages, update the translation, then run `commonground translate confirm` on it.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.translation.pairs import translations
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
ECHOES = ("evidence/*", "input/*", "language/*", "links/*", "structure/*")
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each translation whose hash is not that of its original."""
    for original, article in translations(corpus):
        translation = article.front.translation
        if translation is not None and translation.of != original.digest:
            message = f"{original.path} has changed since this translation was made. Update it, then run: commonground translate confirm {article.path}"
            yield _problem(article.path, article.front.span("translation"), message)
