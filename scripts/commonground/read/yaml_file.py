"""
Strict YAML with the exact place of every value and key.

Built on libyaml's events, not its node tree: events need no recursion, never expand an alias, and are the
fastest way in. Left out on purpose: anchors, aliases, tags, a second document, keys other than text, and YAML
1.1's surprises (``no`` is a word here, ``1:30`` a text, ``0123`` keeps its zero).
"""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

import yaml
from msgspec import Struct

from commonground.languages.message import Message, texts_of
from commonground.model.position import FILE_START, Path, Span
from commonground.model.problem import Level, Problem
from commonground.read import yaml_faults
from commonground.read.decoding import CONTROL
from commonground.read.text import Lines, long_reference, span_of

_text = texts_of(__name__)

MAX_BYTES = 1 << 20
"""Largest file that is read, in bytes: one MiB."""

MOST_DUPLICATES = 100
"""Keys that stand twice, told of one file: nobody reads more."""

MAX_DEPTH = 20
"""Lists and mappings that may lie inside one another."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?\d{0,17}\.\d{1,17}(?:[eE][-+]?\d{1,3})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FLOW_PIECE = re.compile(
    r"(?P<fold>[ \t]*(?P<breaks>(?:(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*)+))"
    r"|(?P<pair>'')"
    r"|(?P<joined>\\(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*)"
    r"|(?P<escape>\\(?:x..|u....|U........|.))"
)
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


class _BrokenError(Exception):
    """A file that cannot be read on: the range at fault, the rule and what to tell the writer."""

    def __init__(self, start: int, end: int, message: Message, rule: str = "input/broken-yaml") -> None:
        super().__init__(message.key)
        self.start, self.end, self.message, self.rule = start, end, message, rule


class TextMap(Struct, frozen=True):
    """
    Where the characters of one text stand in the file.

    ``runs``: (offset in the text, offset in the file) of each stretch that is the same in both.
    """

    runs: tuple[tuple[int, int], ...]
    lines: Lines

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of one character of the text."""
        start, in_file = self.runs[max(0, bisect_right(self.runs, (offset, 1 << 60)) - 1)]
        return self.lines.place(in_file + offset - start)

    def breaks(self, start: int, end: int) -> tuple[int, ...]:
        """Return the offsets between two others at which a new stretch begins."""
        return tuple(offset for offset, _ in self.runs if start < offset < end)


class Node(Struct, frozen=True):
    """
    One YAML file: plain ``value`` (text, int, float, bool, None, date, list, dict) and where its parts stand.

    ``text`` is the file as written, without a byte order mark; ``values`` and ``keys`` hold offsets in it.
    """

    path: str
    value: object
    text: str
    lines: Lines
    values: Mapping[Path, tuple[int, int, str]]
    keys: Mapping[Path, tuple[int, int]]

    def span(self, path: Path = ()) -> Span:
        """Return the place of a value with its quotation marks; if missing, of what should hold it."""
        while path and path not in self.values:
            path = path[:-1]
        if path not in self.values:
            return FILE_START
        start, end, _ = self.values[path]
        return span_of(self.lines, start, end)

    def key_span(self, path: Path) -> Span:
        """Return the place of a key, else of its value."""
        return span_of(self.lines, *self.keys[path]) if path in self.keys else self.span(path)

    def head(self, path: Path = ()) -> Span:
        """Return the place of the first key of a mapping: where a missing key is reported."""
        value = self.at(path)
        return (
            self.key_span((*path, next(iter(value))))
            if isinstance(value, dict) and value
            else self.span(path)
        )

    def at(self, path: Path) -> object:
        """Return the value at a path, or None."""
        value = self.value
        for part in path:
            if isinstance(value, dict):
                value = value.get(str(part))
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def written(self, path: Path) -> str:
        """Return a value as it is written in the file, such as ``2.50`` for the number 2.5."""
        start, end, _ = self.values.get(path, (0, 0, ""))
        return self.text[start:end]

    def text_map(self, path: Path) -> TextMap:
        """Return where each character of a text value stands."""
        start, end, style = self.values[path]
        value = str(self.at(path))
        raw = self.text[start:end]
        runs = _block_runs(raw, value, start) if style in ("|", ">") else _flow_runs(raw, value, start, style)
        return TextMap(runs, self.lines)


def load(path: str, data: bytes) -> tuple[Node | None, list[Problem]]:
    """
    Read one YAML file.

    Args: path: The file's name in the root, for problems.
    Returns: The file (None where it cannot be read) and its problems. Bad input never raises.
    """
    if len(data) > MAX_BYTES:
        message = _text("too-large", most=f"{MAX_BYTES:,}")
        return None, [Problem(path, FILE_START, "input/too-large", Level.ERROR, message)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        span = span_of(Lines(before), len(before), len(before))
        byte = f"{data[error.start]:#04x}"
        message = _text("not-utf-8", byte=byte)
        return None, [Problem(path, span, "input/not-utf-8", Level.ERROR, message)]
    return load_text(path, text.removeprefix("\ufeff"))


def load_text(path: str, text: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML inside a file, such as front matter; ``first_line`` is the line on which it starts."""
    if problem := long_reference(path, text, first_line):
        return None, [problem]
    lines = Lines(text, first_line)
    builder = _Builder()
    try:
        builder.read(text)
    except _BrokenError as broken:
        span = span_of(lines, broken.start, max(broken.end, broken.start))
        return None, [Problem(path, span, broken.rule, Level.ERROR, broken.message)]
    problems = []
    for start, end, first in builder.duplicates:
        before = lines.place(first)[0]
        message = _text("twice", key=text[start:end], line=before)
        problems.append(
            Problem(path, span_of(lines, start, end), "input/duplicate-key", Level.ERROR, message)
        )
    return Node(path, builder.value, text, lines, builder.values, builder.keys), problems


class _Frame(Struct):
    """A list or mapping being filled; ``key``: the path of the value that is next, None where a key is."""

    holder: dict[str, object] | list[object]
    path: Path
    start: int
    key: Path | None = None


class _Builder:
    """Turns events into plain values and remembers where they stood."""

    def __init__(self) -> None:
        self.value: object = None
        self.values: dict[Path, tuple[int, int, str]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        self.duplicates: list[tuple[int, int, int]] = []
        self._frames: list[_Frame] = []
        self._documents = 0
        self._last_end = 0

    def read(self, text: str) -> None:
        """Read the text. Raises: _BrokenError: It cannot be read on."""
        if found := _FORBIDDEN.search(text):
            raise _BrokenError(*found.span(), *_invisible(found))
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event, text)
        except (yaml.YAMLError, RecursionError) as error:
            raise _BrokenError(*yaml_faults.explain(error, text)) from error

    def _take(self, event: yaml.Event, text: str) -> None:
        start, end = _range(event)
        if isinstance(event, yaml.NodeEvent):
            if event.anchor or getattr(event, "tag", None) or isinstance(event, yaml.AliasEvent):
                word = text[start:].split(None, 1)[0]
                raise _BrokenError(start, start + len(word), yaml_faults.special_character(word[0]))
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, start, end, text)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, start)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(start, end)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _BrokenError(start, end, _text("second-document"))

    def _close(self, start: int, end: int) -> None:
        frame = self._frames.pop()
        # Only brackets have an end of their own; for a block libyaml points at what comes after it.
        if end > start:
            self._last_end = end
        self.values[frame.path] = (frame.start, max(self._last_end, frame.start), "")

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int, text: str) -> None:
        if found := CONTROL.search(event.value):  # written with a backslash: "\\0"
            raise _BrokenError(start, end, *_invisible(found))
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        self._last_end = end
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.key is None and isinstance(frame.holder, dict):
            self._key(frame, event.value, start, end)
            return
        value = _plain(event.value) if event.implicit[0] else event.value
        self.values[self._attach(value)] = (start, end, style)

    def _key(self, frame: _Frame, name: str, start: int, end: int) -> None:
        path = (*frame.path, name)
        if path in self.keys:
            if len(self.duplicates) < MOST_DUPLICATES:
                self.duplicates.append((start, end, self.keys[path][0]))
            frame.key = (*frame.path, -1)  # nobody asks for this path: the first value stands
        else:
            self.keys[path] = (start, end)
            frame.key = path

    def _open(self, event: yaml.CollectionStartEvent, start: int) -> None:
        if len(self._frames) >= MAX_DEPTH:
            message = _text("too-deep", most=MAX_DEPTH)
            raise _BrokenError(start, start + 1, message, "input/too-large")
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.key is None and isinstance(frame.holder, dict):
            raise _BrokenError(start, start + 1, _text("key-no-text"))
        holder: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._frames.append(_Frame(holder, self._attach(holder), start))

    def _attach(self, value: object) -> Path:
        """Put a value where it belongs; return its path."""
        if not self._frames:
            self.value = value
            return ()
        frame = self._frames[-1]
        if isinstance(frame.holder, list):
            frame.holder.append(value)
            return (*frame.path, len(frame.holder) - 1)
        path, frame.key = frame.key or (), None
        if path[-1] != -1:
            frame.holder[str(path[-1])] = value
        return path


def _invisible(found: re.Match[str]) -> tuple[Message, str]:
    """Return what to say of a character that nobody sees, and the rule."""
    return _text("control", code=f"U+{ord(found[0]):04X}"), "input/control-character"


def _range(event: yaml.Event) -> tuple[int, int]:
    """Return the offsets between which an event stands."""
    first, last = event.start_mark, event.end_mark
    return (first.index, last.index) if first is not None and last is not None else (0, 0)


def _plain(text: str) -> object:
    """Return what a text without quotation marks means: a number, a day, true, false, nothing, or itself."""
    if text[:1] not in "-.0123456789":
        return _CONSTANTS.get(text, text)
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return _CONSTANTS.get(text, text)


def _flow_runs(raw: str, value: str, start: int, style: str) -> tuple[tuple[int, int], ...]:
    """Align a plain or quoted text with its source: folded lines, doubled quotes and escapes end a run."""
    quoted = 1 if style in ("'", '"') else 0
    if len(raw) - 2 * quoted == len(value) and "\n" not in raw:
        return ((0, start + quoted),)
    runs = [(0, start + quoted)]
    offset, at = 0, quoted
    for piece in _FLOW_PIECE.finditer(raw, quoted, len(raw) - quoted):
        if (piece["pair"] and style != "'") or ((piece["escape"] or piece["joined"]) and style != '"'):
            continue
        offset += piece.start() - at
        at = piece.end()
        runs.append((offset, start + piece.start()))
        if piece["fold"]:
            offset += max(1, len(_BREAK.findall(piece["breaks"])) - 1)
        elif not piece["joined"]:
            offset += 1
        runs.append((offset, start + at))
    aligned = offset + len(raw) - quoted - at == len(value)
    return tuple(runs) if aligned else (runs[0],)


def _block_runs(raw: str, value: str, start: int) -> tuple[tuple[int, int], ...]:
    """Align a ``|`` or ``>`` text with its source, line by line."""
    runs: list[tuple[int, int]] = []
    offset = 0
    at = 0
    for line in raw.splitlines(keepends=True):
        content = line.strip()
        if at and content:
            found = value.find(content, offset)
            if found < 0:
                break
            runs.append((found, start + at + line.index(content)))
            offset = found + len(content)
        at += len(line)
    if not runs:
        return ((0, start),)
    return tuple(runs) if runs[0][0] == 0 else ((0, runs[0][1] - runs[0][0]), *runs)


def as_mapping(value: object) -> dict[str, object]:
    """Return a mapping as it stands; any other value is an empty one."""
    return value if isinstance(value, dict) else {}


def as_text(value: object) -> str:
    """Return a text as it stands; any other value is an empty one."""
    return value if isinstance(value, str) else ""


def as_list(value: object) -> list[object]:
    """Return a list as it stands; any other value is an empty one."""
    return value if isinstance(value, list) else []
