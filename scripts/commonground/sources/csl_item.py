"""
What others say about a source, cleaned: one item of CSL-JSON, whoever made it, to what a record holds.

Registries send more keys than CSL knows, lists where it wants a text, types under names of their own, and titles with
markup. What cannot be read stays out: a record never holds a guess.
"""

import re
import unicodedata
from collections.abc import Mapping

from msgspec.structs import replace

from commonground.model.csl import CSL_TYPES, Day, Item, Name
from commonground.model.entities import unescape
from commonground.sources.identifiers import DOI
from commonground.sources.people import OTHERS

_TEXTS = (
    "container-title", "volume", "issue", "page", "number", "number-of-pages", "genre", "authority", "jurisdiction",
    "section", "publisher", "publisher-place",
)  # fmt: skip
"""Texts that our references print, in the order in which a record has them."""

_PRINTED_IN_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")
"""Kinds whose references name no publisher."""

_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings-article": "paper-conference",
    "dissertation": "thesis",
    "posted-content": "article",
    "preprint": "article",
    "report-component": "report",
    "web_page": "webpage",
}
"""Names that registries give to kinds of CSL."""

_DATES = ("issued", "published", "published-print", "published-online")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_ISBN = re.compile(r"97[89]\d{10}|\d{9}[\dX]")
_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PART = re.compile(r"\d{1,9}")
_OTHERS = frozenset(("others", "and others", "et al", "al", "et autres", "et coll", "et collab"))
_LONGEST = 2000
"""Characters of a text; a longer one is an abstract or a whole page in the wrong field, and stays out."""


def clean_item(item: Mapping[str, object]) -> Item:
    """
    Return what a record holds of an item: plain texts, names and whole numbers.

    Args: item: CSL-JSON, or what a registry calls so.
    Returns: ``type`` and ``title`` are empty where the item does not say them in a way that a record may have.
    """
    kind = str(item.get("type") or "")
    kind = _TYPES.get(kind, kind)
    texts = {key: clean_text(_first(item.get(key))) for key in _TEXTS}
    texts["page"] = texts["page"] or clean_text(item.get("article-number"))
    if kind in _PRINTED_IN_PERIODICALS:
        texts["publisher"] = texts["publisher-place"] = ""
    cleaned = Item(
        type=kind if kind in CSL_TYPES else "",
        title=_title(item),
        author=_people(item.get("author")),
        editor=_people(item.get("editor")),
        issued=next((day for key in _DATES if (day := _date(item.get(key)))), None),
        doi=normal_doi(item.get("DOI")),
        pmcid=clean_text(item.get("PMCID")),
        isbn=_isbn(item.get("ISBN")) or _isbn(item.get("ISSN")),  # RIS has one field for both
        url=_address(item),
        language=_language(item.get("language")),
    )
    return replace(cleaned, **{key.replace("-", "_"): text for key, text in texts.items()})


def clean_text(value: object) -> str:
    """Return a text or number as one line of plain text: no markup, no entities, no invisible characters."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    for _ in range(3):  # registries escape what was escaped before
        text = _TAG.sub("", unescape(text))
    seen = "".join(character for character in _SPACES.sub(" ", text) if _is_seen(character))
    line = _SPACES.sub(" ", seen).strip()
    return line if len(line) <= _LONGEST else ""


def normal_doi(value: object) -> str:
    """Return a DOI without the address of a resolver, or "" where the value is none."""
    text = _RESOLVER.sub("", clean_text(value))
    return text if DOI.fullmatch(text) else ""


def _is_seen(character: str) -> bool:
    """Tell characters that a reader sees from controls, marks of direction, lone surrogates and the like."""
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _first(value: object) -> object:
    """Return the first of a list, or the value itself."""
    return (value[0] if value else None) if isinstance(value, list) else value


def _title(item: Mapping[str, object]) -> str:
    title, subtitle = clean_text(_first(item.get("title"))), clean_text(_first(item.get("subtitle")))
    if not title or not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title}{' ' if title[-1] in '?!:.' else ': '}{subtitle}"


def _people(value: object) -> tuple[Name, ...]:
    people = [_person(entry) for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
    named = tuple(name for name in people if name != Name() and not _is_others(name))
    return (*named, OTHERS) if named and any(map(_is_others, people)) else named


def _is_others(name: Name) -> bool:
    """Tell a sign that names are left out from a name."""
    words = f"{name.dropping_particle} {name.family} {name.literal} {name.given}"
    return " ".join(words.casefold().replace(".", " ").split()) in _OTHERS


def _person(entry: Mapping[str, object]) -> Name:
    keys = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle")
    name = Name(**{key.replace("-", "_"): clean_text(entry.get(key)) for key in keys})
    whole = clean_text(entry.get("literal")) or clean_text(entry.get("name"))
    return name if name.family and not whole else Name(literal=whole or name.given)


def _date(value: object) -> Day | None:
    """Return a date as far as it is one: a year, perhaps with its month and day."""
    parts = _first(value.get("date-parts")) if isinstance(value, dict) else None
    found: list[int] = []
    for part, most in zip(parts if isinstance(parts, list) else (), (9999, 12, 31), strict=False):
        number = (
            int(part) if isinstance(part, int) or (isinstance(part, str) and _PART.fullmatch(part)) else 0
        )
        if not 1 <= number <= most:
            break
        found.append(number)
    return Day(date_parts=(tuple(found),)) if found else None


def _isbn(value: object) -> str:
    text = clean_text(_first(value)).rpartition("/")[2]
    return text if _ISBN.fullmatch(text.replace("-", "").replace(" ", "")) else ""


def _address(item: Mapping[str, object]) -> str:
    """Return the source's own page; a resolver's address adds nothing to the DOI."""
    address = clean_text(item.get("URL"))
    if re.fullmatch(r"https?://\S+", address) and not _RESOLVER.match(address):
        return address
    doi = normal_doi(item.get("DOI")) or normal_doi(address)
    return f"https://doi.org/{doi}" if doi else ""


def _language(value: object) -> str:
    text = clean_text(value).replace("_", "-")
    start, _, region = text.partition("-")
    code = f"{start.lower()}-{region.upper()}" if region else start.lower()
    return code if _LANGUAGE.fullmatch(code) else ""
