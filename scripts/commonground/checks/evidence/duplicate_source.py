"""
Each source has one record, and each record its own id.

Why: With two records of one source, a correction to one never reaches the pages that cite the other.

Fix: Move the findings of one record into the other and delete it, or give it another id where the sources differ.
"""

import unicodedata
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_LITTLE_WORDS = frozenset(("a", "an", "the", "le", "la", "les", "l", "un", "une", "des"))


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield ids used twice, which reading met, then both of two records with one DOI, or with one title and year."""
    yield from corpus.met("evidence/duplicate-source")
    first: dict[tuple[str, str], Source] = {}
    for source in corpus.sources.values():
        for key, name in _names(source):
            owner = first.setdefault((key, name), source)
            if owner is not source:
                yield _same(source, owner, key)
                yield _same(owner, source, key)
                break


def _same(source: Source, other: Source, key: str) -> Problem:
    message = (
        f'{other.path} has the same {key}, "{source.csl[key]}". '
        "Keep one record of the source, with the findings of both."
    )
    return _problem(source.path, source.spans.get(f"csl.{key}", FILE_START), message)


def _names(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what tells a source from all others: its DOI; its title and year, spelling aside."""
    if doi := str(source.csl.get("DOI", "")).lower():
        yield "DOI", doi
    plain = unicodedata.normalize("NFKD", source.title.casefold())
    words = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    ).split()
    yield "title", f"{source.year} {' '.join(word for word in words if word not in _LITTLE_WORDS)}"
