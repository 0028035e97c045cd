"""Places in a text: from offsets to lines and columns, kept while marks are taken out."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from msgspec import Struct, field

from commonground.languages.message import texts_of
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

_text = texts_of(__name__)

_LINE_END = re.compile("\n")
_FAR = 1 << 60
_REFERENCE = re.compile("&#[0-9]{8,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class Places(Protocol):
    """Anything that knows where each character of a text stands in a file."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of a character."""

    def breaks(self, start: int, end: int) -> Iterable[int]:
        """Return the offsets after ``start`` and before ``end`` whose place does not follow the one before."""


def span_of(places: Places, start: int, end: int) -> Span:
    """Return the place of a stretch, its end exclusive."""
    line, column = places.place(max(start, end - 1))
    return Span(*places.place(start), line, column + (end > start))


COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A comment of HTML, which Markdown may hold."""


class Lines:
    """Turns offsets of a text into lines and columns (both from 1)."""

    def __init__(self, text: str, first_line: int = 1, first_column: int = 1) -> None:
        self._first_line = first_line
        self._first_column = first_column
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset."""
        index = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[index] + (self._first_column if index == 0 else 1)
        return self._first_line + index, column

    def breaks(self, start: int, end: int) -> list[int]:
        """Return the line starts between two offsets."""
        return self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]


def long_reference(path: str, text: str, first_line: int = 1) -> Problem | None:
    """Return a problem for the first character reference that is too long to be one, which HTML parsers fail on."""
    found = _REFERENCE.search(text)
    if found is None:
        return None
    length = found.end() - found.start() - 2
    message = _text("long-reference", length=length)
    span = span_of(Lines(text, first_line), found.start(), found.end())
    return Problem(path, span, "input/too-large", Level.ERROR, message)


class Flow(Struct):
    """
    A text being put together from pieces of a file.

    ``runs``: (offset here, offset in the file) of each stretch that is the same in both, in order. ``wide``: how many
    code points a character takes in the file where that is not one; such a character ends its run.
    """

    text: str = ""
    runs: list[tuple[int, int]] = field(default_factory=list)
    wide: dict[int, int] = field(default_factory=dict)
    _goes_on: int = -1

    def add(self, text: str, start: int, length: int) -> tuple[int, int]:
        """Append a piece that stands at ``start`` of the file, ``length`` code points long; return its range here."""
        begin = len(self.text)
        self.text += text
        if len(text) == length:
            if start != self._goes_on:
                self.runs.append((begin, start))
            self._goes_on = start + length
        elif text:
            # An entity or an escape: its characters share one place, and the last one takes up the whole width.
            self.runs += [(begin + index, start) for index in range(len(text))]
            self.wide[len(self.text) - 1] = length
            self._goes_on = -1
        return begin, len(self.text)

    def offset(self, index: int) -> int:
        """Return where a character stands in the file."""
        begin, start = self.runs[bisect_right(self.runs, (index, _FAR)) - 1]
        return start + index - begin

    def composed(self) -> "tuple[Flow, Callable[[int], int]]":
        """Return the flow with decomposed letters (e + accent) as one character each, and what moves offsets to it."""
        if unicodedata.is_normalized("NFC", self.text):
            return self, lambda offset: offset
        result = Flow()
        starts: list[int] = []
        index = 0
        while index < len(self.text):
            end = index + 1
            while end < len(self.text) and unicodedata.combining(self.text[end]):
                end += 1
            composed = unicodedata.normalize("NFC", self.text[index:end])
            starts += [index] * len(composed)
            result.add(
                composed, self.offset(index), end - index if end > index + 1 else self.wide.get(index, 1)
            )
            index = end
        return result, lambda offset: bisect_left(starts, offset)

    def replaced(self, ranges: Iterable[tuple[int, int]], character: str) -> "Flow":
        """Return the flow with each range (ascending, apart) turned into one character of the range's width."""
        result = Flow()
        last = 0
        for start, end in ranges:
            result._take(self, last, start)
            first = self.offset(start)
            result._add_one(character, first, self.offset(end - 1) + self.wide.get(end - 1, 1) - first)
            last = end
        result._take(self, last, len(self.text))
        return result

    def segments(self, places: Places) -> tuple[tuple[int, int, int], ...]:
        """Return (offset, line, column) of each stretch that is contiguous in the file and on one line."""
        result: list[tuple[int, int, int]] = []
        for begin, end, first in self._stretches(0, len(self.text)):
            result.append((begin, *places.place(first)))
            for offset in places.breaks(first, first + end - begin):
                result.append((begin + offset - first, *places.place(offset)))
        return tuple(result) or ((0, *places.place(0)),)

    def _take(self, other: "Flow", start: int, end: int) -> None:
        """Append a stretch of another flow of the same file."""
        for begin, until, offset in other._stretches(start, end):
            if until - 1 in other.wide:
                self.add(other.text[begin : until - 1], offset, until - 1 - begin)
                self._add_one(other.text[until - 1], offset + until - 1 - begin, other.wide[until - 1])
            else:
                self.add(other.text[begin:until], offset, until - begin)

    def _add_one(self, character: str, start: int, width: int) -> None:
        self.add(character, start, 1)
        self.wide[len(self.text) - 1] = width
        self._goes_on = -1

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, offset in the file) of the runs within a range."""
        ends = [begin for begin, _ in self.runs[1:]] + [len(self.text)]
        for (begin, offset), until in zip(self.runs, ends, strict=True):
            low, high = max(begin, start), min(until, end)
            if low < high:
                yield low, high, offset + low - begin


def shifter(ranges: list[tuple[int, int]]) -> Callable[[int], int]:
    """Return a function from offsets before citation marks became one character each to offsets after."""

    def shift(offset: int) -> int:
        return offset - sum(min(end, offset) - start - 1 for start, end in ranges if start < offset)

    return shift


def byte_offsets(text: str) -> list[int] | None:
    """Return the code point at each byte offset, or None where they are the same (ASCII)."""
    if text.isascii():
        return None
    offsets: list[int] = []
    start = 0
    for wide in _NOT_ASCII.finditer(text):
        index = wide.start()
        offsets.extend(range(start, index))
        offsets.extend([index] * len(wide.group().encode("utf-8", "surrogatepass")))
        start = index + 1
    offsets.extend(range(start, len(text) + 1))
    return offsets


def parts_of(event: Any) -> tuple[str, Any]:
    """Return the name of an event or tag of pyromark, and what it holds: ``"SoftBreak"`` holds nothing, ``{"Text": "a"}`` a text."""
    return (event, None) if type(event) is str else next(iter(event.items()))
