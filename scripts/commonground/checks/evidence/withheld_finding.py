"""
A finding that is held back is not cited.

Why: Some records are still in doubt; printing them could harm the people they are about.

Fix: Cite another finding or leave the claim out, until an editor has settled the doubt and removed `withheld`.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import all_citations
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import in_language

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a withheld finding, with the reason on record."""
    for passage, citation in all_citations(corpus):
        finding = corpus.findings.get(citation.key)
        if finding is not None and finding.withheld:
            reason = in_language(finding.withheld, corpus.default_language).rstrip(".")
            message = f"{finding.key} may not be printed yet: {reason}. Cite another finding, or leave the claim out."
            yield _problem(passage.path, citation.span, message)
