"""
Every citation names a finding that its source has.

Why: A source says many things; a reader must reach the one sentence that carries the claim.

Fix: Correct the name after the `#`, or record the finding in the source's file.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import all_citations
from commonground.checks.making import did_you_mean, maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a finding that its source lacks."""
    for passage, citation in all_citations(corpus):
        if citation.finding and citation.source in corpus.search_ids:
            message = f"{citation.source} is a search, and has no findings. Cite it as [@{citation.source}]."
            yield _problem(passage.path, citation.span, message)
        source = corpus.sources.get(citation.source)
        if source is None or citation.finding is None or source.finding(citation.finding):
            continue
        names = [finding.id for finding in source.findings]
        hint = did_you_mean(citation.finding, names) or (f" It has: {', '.join(names)}." if names else "")
        message = f'{source.id} has no finding called "{citation.finding}".{hint} If none fits, record it in {source.path}.'
        yield _problem(passage.path, citation.span, message)
