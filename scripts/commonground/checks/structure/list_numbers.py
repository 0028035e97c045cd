"""A list is numbered from 1."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.markdown.comparison import comparisons
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
NEEDS = comparisons
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each list that begins with another number than 1 and does not go on with the one before."""
    for path, found in comparisons(corpus).items():
        for span, number in found.numbered:
            yield _problem(path, span, _text("number", number=number))
