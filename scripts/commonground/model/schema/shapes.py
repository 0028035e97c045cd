"""
What a file must hold, as data: a few shapes (``Keys``, ``ListOf``, ``OneOf`` …) that are built into a schema.

Comparing a file with it says in plain words what does not fit; ``json_schema`` makes of it what editors read. Nothing is
converted here: see ``declared.py``.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Protocol

from msgspec import Struct, field

from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model.position import Path
from commonground.model.schema.report import LIST, MAPPING, NAMED_AT_MOST, TEXT, Located, Report, name_of
from commonground.model.settings import Settings

_text = texts_of(__name__)


class Shape(Protocol):
    """What a value may be; ``hint`` names it in a message, such as "a text"."""

    @property
    def hint(self) -> Value: ...

    def compare(self, value: object, path: Path, report: Report) -> None:
        """Report what does not fit."""


class TextShape(Struct, frozen=True):
    """
    A text that is not empty.

    ``means`` says of which form it must be; ``pattern`` matches the whole of it, ``fits`` tells what a pattern cannot, and
    ``format`` is JSON Schema's name for that.
    """

    means: Message | None = None
    pattern: str = ""
    fits: Callable[[str], bool] | None = None
    format: str = ""

    @property
    def hint(self) -> Value:
        return _text("text-of", means=self.means) if self.means else TEXT

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, str) or not value.strip():
            report.misfit(path, self.hint, wants_text=True)
        elif not self._is_right(value):
            means = self.means or self.hint
            report.wrong(path, _text("misfit", value=value, name=name_of(path), means=means))

    def _is_right(self, text: str) -> bool:
        has_form = not self.pattern or re.fullmatch(self.pattern, text) is not None
        return has_form and (self.fits is None or self.fits(text))


class Kind(Struct, frozen=True):
    """A value of certain Python types; ``bool`` counts as a number for nobody."""

    types: tuple[type, ...]
    hint: Message

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            report.misfit(path, self.hint, wants_text=str in self.types)


class OrNothing(Struct, frozen=True):
    """A value of a shape, or null."""

    shape: "Shape"

    @property
    def hint(self) -> Value:
        return _text("or-nothing", hint=self.shape.hint)

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value is not None:
            self.shape.compare(value, path, report)


class Exactly(Struct, frozen=True):
    """One value and no other."""

    value: int

    @property
    def hint(self) -> Value:
        return self.value

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value != self.value:
            report.misfit(path, self.hint)


class DateParts(Struct, frozen=True):
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


class OneOf(Struct, frozen=True):
    """One of a closed list of words."""

    words: tuple[str, ...]

    @property
    def hint(self) -> Value:
        if len(self.words) <= NAMED_AT_MOST:
            return _text("one-of", words=listed(self.words))
        return _text("from-list")

    def compare(self, value: object, path: Path, report: Report) -> None:
        if value in self.words:
            return
        if not isinstance(value, str):
            report.misfit(path, self.hint)
            return
        close = get_close_matches(value, self.words, n=1)
        name = name_of(path)
        message = (
            _text("not-known-near", value=value, name=name, near=close[0])
            if close
            else _text("not-known", value=value, name=name, hint=self.hint)
        )
        report.add(report.node.span(path), message, suggestions=tuple(close))


class Named(Struct, frozen=True):
    """One of the names that the site's settings list; any where there are no settings."""

    listed: Callable[[Settings], tuple[str, ...]]

    @property
    def hint(self) -> Value:
        return _text("from-settings")

    def compare(self, value: object, path: Path, report: Report) -> None:
        names = self.listed(report.settings)
        if report.settings.found and names:
            OneOf(names).compare(value, path, report)
        elif report.settings.found and isinstance(value, str):
            report.wrong(path, _text("not-in-settings", value=value))
        else:
            TextShape().compare(value, path, report)


class ListOf(Struct, frozen=True):
    """A list whose items have one shape; ``filled``: it may not be empty; ``once``: no item stands twice."""

    item: Shape
    filled: bool = False
    once: bool = False

    @property
    def hint(self) -> Value:
        return LIST

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


class OneOrMore(Struct, frozen=True):
    """One value of a shape, or a list of them."""

    item: Shape

    @property
    def hint(self) -> Value:
        return _text("one-or-list", hint=self.item.hint)

    def compare(self, value: object, path: Path, report: Report) -> None:
        shape = ListOf(self.item, filled=True, once=True) if isinstance(value, list) else self.item
        shape.compare(value, path, report)


class Keys(Struct, frozen=True):
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
                name = name_of((*path, key))
                report.wrong((*path, key), _text("empty-required", name=name, hint=shape.hint))
            else:
                shape.compare(item, (*path, key), report)
        for key, needed in self.required.items():
            if key not in value and key not in meant:
                report.missing(path, key, needed.hint)

    def fitting(self, value: object, node: Located, languages: tuple[str, ...] = ()) -> dict[str, object]:
        """Return the part of a mapping whose keys are known and whose values have the right shape."""
        kept = {}
        for key, item in value.items() if isinstance(value, dict) else ():
            report = Report(node, "", languages, ())
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


class ByLanguage(Struct, frozen=True):
    """``{en: …, fr: …}``: one value a language of the site."""

    item: Shape = field(default_factory=TextShape)

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


class MapOf(Struct, frozen=True):
    """A mapping whose keys match a pattern and whose values have one shape; ``filled``: it may not be empty."""

    item: Shape
    keys: str = ".+"
    filled: bool = False

    @property
    def hint(self) -> Value:
        return MAPPING

    def compare(self, value: object, path: Path, report: Report) -> None:
        if not isinstance(value, dict) or (self.filled and not value):
            report.misfit(path, self.hint)
            return
        for key, item in value.items():
            if re.fullmatch(self.keys, key, re.DOTALL):
                self.item.compare(item, (*path, key), report)
            else:
                report.unknown(path, key, [])


class Either(Struct, frozen=True):
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
