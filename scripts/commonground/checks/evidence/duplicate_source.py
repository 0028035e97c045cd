"""Each source has one record, and each record its own id."""

import unicodedata
from collections.abc import Collection, Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield ids used twice, which reading met, then both of two records with one DOI, or with one title and year."""
    yield from corpus.met("evidence/duplicate-source")
    articles = {
        word.rstrip("'") for locale in corpus.locales.values() for word in locale.words.grammar.articles
    }
    first: dict[tuple[str, str], Source] = {}
    for source in corpus.sources.values():
        for key, name in _names(source, articles):
            owner = first.setdefault((key, name), source)
            if owner is not source:
                yield _same(source, owner, key)
                yield _same(owner, source, key)
                break


def _same(source: Source, other: Source, key: str) -> Problem:
    if key == "DOI":
        message = _text("doi", path=other.path, written=source.item.doi)
    else:
        message = _text("title", path=other.path, written=source.title)
    return _problem(source.path, source.spans.get(f"csl.{key}", FILE_START), message)


def _names(source: Source, articles: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what tells a source from all others: its DOI; its title and year, spelling aside."""
    if doi := source.item.doi.lower():
        yield "DOI", doi
    plain = unicodedata.normalize("NFKD", source.title.casefold())
    words = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    ).split()
    yield "title", f"{source.year} {' '.join(word for word in words if word not in articles)}"
