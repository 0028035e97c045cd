"""Which record a reference belongs to that was pasted into a text."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from commonground.model.corpus import Corpus
from commonground.model.pasted import ADDRESS, DOI, NAMED
from commonground.model.source import Source
from commonground.sources.csl_item import normal_doi
from commonground.sources.people import listed
from commonground.text.folding import lowered

_START = re.compile(r"https?://(?:www\.|dx\.)?")
_WORD = re.compile(r"[^\W\d_]+")


class Pasted(Struct, frozen=True):
    """A reference as it is written, the record that it belongs to (None for none), and its DOI, "" for none."""

    written: str
    source: Source | None
    doi: str = ""


def pasted(text: str, addresses: tuple[str, ...], corpus: Corpus) -> Pasted | None:
    """
    Return the first reference in a text that names a record, else the first that has an address or a DOI.

    Args: addresses: Those of the links in it.
    """
    found = list(_found(text, addresses, corpus))
    known = (one for one in found if one.source)
    return next(known, None) or next((one for one in found if one.written.startswith(("http", "10."))), None)


def _found(text: str, addresses: tuple[str, ...], corpus: Corpus) -> Iterator[Pasted]:
    by_address, by_doi, by_name = _index(corpus)
    for written in (*addresses, *ADDRESS.findall(text), *DOI.findall(text)):
        doi = next(iter(DOI.findall(written)), "")
        source = by_doi.get(doi.lower()) or by_address.get(_bare(written))
        yield Pasted(written, source, doi)
    for match in NAMED.finditer(text):
        names = {lowered(word) for word in _WORD.findall(match["names"])}
        alike = [source for source in by_name.get(int(match["year"]), ()) if _first_name(source) in names]
        yield Pasted(match.group(), alike[0] if len(alike) == 1 else None)


@lru_cache(maxsize=1)
def _index(corpus: Corpus) -> tuple[Mapping[str, Source], Mapping[str, Source], Mapping[int, list[Source]]]:
    """Return the records by address, by DOI and by year."""
    by_address: dict[str, Source] = {}
    by_doi: dict[str, Source] = {}
    by_year: dict[int, list[Source]] = {}
    for source in corpus.sources.values():
        for address in (source.original, source.checked.url):
            by_address.setdefault(_bare(address), source)
        if doi := normal_doi(source.item.doi):
            by_doi[doi.lower()] = source
        if source.year:
            by_year.setdefault(source.year, []).append(source)
    return by_address, by_doi, by_year


def _bare(address: str) -> str:
    """Return an address as two people would write it alike."""
    return _START.sub("", address).partition("#")[0].rstrip("/").lower()


def _first_name(source: Source) -> str:
    """Return the last word of the first author's name, in small letters."""
    for name in listed(source.item.author):
        words = _WORD.findall(name.family or name.literal)
        return lowered(words[-1]) if words else ""
    return ""
