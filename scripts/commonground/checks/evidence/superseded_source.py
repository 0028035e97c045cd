"""A source with a successor is cited together with it."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import pages
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


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
                later = listed(source.superseded_by, "or")
                message = _text("superseded", source=source.id, later=later)
                yield _problem(page.path, citation.span, message)
