"""
Every citation names a source that is on record.

Why: A citation that leads nowhere looks like evidence and is none.

Fix: Correct the name before the `#`, or add the record in `evidence/` after reading the source.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import all_citations
from commonground.checks.making import did_you_mean, maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of no source; a broken record, and what is no citation, are told as that."""
    known = corpus.source_ids | corpus.search_ids
    for passage, citation in all_citations(corpus):
        if citation.source and citation.source not in known:
            hint = did_you_mean(citation.source, known)
            advice = f"{hint} If not, add" if hint else " Correct the name, or add"
            message = f'no source is called "{citation.source}".{advice} evidence/{citation.source}.yaml.'
            yield _problem(passage.path, citation.span, message)
