"""A figure rests on a source that somebody read, not on another's account of it."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import carriers, cited_findings, uses
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import SECOND_HAND

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure whose every carrier was read at second hand."""
    for use in uses(corpus):
        found = carriers(use.figure, cited_findings(corpus, use.citations), use.passage.language)
        if found and all(corpus.sources[one.source].checked.how == SECOND_HAND for one in found):
            names = listed(dict.fromkeys(finding.source for finding in found), "and")
            message = _text("second-hand", figure=use.figure.text, sources=names)
            yield _problem(use.page.path, use.passage.span(use.figure.start, use.figure.end), message)
