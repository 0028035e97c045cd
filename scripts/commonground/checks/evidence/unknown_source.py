"""Every citation names a source that is on record, and so does every list of sources of a word rule or data file."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of no source; a broken record, and what is no citation, are told as that."""
    known = corpus.source_ids | corpus.search_ids
    for path, span, id in _named(corpus):
        if id not in known:
            near = nearest(id, known)
            message = _text("near", name=id, near=near) if near else _text("unknown", name=id)
            yield _problem(path, span, message)


def _named(corpus: Corpus) -> Iterator[tuple[str, Span, str]]:
    """Yield file, place and id of each source that a citation, a word rule or an entry of a data file names."""
    for passage, citation in all_citations(corpus):
        if citation.source:
            yield passage.path, citation.span, citation.source
    yield from corpus.reference.sources
    for rules in corpus.terms.values() if corpus.source_ids else ():  # a project may keep no sources at all
        for rule in rules:
            yield from ((rule.path, *named) for named in zip(rule.sources_at, rule.sources, strict=True))
