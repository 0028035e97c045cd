"""Files that belong to the program itself, TOML in folders of this package, which whoever adds a language or a type edits."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from commonground.languages.message import Message, listed, texts_of

_text = texts_of(__name__)

Table = Mapping[str, object]

PACKAGE = Path(__file__).parents[1]
_MOST_TOLD = 10


class BrokenOwnFile(Exception):
    """
    A file of the program cannot be used.

    Attributes:
        faults: What is wrong, each with the name of its file and what to do; ``str`` says them in the terminal's language.
    """

    def __init__(self, *faults: Message) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        # The catalogue is a file of the program too: what reads it cannot be loaded before this.
        from commonground.languages.terminal import told

        more = [_text("more", n=len(self.faults) - _MOST_TOLD)] * (len(self.faults) > _MOST_TOLD)
        return "\n".join(map(told, (_text("head"), *self.faults[:_MOST_TOLD], *more)))


def read_table(path: str) -> Table:
    """
    Return the table of one file, by its path in this package.

    Raises: BrokenOwnFile: It is no TOML, or not in UTF-8.
    """
    try:
        return tomllib.loads((PACKAGE / path).read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BrokenOwnFile(_text("encoding", path=path)) from None
    except (ValueError, RecursionError) as error:
        raise BrokenOwnFile(_text("toml", path=path, fault=str(error))) from None


def refuse(faults: Iterable[Message]) -> None:
    """Raise where there are faults. Raises: BrokenOwnFile: There are."""
    if told := list(faults):
        raise BrokenOwnFile(*told)


def no_part(path: str, model: str) -> Message:
    """Return what to say where a language lacks a part that another one has."""
    return _text("no-part", path=path, model=model)


def no_words(path: str, key: str) -> Message:
    """Return what to say where a key has no list of words."""
    return _text("no-words", path=path, key=key)


def no_texts(path: str, key: str) -> Message:
    """Return what to say where a key has no table of texts."""
    return _text("no-texts", path=path, key=key)


def no_lists(path: str, key: str) -> Message:
    """Return what to say where a key has no table of lists of words."""
    return _text("no-lists", path=path, key=key)


def needs_parts(path: str, key: str, parts: Iterable[str]) -> Message:
    """Return what to say where the table of a key has not the parts that it must have."""
    return _text("needs-parts", path=path, key=key, parts=listed(parts))


def as_table(value: object) -> Table:
    """Return a table as it stands; what is none is empty."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return a list as it stands; what is none is empty."""
    return value if isinstance(value, list) else []


def strings(value: object) -> tuple[str, ...]:
    """Return a list of a table as texts; what is no list is empty."""
    return tuple(map(str, as_list(value)))


def pairs(value: object) -> dict[str, str]:
    """Return a table of texts by name; what is no table is empty."""
    return {key: str(text) for key, text in as_table(value).items()}
