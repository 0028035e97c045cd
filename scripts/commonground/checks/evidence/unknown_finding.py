"""Every citation names a finding that its source has."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a finding that its source lacks."""
    for passage, citation in all_citations(corpus):
        if citation.finding and citation.source in corpus.search_ids:
            yield _problem(passage.path, citation.span, _text("search", source=citation.source))
        source = corpus.sources.get(citation.source)
        if source is None or citation.finding is None or source.finding(citation.finding):
            continue
        if corpus.is_broken(source.path):
            continue
        yield _problem(passage.path, citation.span, _message(citation.finding, source))


def _message(name: str, source: Source) -> Message:
    names = [finding.id for finding in source.findings]
    if near := nearest(name, names):
        return _text("near", source=source.id, name=name, near=near, path=source.path)
    if names:
        return _text("known", source=source.id, name=name, known=listed(names), path=source.path)
    return _text("none", source=source.id, name=name, path=source.path)
