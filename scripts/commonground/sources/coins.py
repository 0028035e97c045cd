"""
A work as an OpenURL context object, for a ``Z3988`` span in a page (COinS), where Zotero and library tools look for it.

Source: NISO Z39.88-2004 (formats journal, book and dc as key/value pairs); ``rft.type`` with Zotero's names of item
types, which is how Zotero tells a judgment or a statute from a web page.
"""

from collections.abc import Iterator
from urllib.parse import quote

from commonground.model.csl import Item
from commonground.sources.written import iso_day, people

Pairs = Iterator[tuple[str, str]]

_FORMATS = {
    "article-journal": ("journal", "article"),
    "book": ("book", "book"),
    "chapter": ("book", "bookitem"),
    "report": ("book", "report"),
}
_ZOTERO_TYPES = {
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "legal_case": "case",
    "legislation": "statute",
    "post-weblog": "blogPost",
    "thesis": "thesis",
}


def context_object(item: Item) -> str:
    """Return the context object of a CSL-JSON item; what the item does not say is left out."""
    kind, genre = _FORMATS.get(item.type, ("dc", ""))
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind}"),
        ("rft.genre", genre),
    ]
    pairs += _identifiers(item)
    pairs += _titles(item, kind, genre)
    pairs += _people(item)
    pairs += [
        ("rft.date", iso_day(item)), ("rft.volume", item.volume), ("rft.issue", item.issue),
        ("rft.pages", item.page), ("rft.place", item.publisher_place),
        ("rft.publisher" if kind == "dc" else "rft.pub", item.publisher), ("rft.isbn", item.isbn),
        ("rft.language", item.language),
    ]  # fmt: skip
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def _identifiers(item: Item) -> Pairs:
    if doi := item.doi:
        yield "rft_id", f"info:doi/{doi}"
    yield "rft_id", item.url


def _titles(item: Item, kind: str, genre: str) -> Pairs:
    title, container = item.title, item.container_title
    if kind == "dc":
        yield "rft.type", _ZOTERO_TYPES.get(item.type, "webpage")
        yield "rft.title", title
        yield "rft.source", container
    elif genre in ("article", "bookitem"):
        yield "rft.atitle", title
        yield ("rft.jtitle" if kind == "journal" else "rft.btitle"), container
    else:
        yield "rft.btitle", title


def _people(item: Item) -> Pairs:
    """Yield authors in their order; an organization has a key of its own, so that its name is not cut in two."""
    for person in people(item.author):
        yield ("rft.aucorp" if person.organization else "rft.au"), person.name
