"""What does not fit a schema, in plain words and at its exact place."""

from datetime import date
from difflib import get_close_matches
from typing import Protocol

from msgspec import Struct, field

from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model.position import Path, Span
from commonground.model.problem import Level, Problem
from commonground.model.settings import Settings

_text = texts_of(__name__)
FLAG, LIST, MAPPING = _text("flag"), _text("list"), _text("mapping")
NUMBER, TEXT = _text("number"), _text("text")
"""Kinds of values, as messages name them."""

NAMED_AT_MOST = 25
"""Words of a list that a message names."""

MOST_PROBLEMS = 100
"""Problems told of one file: nobody reads more, and a file with more is usually the wrong file."""


class Located(Protocol):
    """A file that was read, with the place of every value in it (see ``read/yaml_file.py``)."""

    @property
    def path(self) -> str: ...
    def at(self, path: Path) -> object: ...
    def written(self, path: Path) -> str: ...
    def span(self, path: Path = ()) -> Span: ...
    def key_span(self, path: Path) -> Span: ...
    def head(self, path: Path = ()) -> Span: ...


class Report(Struct):
    """
    Gathers the problems of one file.

    ``rule``: id for wrong values; ``languages``: those a bilingual text needs; ``suffixes``: those it may have.
    ``settings``: those of the site, for names that it chooses.
    """

    node: Located
    rule: str
    languages: tuple[str, ...]
    suffixes: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
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
        name = name_of(path)
        if value is None or value in ("", [], {}):
            self.wrong(path, _text("empty", name=name, hint=hint))
        elif wants_text and isinstance(value, int | float | date):
            self.wrong(path, _text("unquoted", name=name, written=self.node.written(path)))
        else:
            self.wrong(path, _text("other-kind", name=name, hint=hint, kind=kind_of(value)))

    def missing(self, path: Path, key: str, hint: Value) -> None:
        """Say that a key is missing."""
        message = (
            _text("missing-in", key=key, name=name_of(path), hint=hint)
            if path
            else _text("missing", key=key, hint=hint)
        )
        self.add(self.node.head(path), message)

    def unknown(self, path: Path, key: str, known: list[str]) -> set[str]:
        """Say that nobody knows a key; return what was probably meant, which is not missing as well."""
        close = [] if self.is_full else get_close_matches(key, known, n=1)
        if close:
            message = _text("unknown-near", key=key, near=close[0])
        elif not 0 < len(known) <= NAMED_AT_MOST:
            message = _text("unknown", key=key)
        else:
            message = _text("unknown-known", key=key, known=listed(known))
        self.add(self.node.key_span((*path, key)), message, "input/unknown-key", tuple(close))
        return set(close)


def name_of(path: Path) -> Message:
    """Name a value for people: "design", "item 2 of figures"."""
    if not path:
        return _text("file")
    last = path[-1]
    if isinstance(last, str):
        return _text("key", key=last)
    if len(path) > 1:
        return _text("item", number=last + 1, name=name_of(path[:-1]))
    return _text("entry", number=last + 1)


def kind_of(value: object) -> Message:
    match value:
        case bool():
            return FLAG
        case int() | float():
            return NUMBER
        case str():
            return TEXT
        case date():
            return _text("date")
        case list():
            return LIST
        case _:
            return MAPPING
