"""
A native reader has read the translation.

Why: A translation that nobody has read may say something else than the original; its page says so until then.

Fix: Have a native reader compare the pages, then set the status to reviewed: `translation: {of: "…", status: reviewed}`.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.translation.pairs import translations
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each translation that is marked as made by a machine."""
    for _, article in translations(corpus):
        translation = article.front.translation
        if translation is not None and translation.status == "machine":
            yield _problem(
                article.path,
                article.front.span("translation"),
                "no native reader has read this translation yet; the page tells readers so. When one has, set status: reviewed.",
            )
