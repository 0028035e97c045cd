"""
A retracted source carries no claim.

Why: Its own publisher no longer stands behind it.

Fix: Cite a source that stands, or say in the text that the source was retracted and allow the citation with a reason.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import all_citations
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a source that was retracted."""
    for passage, citation in all_citations(corpus):
        source = corpus.sources.get(citation.source)
        if source is not None and source.retracted:
            message = f"{source.id} was retracted on {source.retracted}. Cite a source that stands, or leave the claim out."
            yield _problem(passage.path, citation.span, message)
