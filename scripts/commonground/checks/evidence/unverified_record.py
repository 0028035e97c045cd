"""
A figure rests on a source that somebody read, not on another's account of it.

Why: A number passes through many hands; each may change it, its base or its meaning.

Fix: Read the source and record that in `checked`, or add a finding that was read to the sentence.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import carriers, cited_findings, uses
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_SECOND_HAND = "secondary"


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure whose every carrier was read at second hand."""
    for use in uses(corpus):
        found = carriers(use.figure, cited_findings(corpus, use.citations), use.passage.language)
        if found and all(corpus.sources[one.source].checked.how == _SECOND_HAND for one in found):
            names = " and ".join(dict.fromkeys(finding.source for finding in found))
            message = (
                f'"{use.figure.text}" rests on {names}, which was read only through another\'s account. '
                "Read the source and record it, or cite one that was read."
            )
            yield _problem(use.page.path, use.passage.span(use.figure.start, use.figure.end), message)
