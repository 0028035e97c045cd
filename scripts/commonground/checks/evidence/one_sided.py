"""
A finding that others contest is cited together with one of them.

Why: Showing one side of an open question makes it look settled.

Fix: Cite one of the findings that disagree on the same page, and say plainly that they do.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
ECHOES = ("evidence/citation-form", "evidence/uncited-figure", "evidence/unknown-*", "input/*")
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where an article first cites a contested finding and none of those that contest it."""
    for article in corpus.articles:
        cited = {citation.key for citation in article.citations}
        first = {citation.key: citation for citation in reversed(article.citations)}
        for key, citation in first.items():
            finding = corpus.findings.get(key)
            if finding is not None and finding.contested_by and cited.isdisjoint(finding.contested_by):
                others = ", ".join(f"[@{other}]" for other in finding.contested_by)
                message = (
                    f"{key} is contested, and this page shows one side only. Cite with it one of {others}."
                )
                yield _problem(article.path, citation.span, message)
