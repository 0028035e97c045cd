"""The files beside the pages: data, feeds, references and archives, read text by text like the pages themselves."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from xml.etree import ElementTree

import yaml

from commonground.export.feeds import FILES as FEEDS
from commonground.export.fields import Fields
from commonground.export.files import fields_of
from commonground.languages import FIRST
from commonground.languages.message import Message, Value, texts_of
from commonground.languages.terminal import Spoken
from commonground.metadata.structured_data import FIELDS as STRUCTURED_DATA
from commonground.model import marks
from commonground.model.passage import CELL_GAP
from commonground.model.problem import Problem
from commonground.verify.attributes import Use, use_of
from commonground.verify.faults import fault
from commonground.verify.figures import Wall, unread
from commonground.verify.page import Block, Page, Scope
from commonground.verify.tokens import tokens

Texts = Iterator[tuple[Message, Block, str]]
"""Each text of a file, with the words that say where it stands, and the page that it is of, if any."""

_text = texts_of(__name__)
_NOT_DECLARED = Fields()
_LANGUAGE = re.compile(r"[a-z]{2}")
_COLUMN_LANGUAGE = re.compile(r"_([a-z]{2})$")
_BIBTEX = re.compile(r"^(?:\s+(?P<key>\w+) = \{(?P<value>.*)\},?|@\w+\{(?P<id>[^,]*),)$")
_RIS = re.compile(r"^(?P<key>[A-Z][A-Z0-9])  - (?P<value>.*)$")


class Unreadable(Spoken):
    """A file is not what its name says."""


def is_feed(path: str) -> bool:
    """Tell whether a file is a feed, which may repeat the texts of all pages of its language."""
    return PurePosixPath(path).name in FEEDS.values()


def unread_in_file(path: str, data: bytes, wall: Wall) -> Iterator[Problem]:
    """Yield each number of a data file that nobody has read, and a file that cannot be read at all."""
    raw = data.decode("utf-8-sig", "replace")
    repeated = wall.ledger.pages_of(wall.ledger.language_of(path)) if is_feed(path) else ()
    try:
        for where, block, page in texts_in(path, data, wall):
            for excerpt in wall.unread(block, page, *repeated):
                yield unread(path, raw, excerpt, where)
    except Unreadable as error:
        yield fault(path, raw, "", "unread-file", _text("delete", fault=error.message))


def unread_in_page(page: Page, wall: Wall) -> Iterator[Problem]:
    """Yield each number of a page's data for programs that nobody has read."""
    for kind, text in page.data:
        declared = STRUCTURED_DATA if kind == "application/ld+json" else _NOT_DECLARED
        around = Scope(language=page.language)
        try:
            for where, block, _ in _Reader(declared, wall).json(text.encode(), around):
                for excerpt in wall.unread(block, page.path):
                    yield unread(page.path, page.raw, excerpt, _text("for-programs", where=where))
        except Unreadable as error:
            message = _text("template", fault=error.message)
            yield fault(page.path, page.raw, text[:40], "unread-file", message)


def texts_in(path: str, data: bytes, wall: Wall) -> Texts:
    """Yield the texts of a data file. Raises: Unreadable."""
    name = PurePosixPath(path)
    reader = _Reader(fields_of(path) or _NOT_DECLARED, wall)
    read = {
        ".json": reader.json,
        ".csv": reader.csv,
        ".xml": reader.xml,
        ".bib": reader.bibtex,
        ".ris": reader.ris,
        ".zip": reader.archive,
    }[name.suffix]
    scope = Scope(reference=name.stem) if name.stem in wall.ledger.references else Scope()
    if is_feed(path):
        scope = Scope(wall.ledger.language_of(path))
    yield from read(data, scope)


class _Reader:
    """Reads one file; what its fields are declared to be decides how their numbers are held against the ledger."""

    def __init__(self, declared: Fields, wall: Wall) -> None:
        self._declared = declared
        self._ledger = wall.ledger

    def json(self, data: bytes, scope: Scope) -> Texts:
        try:
            yield from self.value(json.loads(data), "", scope, Scope())
        except (ValueError, RecursionError) as error:
            raise Unreadable(_text("no-json", error=str(error))) from None

    def csv(self, data: bytes, scope: Scope) -> Texts:
        try:
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        except (UnicodeDecodeError, csv.Error) as error:
            raise Unreadable(_text("no-table", error=str(error))) from None
        if (
            self._declared is _NOT_DECLARED
        ):  # a contributor's own, whose rows are read like those of a table in a page
            for row in rows:
                yield from self._text(marks.CITATION.sub(" ", CELL_GAP.join(row)), _text("row"), scope, scope)
            return
        for number, row in enumerate(rows):
            named = dict(zip(rows[0], row, strict=False)) if number else row
            yield from self.value(named, _text("column-head"), scope, Scope())

    def xml(self, data: bytes, scope: Scope) -> Texts:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise Unreadable(_text("entities"))
        try:
            root = ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            raise Unreadable(_text("no-xml", error=str(error))) from None
        for element in root.iter():
            tag = _local(element.tag)
            if tag in self._declared.computed:
                continue
            for text in (element.text, element.tail):
                yield from self._text(text or "", f"<{tag}>", scope, scope)
            for name, value in element.items():
                if Use.TEXT in use_of(tag, _local(name).lower(), ""):
                    yield from self._text(value, _text("attribute", name=_local(name), tag=tag), scope, scope)

    def bibtex(self, data: bytes, scope: Scope) -> Texts:
        yield from self._lines(_BIBTEX, data, scope)

    def ris(self, data: bytes, scope: Scope) -> Texts:
        yield from self._lines(_RIS, data, scope)

    def archive(self, data: bytes, scope: Scope) -> Texts:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise Unreadable(_text("archive", error=str(error))) from None
        for name, content in members.items():
            if name.endswith(".yml"):
                found = self.yaml(content, scope)
            else:
                found = self._text(content.decode("utf-8", "replace"), _text("text"), scope, scope)
            yield from (
                (_text("member", where=where, name=name), block, page) for where, block, page in found
            )

    def yaml(self, data: bytes, scope: Scope) -> Texts:
        try:
            yield from self.value(yaml.load(data, yaml.CSafeLoader), "", scope, scope)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise Unreadable(_text("archive", error=str(error))) from None

    def value(self, value: object, key: Value, named: Scope, scope: Scope, page: str = "") -> Texts:
        """
        Yield the texts of a JSON value, however deep.

        Args: named: What the objects around it name: their language, source and findings. scope: What of that holds for
            its numbers, by the keys that lead there. page: The page that they name.
        """
        if isinstance(value, Mapping):
            named = self._named(value, named)
            page = f"{value['page']}index.html" if isinstance(value.get("page"), str) else page
            for name, part in value.items():
                inner = self._holding(str(name), named, scope)
                if inner is not None:
                    yield from self.value(part, str(name), named, inner, page)
        elif isinstance(value, list | tuple):
            for part in value:
                yield from self.value(part, key, named, scope, page)
        elif value is not None and not isinstance(value, bool) and not self._is_name(value, named):
            yield from self._text(str(value), key, named, scope, page)

    def _named(self, values: Mapping[str, object], around: Scope) -> Scope:
        """Return what an object names: its language, the source whose reference it holds, the findings it is about."""
        ledger, found = self._ledger, around
        texts = {key: value for key, value in values.items() if isinstance(value, str)}
        for key in ("source", "id"):
            if texts.get(key) in ledger.references:
                found = found._replace(reference=texts[key])
        if "@type" in texts and (ids := ledger.titles.get(tokens(texts.get("name", "")).joined)):
            found = found._replace(reference=" ".join(ids))
        listed = values.get("findings")
        names = [texts.get("finding"), texts.get("id"), *(listed if isinstance(listed, list) else ())]
        keys = [
            key for name in names for key in (str(name), f"{found.reference}#{name}") if key in ledger.values
        ]
        if keys:
            source = keys[0].partition("#")[0]
            found = found._replace(values=" ".join(keys), reference=found.reference or source)
        language = texts.get("language") or texts.get("inLanguage") or found.language
        return found._replace(language=language)

    def _is_name(self, value: object, named: Scope) -> bool:
        """Tell whether a value is the id of a source or a finding."""
        known = self._ledger
        return (
            value in known.references or value in known.values or f"{named.reference}#{value}" in known.values
        )

    def _holding(self, name: str, named: Scope, scope: Scope) -> Scope | None:
        """Return what holds for the numbers under a key; None for those that the program works out."""
        column = _COLUMN_LANGUAGE.search(name)
        key = name[: column.start()] if column else name
        declared = self._declared
        if key in declared.computed or "*" in declared.computed:
            return None
        if _LANGUAGE.fullmatch(name):
            scope = scope._replace(language=name)
        elif column:
            scope = scope._replace(language=column[1])
        if key in declared.reference or "*" in declared.reference:
            scope = scope._replace(reference=named.reference)
        if key in declared.values:
            scope = scope._replace(values=named.values)
        return scope

    def _lines(self, pattern: re.Pattern[str], data: bytes, scope: Scope) -> Texts:
        for line in data.decode("utf-8", "replace").splitlines():
            match = pattern.match(line)
            found = match.groupdict() if match else {}
            if found.get("id") is not None:
                continue
            inner = self._holding(found.get("key") or "", scope, Scope())
            if inner is not None:
                yield from self._text(found.get("value") or line, found.get("key") or "", scope, inner)

    @staticmethod
    def _text(text: str, where: Value, named: Scope, scope: Scope, page: str = "") -> Texts:
        if text.strip():
            block = Block()
            block.add(text, scope if scope.language else scope._replace(language=named.language or FIRST))
            yield _text("in-part", name=where) if where else _text("in-file"), block, page


def _local(name: str) -> str:
    """Return a name of XML without its name space."""
    return name.rpartition("}")[2]
