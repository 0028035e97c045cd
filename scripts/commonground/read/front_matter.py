"""The front matter of an article, with the place of every key and value."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from commonground.languages.message import Message, texts_of
from commonground.model.front_matter import FrontMatter
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.schema.declared import made
from commonground.model.schema.forms import is_iso_day
from commonground.read import yaml_file

_text = texts_of(__name__)
_FENCE = "---"
_ROW = re.compile(r" {0,3}(?:[-–—−]{2,}|[—―])\s*")
"""Three hyphens, and what writers and word processors make of them."""

_TOML = "+++"

_KEY = re.compile(r"[A-Za-z_]\w*\s*[:=]")
_INSIDE = re.compile(r"\s+\S|- |[]}]")
"""A line that goes on with the value of the key above it."""

_NEAR_THE_TOP = 10
"""Lines below which a row of dashes is no misplaced front matter."""


_DAYS = ("reviewed", "review_by")

EMPTY = made(FrontMatter, {}, values={}, spans={}, keys={})


class Parts(Struct, frozen=True):
    """
    The two parts of a file's text.

    Attributes:
        yaml: Between the rows of dashes, after as many empty lines as stand above it in the file; None where there is none.
        body: All below.
        line: The file's line on which the body starts.
        faults: (line, message) of what is wrong with the rows of dashes.
    """

    yaml: str | None
    body: str
    line: int
    faults: tuple[tuple[int, Message], ...] = ()


def split(text: str) -> Parts:
    """Part a file's text; a row of dashes that is missing or misspelt is a fault, and the two are parted all the same."""
    lines = text.split("\n")
    first = _opening(lines)
    if first is None:
        message = _text("toml") if lines[0].rstrip() == _TOML else _text("none")
        return Parts(None, text, 1, ((1, message),))
    last = _end(lines, first + 1)
    is_closed = last < len(lines) and bool(_ROW.fullmatch(lines[last]))
    faults = [*_faults_above(lines, first), *_faults_below(lines, last, is_closed)]
    # As many empty lines as stand above, so that lines of the YAML are the file's.
    yaml = "\n".join(["" for _ in lines[: first + 1]] + list(lines[first + 1 : last]))
    body = last + is_closed
    return Parts(yaml, "\n".join(lines[body:]), body + 1, tuple(faults))


def _opening(lines: Sequence[str]) -> int | None:
    """Return where the first row of dashes stands: at the very top, or near it with a key below."""
    if lines[0].rstrip() == _FENCE:
        return 0
    for number, line in enumerate(lines[:_NEAR_THE_TOP]):
        if _ROW.fullmatch(line) and _KEY.match("".join(lines[number + 1 : number + 2])):
            return number
    return None


def _end(lines: Sequence[str], start: int) -> int:
    """Return where the second row stands; without one, the first line that is no longer front matter."""
    for number in range(start, len(lines)):
        if _ROW.fullmatch(lines[number]):
            return number
        if not lines[number].strip():
            below = next((line for line in lines[number:] if line.strip()), "")
            if not (_KEY.match(below) or _INSIDE.match(below) or _ROW.fullmatch(below)):
                return number
    return len(lines)


def _faults_above(lines: Sequence[str], first: int) -> Iterator[tuple[int, Message]]:
    if first:
        has_text = any(line.strip() for line in lines[:first])
        yield 1, _text("text-above") if has_text else _text("lines-above")
    if lines[first].rstrip() != _FENCE:
        yield first + 1, _text("misspelt", row=lines[first].strip())


def _faults_below(lines: Sequence[str], last: int, is_closed: bool) -> Iterator[tuple[int, Message]]:
    if not is_closed:
        yield min(last + 1, len(lines)), _text("open")
    elif lines[last].rstrip() != _FENCE:
        yield last + 1, _text("misspelt", row=lines[last].strip())


def read_front_matter(path: str, parts: Parts) -> tuple[FrontMatter, yaml_file.Node | None, list[Problem]]:
    """Read the YAML part, and return its node too; what is not parsed at all is an ``input/`` problem."""
    problems = [
        Problem(path, Span(line, 1, line, 1), "structure/front-matter", Level.ERROR, message)
        for line, message in parts.faults
    ]
    if parts.yaml is None:
        return EMPTY, None, problems
    document, found = yaml_file.load_text(path, parts.yaml)
    problems += found
    if document is None:
        return EMPTY, None, problems[:1]
    if not isinstance(document.value, dict):
        bare = Problem(path, FILE_START, "structure/front-matter", Level.ERROR, _text("no-keys"))
        return EMPTY, None, problems or [bare]
    keys = [str(key) for key in document.value]
    spans = {key: document.span((key,)) for key in keys}
    places = {key: document.key_span((key,)) for key in keys}
    values = document.value | {key: _day(document.value.get(key)) for key in _DAYS}
    front = made(FrontMatter, values, values=document.value, spans=spans, keys=places)
    return front, document, problems


def _day(value: object) -> object:
    """Return a day that editors of content management systems have written in quotation marks."""
    return date.fromisoformat(value) if isinstance(value, str) and is_iso_day(value) else value
