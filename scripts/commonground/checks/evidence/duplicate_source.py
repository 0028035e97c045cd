"""
Each source has one record, and each record its own id.

Why: With two records of one source, a correction to one never reaches the pages that cite the other.

Fix: Move the findings of one record into the other and delete it, or give it another id where the sources differ.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield ids used twice, which reading met, then records with one DOI."""
    yield from corpus.met("evidence/duplicate-source")
    first: dict[str, str] = {}
    for source in corpus.sources.values():
        doi = str(source.csl.get("DOI", "")).lower()
        owner = first.setdefault(doi, source.path) if doi else source.path
        if owner != source.path:
            message = f'{owner} has the same DOI, "{doi}". Keep one record of the source, with the findings of both.'
            yield _problem(source.path, source.spans.get("csl.DOI", FILE_START), message)
