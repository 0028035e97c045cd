"""A reference as other programs take it: CSL-JSON, RIS and BibTeX, made from a CSL-JSON item alone."""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from msgspec import Struct

from commonground.model.source import Source
from commonground.sources.people import has_others, listed

_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "legal_case": "CASE",
    "legislation": "STAT",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_BIBTEX_TYPES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle"}
_BIBTEX_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


Item = Mapping[str, object]
"""A CSL-JSON item."""


class Person(Struct, frozen=True):
    """``name`` is "Family, Given", an organization's as it stands."""

    name: str
    organization: bool


def source_item(source: Source) -> Item:
    """
    Return a source's CSL-JSON item with the address that answers: a kept copy takes over from a dead original.

    Its abstract is left out: that is no reference, nobody compared its figures, and it is not ours to publish.
    """
    item = {key: value for key, value in source.csl.items() if key != "abstract"}
    return {**item, "URL": source.kept_copy.url} if source.kept_copy else item


def csl_json(id: str, item: Item) -> str:
    """Return a list of one CSL-JSON item, as reference managers want it."""
    named = {role: listed(item, role) for role in ("author", "editor") if role in item}
    return json.dumps([{"id": id, **item, **named}], ensure_ascii=False, indent=1, default=str) + "\n"


def ris(id: str, item: Item) -> str:
    """Return an RIS entry, lines ended as the format asks."""
    first, _, last = text(item, "page").partition("-")
    lines = [("TY", _RIS_TYPES.get(text(item, "type"), "GEN")), ("ID", id)]
    lines += [("AU", person.name) for person in people(item, "author")]
    lines += [("ED", person.name) for person in people(item, "editor")]
    lines += [
        ("TI", text(item, "title")), ("T2", text(item, "container-title")), ("PY", iso_day(item)[:4]),
        ("DA", _ris_day(item)), ("VL", text(item, "volume")), ("IS", text(item, "issue")), ("SP", first), ("EP", last),
        ("ET", text(item, "version")), ("M1", text(item, "number")), ("M3", text(item, "genre")),
        ("PB", text(item, "publisher") or text(item, "authority")), ("CY", text(item, "publisher-place")),
        ("SN", text(item, "ISBN")), ("DO", text(item, "DOI")), ("UR", text(item, "URL")), ("LA", text(item, "language")),
        ("N1", text(item, "note")),
    ]  # fmt: skip
    shown = [f"{tag}  - {_one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*shown, "ER  - ", ""])


def bibtex(id: str, item: Item) -> str:
    """Return a BibTeX entry; braces keep the title's capitals, and an organization's name whole."""
    kind = _BIBTEX_TYPES.get(text(item, "type"), "misc")
    fields = {
        "author": _bibtex_names(item, "author"),
        "editor": _bibtex_names(item, "editor"),
        "title": f"{{{_escaped(text(item, 'title'))}}}",
        _CONTAINERS.get(kind, "howpublished"): _escaped(text(item, "container-title")),
        "year": iso_day(item)[:4],
        "volume": _escaped(text(item, "volume")),
        "number": _escaped(text(item, "issue") or text(item, "number")),
        "pages": _escaped(text(item, "page")).replace("-", "--"),
        "institution" if kind == "techreport" else "publisher": _escaped(
            text(item, "publisher") or text(item, "authority")
        ),
        "address": _escaped(text(item, "publisher-place")),
        "isbn": _escaped(text(item, "ISBN")),
        "doi": _verbatim(text(item, "DOI")),
        "url": _verbatim(text(item, "URL")),
        "note": _escaped(text(item, "note")),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{id},\n" + ",\n".join(lines) + "\n}\n"


def text(item: Item, key: str) -> str:
    """Return a plain value, "" where there is none."""
    value = item.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def people(item: Item, role: str) -> list[Person]:
    """Return the people of a role (``author``, ``editor``) in their order."""
    return [_person(person) for person in listed(item, role)]


def iso_day(item: Item) -> str:
    """Return the date of publication as far as it is known: 2018-12-11, 2018-12, 2018 or ""."""
    first, *rest = _date_parts(item) or [0]
    return "-".join((f"{first:04}", *(f"{part:02}" for part in rest))) if first else ""


def _date_parts(item: Item) -> list[int]:
    match item.get("issued"):
        case {"date-parts": [[*parts], *_]} if all(isinstance(part, int) for part in parts):
            return list(parts)
    return []


def _ris_day(item: Item) -> str:
    """Return a date as RIS wants it, with all its slashes; a year alone stands in PY."""
    parts = iso_day(item).split("-")
    return "/".join([*parts, "", "", ""][:4]) if len(parts) > 1 else ""


def _person(person: Mapping[str, object]) -> Person:
    if person.get("literal"):
        return Person(str(person["literal"]), organization=True)
    family = " ".join(str(person[key]) for key in ("non-dropping-particle", "family") if person.get(key))
    return Person(
        ", ".join(part for part in (family, str(person.get("given", ""))) if part), organization=False
    )


def _bibtex_names(item: Item, role: str) -> str:
    others = ["others"] if has_others(item, role) else []
    return " and ".join([*map(_bibtex_name, people(item, role)), *others])


def _bibtex_name(person: Person) -> str:
    return f"{{{_escaped(person.name)}}}" if person.organization else _escaped(person.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _verbatim(address: str) -> str:
    """Return an address, which BibTeX takes as it stands, with what would end its field percent-encoded."""
    return re.sub(r"[\\{}\s]", lambda match: quote(match[0]), address)


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}$&%#_~^]", lambda match: _BIBTEX_SPECIAL[match[0]], _one_line(text))
