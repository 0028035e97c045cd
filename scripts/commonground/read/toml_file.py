"""TOML with the place of every key and value; the standard library reads it, and keeps no places."""

import re
import tomllib
from collections.abc import Callable, Iterator

from commonground.languages.message import texts_of
from commonground.model.position import Path, Span
from commonground.model.problem import Level, Problem
from commonground.read.text import Lines
from commonground.read.yaml_file import Node

_text = texts_of(__name__)

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_IN_LINE = re.compile(r"[ \t]*")
_KEY = re.compile(r"\"(?P<basic>(?:\\.|[^\"\\\n])*)\"|'(?P<literal>[^'\n]*)'|(?P<bare>[A-Za-z0-9_-]+)")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[^,\]}\n#]+',
    re.DOTALL,
)


def load(path: str, data: bytes, rule: str) -> tuple[Node | None, list[Problem]]:
    """
    Read one TOML file.

    Args: path: The file's name in the root, for problems. rule: The rule that a file breaks which is no TOML.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        value = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Problem(path, Span(line, 1, line, 1), rule, Level.ERROR, _text("not-utf-8"))]
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        last = text.count("\n") + 1
        line, column = (int(found[1]), int(found[2])) if found else (last, 1)
        return None, [Problem(path, Span(line, column, line, column), rule, Level.ERROR, _text("no-toml"))]
    except (RecursionError, ValueError):  # too deep; a number of thousands of digits, a day that is none
        return None, [Problem(path, Span(1, 1, 1, 1), rule, Level.ERROR, _text("no-toml"))]
    scan = _Scan(text)
    return Node(path, value, text, Lines(text), scan.values, scan.keys), []


class _Scan:
    """
    Walks through a text that is known to be TOML.

    Attributes: values: Start, end and "" (the style, which is YAML's) of each value. keys: Start and end of each key.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counts: dict[Path, int] = {}
        self.values: dict[Path, tuple[int, int, str]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        table: Path = ()
        self._skip(_BLANK)
        while self._at < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Go on behind a pattern, which may match nothing; return where it began."""
        start = self._at
        if found := pattern.match(self._text, start):
            self._at = found.end()
        return start

    def _names(self) -> Iterator[str]:
        """Yield the parts of a dotted key."""
        while found := _KEY.match(self._text, self._at):
            self._at = found.end()
            yield tomllib.loads(f"k={found[0]}")["k"] if found["bare"] is None else found["bare"]
            self._skip(_IN_LINE)
            if self._text[self._at : self._at + 1] != ".":
                return
            self._at += 1
            self._skip(_IN_LINE)

    def _header(self) -> Path:
        start = self._at
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._at += brackets
        self._skip(_IN_LINE)
        path: Path = ()
        names = list(self._names())
        for number, name in enumerate(names, 1):
            path = (*path, name)
            if number == len(names) and brackets > 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        self._at += brackets
        self._note(path, start, self._at)
        for length in range(1, len(path) + 1):
            self.values.setdefault(path[:length], (start, self._at, ""))
        return path

    def _note(self, path: Path, start: int, end: int) -> None:
        """Keep the place of a key, and for the tables that it makes on the way where there is none yet."""
        for length in range(1, len(path) + 1):
            self.keys.setdefault(path[:length], (start, end))

    def _pair(self, table: Path) -> None:
        start = self._at
        path = (*table, *self._names())
        self._note(path, start, len(self._text[start : self._at].rstrip()) + start)
        self._at += 1  # the sign =
        self._skip(_IN_LINE)
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._at
        match self._text[start]:
            case "{":
                self._inside("}", lambda _: self._pair(path))
            case "[":
                self._inside("]", lambda index: self._value((*path, index)))
            case _:
                self._skip(_SCALAR)
        end = start + len(self._text[start : self._at].rstrip())
        self.values[path] = (start, end, "")

    def _inside(self, closing: str, item: Callable[[int], None]) -> None:
        self._at += 1
        index = 0
        self._skip(_BLANK)
        while self._text[self._at] != closing:
            item(index)
            index += 1
            self._skip(_BLANK)
            if self._text[self._at] == ",":
                self._at += 1
                self._skip(_BLANK)
        self._at += 1
