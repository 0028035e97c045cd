"""
What a YAML file must hold, written down as data.

A schema is built from a few shapes (``Keys``, ``ListOf``, ``OneOf`` …); comparing a file with it says in plain words
what does not fit. Nothing is converted here: a reader takes what is right and leaves the rest.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Protocol

from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model import marks
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.url import is_web_address
from commonground.read.yaml_file import Node, Path

_text = texts_of(__name__)
_PARTIAL_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_NAMED_AT_MOST = 25
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}]")
"""What an address writes as a code (RFC 3986); left as it is, it would end the link around it."""

MOST_PROBLEMS = 100
"""Problems told of one file: nobody reads more, and a file with more is usually the wrong file."""


class Shape(Protocol):
    """What a value may be; ``hint`` names it in a message, such as "a text"."""

    @property
    def hint(self) -> Value: ...

    def compare(self, value: object, path: Path, report: "Report") -> None:
        """Report what does not fit."""


@dataclass(slots=True)
class Report:
    """
    Gathers the problems of one file.

    ``rule``: id for wrong values; ``languages``: those a bilingual text needs; ``suffixes``: those it may have.
    """

    node: Node
    rule: str
    languages: tuple[str, ...]
    suffixes: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Tell whether the file has as many problems as are told."""
        return len(self.problems) >= MOST_PROBLEMS

    def add(self, span: Span, message: Message, rule: str = "", suggestions: tuple[str, ...] = ()) -> None:
        """Add a problem at a place, unless the file has too many already."""
        if self.is_full:
            return
        found = Problem(self.node.path, span, rule or self.rule, Level.ERROR, message, suggestions)
        self.problems.append(found)

    def wrong(self, path: Path, message: Message) -> None:
        """Add a problem with a value."""
        self.add(self.node.span(path), message)

    def misfit(self, path: Path, hint: Value, *, wants_text: bool = False) -> None:
        """Say that a value is of the wrong kind."""
        value = self.node.at(path)
        name = _name(path)
        if value is None or value in ("", [], {}):
            self.wrong(path, _text("empty", name=name, hint=hint))
        elif wants_text and isinstance(value, int | float | date):
            self.wrong(path, _text("unquoted", name=name, written=self.node.written(path)))
        else:
            self.wrong(path, _text("other-kind", name=name, hint=hint, kind=_kind(value)))

    def missing(self, path: Path, key: str, hint: Value) -> None:
        """Say that a key is missing."""
        message = (
            _text("missing-in", key=key, name=_name(path), hint=hint)
            if path
            else _text("missing", key=key, hint=hint)
        )
        self.add(self.node.head(path), message)

    def unknown(self, path: Path, key: str, known: list[str]) -> set[str]:
        """Say that nobody knows a key; return what was probably meant, which is not missing as well."""
        close = [] if self.is_full else get_close_matches(key, known, n=1)
        if close:
            message = _text("unknown-near", key=key, near=close[0])
        elif not 0 < len(known) <= _NAMED_AT_MOST:
            message = _text("unknown", key=key)
        else:
            message = _text("unknown-known", key=key, known=listed(known))
        self.add(self.node.key_span((*path, key)), message, "input/unknown-key", tuple(close))
        return set(close)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not empty; ``fits`` tells whether it is of the right form, ``means`` says which that is."""

    fits: Callable[[str], object] | None = None
    means: Message | None = None

    @property
    def hint(self) -> Value:
        return _text("text-of", means=self.means) if self.means else _text("text")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, str) or not value.strip():
            report.misfit(path, self.hint, wants_text=True)
        elif self.fits is not None and not self.fits(value):
            means = self.means or self.hint
            report.wrong(path, _text("misfit", value=value, name=_name(path), means=means))


@dataclass(frozen=True, slots=True)
class Kind:
    """A value of certain Python types; ``bool`` counts as a number for nobody."""

    types: tuple[type, ...]
    hint: Message

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            report.misfit(path, self.hint, wants_text=str in self.types)


@dataclass(frozen=True, slots=True)
class OrNothing:
    """A value of a shape, or null."""

    shape: "Shape"

    @property
    def hint(self) -> Value:
        return _text("or-nothing", hint=self.shape.hint)

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value is not None:
            self.shape.compare(value, path, report)


@dataclass(frozen=True, slots=True)
class Exactly:
    """One value and no other."""

    value: int

    @property
    def hint(self) -> Value:
        return self.value

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value != self.value:
            report.misfit(path, self.hint)


@dataclass(frozen=True, slots=True)
class DateParts:
    """A year of the calendar, with its month and day where they are known: ``[2020, 3, 14]``."""

    @property
    def hint(self) -> Value:
        return _text("date-parts")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, list) or not all(type(part) is int for part in value):
            report.misfit(path, self.hint)
        elif not _is_day(value):
            report.wrong(path, _text("no-date", value=str(value), hint=self.hint))


def _is_day(parts: list[int]) -> bool:
    """Tell whether numbers are a year, perhaps with a month and a day of it."""
    if not 1 <= len(parts) <= 3:
        return False
    try:
        date(*(*parts, 1, 1)[:3])
    except (ValueError, OverflowError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a closed list of words."""

    words: tuple[str, ...]

    @property
    def hint(self) -> Value:
        if len(self.words) <= _NAMED_AT_MOST:
            return _text("one-of", words=listed(self.words))
        return _text("from-list")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value in self.words:
            return
        if not isinstance(value, str):
            report.misfit(path, self.hint)
            return
        close = get_close_matches(value, self.words, n=1)
        name = _name(path)
        message = (
            _text("not-known-near", value=value, name=name, near=close[0])
            if close
            else _text("not-known", value=value, name=name, hint=self.hint)
        )
        report.add(report.node.span(path), message, suggestions=tuple(close))


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items have one shape; ``filled``: it may not be empty; ``once``: no item stands twice."""

    item: Shape
    filled: bool = False
    once: bool = False

    @property
    def hint(self) -> Value:
        return _text("list")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, list) or (self.filled and not value):
            report.misfit(path, self.hint)
            return
        seen: set[str] = set()
        for index, item in enumerate(value):
            self.item.compare(item, (*path, index), report)
            if self.once and isinstance(item, str):
                if item in seen:
                    report.wrong((*path, index), _text("twice", value=item))
                seen.add(item)


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One value of a shape, or a list of them."""

    item: Shape

    @property
    def hint(self) -> Value:
        return _text("one-or-list", hint=self.item.hint)

    def compare(self, value: object, path: Path, report: Report) -> None:
        shape = ListOf(self.item, filled=True, once=True) if isinstance(value, list) else self.item
        shape.compare(value, path, report)


@dataclass(frozen=True, slots=True)
class Keys:
    """
    A mapping with named keys.

    ``translated``: keys whose text stands beside it in other languages (``states``, ``states_fr``).
    """

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    translated: frozenset[str] = frozenset()

    @property
    def hint(self) -> Value:
        return _text("mapping-with", keys=listed(self.required or self.optional))

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, dict):
            report.misfit(path, self.hint)
            return
        meant: set[str] = set()
        names: list[str] = []
        for key, item in value.items():
            shape = self.required.get(key) or self.optional.get(key) or self._translation(key, report)
            if shape is None:
                names = names or self._names(report)
                meant |= report.unknown(
                    path, key, [name for name in self._names(report) if name not in value]
                )
            elif item in (None, "") and key in self.required:
                name = _name((*path, key))
                report.wrong((*path, key), _text("empty-required", name=name, hint=shape.hint))
            else:
                shape.compare(item, (*path, key), report)
        for key, needed in self.required.items():
            if key not in value and key not in meant:
                report.missing(path, key, needed.hint)

    def fitting(self, value: object, node: Node) -> dict[str, object]:
        """Return the part of a mapping whose keys are known and whose values have the right shape."""
        kept = {}
        for key, item in value.items() if isinstance(value, dict) else ():
            report = Report(node, "", (), ())
            shape = self.required.get(key) or self.optional.get(key)
            if shape is not None:
                shape.compare(item, (), report)
                if not report.problems:
                    kept[key] = item
        return kept

    def _translation(self, key: str, report: Report) -> Shape | None:
        name, _, language = key.rpartition("_")
        known = name in self.translated and language in report.suffixes
        return self.required.get(name) or self.optional.get(name) if known else None

    def _names(self, report: Report) -> list[str]:
        translations = [
            f"{key}_{language}" for key in sorted(self.translated) for language in report.suffixes
        ]
        return [*self.required, *self.optional, *translations]


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """``{en: …, fr: …}``: one value a language of the site."""

    item: Shape = field(default_factory=Text)

    @property
    def hint(self) -> Value:
        return _text("by-language")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, dict):
            report.misfit(path, self.hint)
            return
        for key, item in value.items():
            if key in report.suffixes or key in report.languages:
                self.item.compare(item, (*path, key), report)
            else:
                report.unknown(path, key, list(report.languages))
        for language in report.languages:
            if language not in value:
                report.missing(path, language, self.item.hint)


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys fit and whose values have one shape; ``filled``: it may not be empty."""

    item: Shape
    fits: Callable[[str], object] = bool
    filled: bool = False

    @property
    def hint(self) -> Value:
        return _text("mapping")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, dict) or (self.filled and not value):
            report.misfit(path, self.hint)
            return
        for key, item in value.items():
            if self.fits(key):
                self.item.compare(item, (*path, key), report)
            else:
                report.unknown(path, key, [])


@dataclass(frozen=True, slots=True)
class Either:
    """The first shape where a mapping has one of ``marks``, else the second."""

    marks: frozenset[str]
    first: Shape
    second: Shape

    @property
    def hint(self) -> Value:
        return self.second.hint

    def compare(self, value: object, path: Path, report: Report) -> None:
        is_first = isinstance(value, dict) and not self.marks.isdisjoint(value)
        (self.first if is_first else self.second).compare(value, path, report)


def is_iso_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, such as 2026-11-22."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_partial_day(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar."""
    return bool(_PARTIAL_DAY.fullmatch(text)) and is_iso_day(f"{text}-01-01"[:10])


def _is_whole_address(text: str) -> bool:
    return is_web_address(text) and not _NOT_IN_ADDRESSES.search(text)


TEXT = Text()
STRING = Kind((str,), _text("text"))
"""A text that may be empty."""
FLAG = Kind((bool,), _text("flag"))
NUMBER = Kind((int, float), _text("number"))
WHOLE = Kind((int,), _text("whole-number"))
DAY = Kind((date,), _text("date-such"))
ISO_DAY = Text(is_iso_day, _text("date-such"))
"""A day where dates are texts, as in JSON."""
PARTIAL_DAY = Text(is_partial_day, _text("partial-day"))
WRITTEN = Kind((str, int, float, date), _text("text-or-number"))
"""A value kept as it is written: ``volume: 12`` is the text "12"."""
ADDRESS = Text(_is_whole_address, _text("address"))
EMAIL = Text(
    re.compile(r"[^\s@<>()\[\]\"\\]+@[^\s@<>()\[\]\"\\]+").fullmatch,
    _text("email"),
)
SOURCE_ID = Text(re.compile(marks.SOURCE_ID).fullmatch, _text("source-id"))
SLUG = Text(re.compile(marks.FINDING_ID).fullmatch, _text("slug"))


def _name(path: Path) -> Message:
    """Name a value for people: "design", "item 2 of figures"."""
    if not path:
        return _text("file")
    last = path[-1]
    if isinstance(last, str):
        return _text("key", key=last)
    if len(path) > 1:
        return _text("item", number=last + 1, name=_name(path[:-1]))
    return _text("entry", number=last + 1)


def _kind(value: object) -> Message:
    match value:
        case bool():
            return _text("flag")
        case int() | float():
            return _text("number")
        case str():
            return _text("text")
        case date():
            return _text("date")
        case list():
            return _text("list")
        case _:
            return _text("mapping")
