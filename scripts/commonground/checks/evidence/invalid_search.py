"""A search record says what was asked, when and where somebody looked, with which words, what was found, and what was left out."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what reading met, then an id that a source has too, and names of sources that are not there."""
    yield from corpus.met("evidence/invalid-search")
    for search in corpus.searches.values():
        if search.id in corpus.source_ids:
            yield _problem(search.path, search.spans.get("id", FILE_START), _text("taken", id=search.id))
        for id in search.sources:
            if id not in corpus.source_ids:
                near = nearest(id, corpus.source_ids)
                message = _text("unknown-near", id=id, near=near) if near else _text("unknown", id=id)
                yield _problem(search.path, search.spans.get("sources", FILE_START), message)
