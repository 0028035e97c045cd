"""A native reader has read the translation."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.pairs import translations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each translation that no editor has read as it stands."""
    for _, article in translations(corpus):
        if not corpus.is_edited(article):
            yield _problem(article.path, article.front.span("translation"), _text("machine"))
