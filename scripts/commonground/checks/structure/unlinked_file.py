"""Every file beside the pages is linked from one."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each file that no page leads to; one with a problem of its own has been told."""
    for path in sorted(corpus.assets - corpus.linked - corpus.refused):
        yield _problem(path, FILE_START, _text("unlinked"))
