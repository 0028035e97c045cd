"""A reference as other programs take it: CSL-JSON, RIS and BibTeX, made from a CSL-JSON item alone."""

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from commonground.model.csl import Item, Name, as_csl
from commonground.model.source import Source
from commonground.sources.people import OTHERS, listed

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


class Person(Struct, frozen=True):
    """``name`` is "Family, Given", an organization's as it stands."""

    name: str
    organization: bool


def source_item(source: Source) -> Item:
    """
    Return a source's CSL-JSON item with the address that answers: a kept copy takes over from a dead original.

    Its abstract is left out: that is no reference, nobody compared its figures, and it is not ours to publish.
    """
    item = replace(source.item, abstract="")
    return replace(item, url=source.kept_copy.url) if source.kept_copy else item


def csl_json(id: str, item: Item) -> str:
    """Return a list of one CSL-JSON item, as reference managers want it."""
    named = replace(item, id=id, author=tuple(listed(item.author)), editor=tuple(listed(item.editor)))
    return json.dumps([as_csl(named)], ensure_ascii=False, indent=1) + "\n"


def ris(id: str, item: Item) -> str:
    """Return an RIS entry, lines ended as the format asks."""
    first, _, last = item.page.partition("-")
    lines = [("TY", _RIS_TYPES.get(item.type, "GEN")), ("ID", id)]
    lines += [("AU", person.name) for person in people(item.author)]
    lines += [("ED", person.name) for person in people(item.editor)]
    lines += [
        ("TI", item.title), ("T2", item.container_title), ("PY", iso_day(item)[:4]),
        ("DA", _ris_day(item)), ("VL", item.volume), ("IS", item.issue), ("SP", first), ("EP", last),
        ("ET", item.version), ("M1", item.number), ("M3", item.genre),
        ("PB", item.publisher or item.authority), ("CY", item.publisher_place),
        ("SN", item.isbn), ("DO", item.doi), ("UR", item.url), ("LA", item.language),
        ("N1", item.note),
    ]  # fmt: skip
    shown = [f"{tag}  - {_one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*shown, "ER  - ", ""])


def bibtex(id: str, item: Item) -> str:
    """Return a BibTeX entry; braces keep the title's capitals, and an organization's name whole."""
    kind = _BIBTEX_TYPES.get(item.type, "misc")
    fields = {
        "author": _bibtex_names(item.author),
        "editor": _bibtex_names(item.editor),
        "title": f"{{{_escaped(item.title)}}}",
        _CONTAINERS.get(kind, "howpublished"): _escaped(item.container_title),
        "year": iso_day(item)[:4],
        "volume": _escaped(item.volume),
        "number": _escaped(item.issue or item.number),
        "pages": _escaped(item.page).replace("-", "--"),
        "institution" if kind == "techreport" else "publisher": _escaped(item.publisher or item.authority),
        "address": _escaped(item.publisher_place),
        "isbn": _escaped(item.isbn),
        "doi": _verbatim(item.doi),
        "url": _verbatim(item.url),
        "note": _escaped(item.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{id},\n" + ",\n".join(lines) + "\n}\n"


def people(names: Sequence[Name]) -> list[Person]:
    """Return the people of a role in their order."""
    return [_person(name) for name in listed(names)]


def iso_day(item: Item) -> str:
    """Return the date of publication as far as it is known: 2018-12-11, 2018-12, 2018 or ""."""
    first, *rest = _date_parts(item) or (0,)
    return "-".join((f"{first:04}", *(f"{part:02}" for part in rest))) if first else ""


def _date_parts(item: Item) -> tuple[int, ...]:
    return next(iter(item.issued.date_parts), ()) if item.issued else ()


def _ris_day(item: Item) -> str:
    """Return a date as RIS wants it, with all its slashes; a year alone stands in PY."""
    parts = iso_day(item).split("-")
    return "/".join([*parts, "", "", ""][:4]) if len(parts) > 1 else ""


def _person(name: Name) -> Person:
    if name.literal:
        return Person(name.literal, organization=True)
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return Person(", ".join(filter(None, (family, name.given))), organization=False)


def _bibtex_names(names: Sequence[Name]) -> str:
    others = ["others"] if OTHERS in names else []
    return " and ".join([*map(_bibtex_name, people(names)), *others])


def _bibtex_name(person: Person) -> str:
    return f"{{{_escaped(person.name)}}}" if person.organization else _escaped(person.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _verbatim(address: str) -> str:
    """Return an address, which BibTeX takes as it stands, with what would end its field percent-encoded."""
    return re.sub(r"[\\{}\s]", lambda match: quote(match[0]), address)


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}$&%#_~^]", lambda match: _BIBTEX_SPECIAL[match[0]], _one_line(text))
