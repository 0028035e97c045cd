"""A sentence is compared anew when the record it rests on changes."""

from collections.abc import Iterator, Sequence

from commonground.checks.making import maker
from commonground.checks.shared.citing import all_citations, sentence_at
from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_NAMED = 3
"""Findings that a message names; a page may cite many."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence whose finding has changed since, and one a page for findings never compared."""
    yield from corpus.met("evidence/changed-since-review")
    digests = {key: finding.digest for key, finding in corpus.findings.items()}
    fresh: dict[str, dict[str, Span]] = {}
    for passage, citation in all_citations(corpus):
        finding = corpus.findings.get(citation.key)
        if finding is None or passage.owner:
            continue
        known = corpus.reviews.get((passage.path, finding.key))
        if not known:
            fresh.setdefault(passage.path, {}).setdefault(finding.key, _place(passage, citation))
        elif known != digests[finding.key]:
            message = _text("changed", finding=finding.key, source=finding.source, path=passage.path)
            yield _problem(passage.path, _place(passage, citation), message)
    for path, places in fresh.items():
        yield _problem(path, min(places.values()), _never(path, list(places)))


def _never(path: str, keys: Sequence[str]) -> Message:
    """Say which findings were never compared: a new page has many, and one message is enough."""
    named: Value = listed(keys[:_NAMED])
    if len(keys) > _NAMED:
        named = _text("more", listed=named, n=len(keys) - _NAMED)
    return _text("fresh", n=len(keys), findings=named, source=keys[0].partition("#")[0], path=path)


def _place(passage: Passage, citation: Citation) -> Span:
    sentence = sentence_at(passage, citation.offset)
    return passage.span(sentence.start, sentence.end) if sentence else citation.span
