"""
A source with a successor is cited together with it.

Why: A later ruling or edition may say the opposite, and a reader of the old one alone would not know.

Fix: Cite the later source on the same page and say what changed.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import pages
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where a page first cites a superseded source, unless it cites a successor as well."""
    for page in pages(corpus):
        cited = {citation.source for citation in page.citations}
        reported: set[str] = set()
        for citation in page.citations:
            source = corpus.sources.get(citation.source)
            if source is None or not source.superseded_by or source.id in reported:
                continue
            if cited.isdisjoint(source.superseded_by):
                reported.add(source.id)
                later = " or ".join(source.superseded_by)
                message = f"{source.id} has a successor, {later}, which this page does not cite. Cite it too, and say what changed."
                yield _problem(page.path, citation.span, message)
