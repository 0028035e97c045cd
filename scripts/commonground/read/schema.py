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

from commonground.model import marks
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.url import is_web_address
from commonground.read.yaml_file import Node, Path

_PARTIAL_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_NAMED_AT_MOST = 25
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}]")
"""What an address writes as a code (RFC 3986); left as it is, it would end the link around it."""

MOST_PROBLEMS = 100
"""Problems told of one file: nobody reads more, and a file with more is usually the wrong file."""


class Shape(Protocol):
    """What a value may be; ``hint`` names it in a message, such as "a text"."""

    @property
    def hint(self) -> str: ...

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

    def add(self, span: Span, message: str, rule: str = "", suggestions: tuple[str, ...] = ()) -> None:
        """Add a problem at a place, unless the file has too many already."""
        if self.is_full:
            return
        found = Problem(self.node.path, span, rule or self.rule, Level.ERROR, message, suggestions)
        self.problems.append(found)

    def wrong(self, path: Path, message: str) -> None:
        """Add a problem with a value."""
        self.add(self.node.span(path), message)

    def misfit(self, path: Path, hint: str) -> None:
        """Say that a value is of the wrong kind."""
        value = self.node.at(path)
        name = _name(path)
        if value is None or value in ("", [], {}):
            self.wrong(path, f"{name} is empty. Give it {hint}, or delete its line.")
        elif hint.startswith("a text") and isinstance(value, int | float | date):
            written = self.node.written(path)
            self.wrong(path, f'{name} must be a text. Put {written} in quotation marks: "{written}".')
        else:
            self.wrong(path, f"{name} must be {hint}; here it is {_kind(value)}. Change it to {hint}.")

    def missing(self, path: Path, key: str, hint: str) -> None:
        """Say that a key is missing."""
        where = f" in {_name(path)}" if path else ""
        self.add(self.node.head(path), f'"{key}" is missing{where}. Add a line "{key}: …" with {hint}.')

    def unknown(self, path: Path, key: str, known: list[str]) -> set[str]:
        """Say that nobody knows a key; return what was probably meant, which is not missing as well."""
        close = [] if self.is_full else get_close_matches(key, known, n=1)
        if close:
            message = f'No key is called "{key}" here. Did you mean "{close[0]}"?'
        elif not 0 < len(known) <= _NAMED_AT_MOST:
            message = f'No key is called "{key}" here. Delete it, or look up the right name.'
        else:
            message = f'No key is called "{key}" here. Delete it, or use one of: {", ".join(known)}.'
        self.add(self.node.key_span((*path, key)), message, "input/unknown-key", tuple(close))
        return set(close)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not empty; ``fits`` tells whether it is of the right form, ``means`` says which that is."""

    fits: Callable[[str], object] | None = None
    means: str = ""

    @property
    def hint(self) -> str:
        return f"a text: {self.means}" if self.means else "a text"

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, str) or not value.strip():
            report.misfit(path, self.hint)
        elif self.fits is not None and not self.fits(value):
            report.wrong(path, f'"{value}" does not fit: {_name(path)} must be {self.means}. Change it.')


@dataclass(frozen=True, slots=True)
class Kind:
    """A value of certain Python types; ``bool`` counts as a number for nobody."""

    types: tuple[type, ...]
    hint: str

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            report.misfit(path, self.hint)


@dataclass(frozen=True, slots=True)
class OrNothing:
    """A value of a shape, or null."""

    shape: "Shape"

    @property
    def hint(self) -> str:
        return f"{self.shape.hint}, or null"

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value is not None:
            self.shape.compare(value, path, report)


@dataclass(frozen=True, slots=True)
class Exactly:
    """One value and no other."""

    value: int

    @property
    def hint(self) -> str:
        return str(self.value)

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value != self.value:
            report.misfit(path, self.hint)


@dataclass(frozen=True, slots=True)
class DateParts:
    """A year of the calendar, with its month and day where they are known: ``[2020, 3, 14]``."""

    hint: str = "a year, or a year, month and day, such as [2020, 3, 14]"

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, list) or not all(type(part) is int for part in value):
            report.misfit(path, self.hint)
        elif not _is_day(value):
            report.wrong(path, f"{value} is no date of the calendar. Write {self.hint}.")


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
    def hint(self) -> str:
        return (
            f"one of: {', '.join(self.words)}"
            if len(self.words) <= _NAMED_AT_MOST
            else "a name from the list"
        )

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value in self.words:
            return
        if not isinstance(value, str):
            report.misfit(path, self.hint)
            return
        close = get_close_matches(value, self.words, n=1)
        what = f'Did you mean "{close[0]}"?' if close else f"Use {self.hint}."
        message = f'"{value}" is not known as {_name(path)}. {what}'
        report.add(report.node.span(path), message, suggestions=tuple(close))


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items have one shape; ``filled``: it may not be empty; ``once``: no item stands twice."""

    item: Shape
    filled: bool = False
    once: bool = False

    @property
    def hint(self) -> str:
        return "a list"

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, list) or (self.filled and not value):
            report.misfit(path, self.hint)
            return
        seen: set[str] = set()
        for index, item in enumerate(value):
            self.item.compare(item, (*path, index), report)
            if self.once and isinstance(item, str):
                if item in seen:
                    report.wrong((*path, index), f'"{item}" stands in the list twice. Delete one of the two.')
                seen.add(item)


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One value of a shape, or a list of them."""

    item: Shape

    @property
    def hint(self) -> str:
        return f"{self.item.hint}, or a list of such"

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
    def hint(self) -> str:
        return f"a mapping with {', '.join(self.required or self.optional)}"

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
                report.wrong((*path, key), f"{_name((*path, key))} is empty. Give it {shape.hint}.")
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
    def hint(self) -> str:
        return "a text in each language: {en: …, fr: …}"

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
    def hint(self) -> str:
        return "a mapping"

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
    def hint(self) -> str:
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
STRING = Kind((str,), "a text")
"""A text that may be empty."""
FLAG = Kind((bool,), "true or false")
NUMBER = Kind((int, float), "a number")
WHOLE = Kind((int,), "a whole number")
DAY = Kind((date,), "a date such as 2026-11-22")
PARTIAL_DAY = Text(is_partial_day, "a year, a month or a day, such as 1892, 2021-03 or 2021-03-15")
WRITTEN = Kind((str, int, float, date), "a text or a number")
"""A value kept as it is written: ``volume: 12`` is the text "12"."""
ADDRESS = Text(_is_whole_address, "a whole web address, such as https://example.org/page")
EMAIL = Text(
    re.compile(r"[^\s@<>()\[\]\"\\]+@[^\s@<>()\[\]\"\\]+").fullmatch,
    "a mail address, such as help@example.org",
)
SOURCE_ID = Text(
    re.compile(marks.SOURCE_ID).fullmatch, "letters and digits without spaces, such as platt2018"
)
SLUG = Text(re.compile(marks.FINDING_ID).fullmatch, "letters, digits and hyphens, such as violence-odds")


def _name(path: Path) -> str:
    """Name a value for people: "design", "item 2 of figures"."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return f'"{last}"'
    return f"item {last + 1} of {_name(path[:-1])}" if len(path) > 1 else f"entry {last + 1}"


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case date():
            return "a date"
        case list():
            return "a list"
        case _:
            return "a mapping"
