"""Each source for reference managers: CSL-JSON, RIS and BibTeX, made from the record alone."""

import json
import re
from collections.abc import Iterator, Mapping

from commonground.model.corpus import Corpus
from commonground.model.source import Source

FOLDER = "data/references"
FORMATS = {"bibtex": "bib", "ris": "ris", "csl": "json"}
"""Formats by name, with the ending of their files."""

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


def reference_files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every source in every format."""
    writers = {"bibtex": bibtex, "ris": ris, "csl": csl_json}
    for source in corpus.sources.values():
        for name, ending in FORMATS.items():
            yield f"{FOLDER}/{source.id}.{ending}", writers[name](source).encode()


def csl_json(source: Source) -> str:
    """Return a list of one CSL-JSON item, as reference managers want it."""
    item = {"id": source.id, **source.csl}
    if source.kept_copy:
        item["URL"] = source.kept_copy.url
    return json.dumps([item], ensure_ascii=False, indent=1, default=str) + "\n"


def ris(source: Source) -> str:
    """Return an RIS entry, lines ended as the format asks."""
    first, _, last = _text(source, "page").partition("-")
    lines = [("TY", _RIS_TYPES.get(_text(source, "type"), "GEN")), ("ID", source.id)]
    lines += [("AU", name) for name in _people(source, "author")]
    lines += [("ED", name) for name in _people(source, "editor")]
    lines += [
        ("TI", source.title), ("T2", _text(source, "container-title")), ("PY", str(source.year or "")),
        ("VL", _text(source, "volume")), ("IS", _text(source, "issue")), ("SP", first), ("EP", last),
        ("PB", _text(source, "publisher")), ("CY", _text(source, "publisher-place")), ("DO", _text(source, "DOI")),
        ("UR", source.address), ("LA", _text(source, "language")),
    ]  # fmt: skip
    shown = [f"{tag}  - {_one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*shown, "ER  - ", ""])


def bibtex(source: Source) -> str:
    """Return a BibTeX entry; braces keep the title's capitals."""
    kind = _BIBTEX_TYPES.get(_text(source, "type"), "misc")
    fields = {
        "author": " and ".join(_escaped(name) for name in _people(source, "author")),
        "editor": " and ".join(_escaped(name) for name in _people(source, "editor")),
        "title": f"{{{_escaped(source.title)}}}",
        _CONTAINERS.get(kind, "howpublished"): _escaped(_text(source, "container-title")),
        "year": str(source.year or ""),
        "volume": _escaped(_text(source, "volume")),
        "number": _escaped(_text(source, "issue") or _text(source, "number")),
        "pages": _escaped(_text(source, "page")).replace("-", "--"),
        "institution" if kind == "techreport" else "publisher": _escaped(_text(source, "publisher")),
        "doi": _text(source, "DOI"),
        "url": source.address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


def _text(source: Source, key: str) -> str:
    value = source.csl.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def _people(source: Source, role: str) -> list[str]:
    """Return names as "Family, Given"; an organization's as it stands."""
    people = source.csl.get(role)
    if not isinstance(people, list | tuple):
        return []
    return [_name(person) for person in people if isinstance(person, Mapping)]


def _name(person: Mapping[str, object]) -> str:
    if person.get("literal"):
        return str(person["literal"])
    family = " ".join(str(person[key]) for key in ("non-dropping-particle", "family") if person.get(key))
    return ", ".join(part for part in (family, str(person.get("given", ""))) if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}$&%#_~^]", lambda match: _BIBTEX_SPECIAL[match[0]], _one_line(text))
