"""
A search record says what was asked, when and where somebody looked, with which words, what was found, and what was left out.

Why: "We found no study" is worth what the search behind it was worth, and a reader can judge only what is written down.

Fix: Correct the value named in the message. Only a search that somebody made gets a record.
"""

from collections.abc import Iterator

from commonground.checks.making import did_you_mean, maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what reading met, then an id that a source has too, and names of sources that are not there."""
    yield from corpus.met("evidence/invalid-search")
    for search in corpus.searches.values():
        if search.id in corpus.source_ids:
            message = f'"{search.id}" is already the id of evidence/{search.id}.yaml. Give this search an id and file name of its own.'
            yield _problem(search.path, search.spans.get("id", FILE_START), message)
        for id in search.sources:
            if id not in corpus.source_ids:
                hint = did_you_mean(id, corpus.source_ids) or " Name a record that is there, or take it out."
                yield _problem(
                    search.path,
                    search.spans.get("sources", FILE_START),
                    f'sources names "{id}", but there is no such source.{hint}',
                )
