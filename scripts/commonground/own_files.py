"""Files that belong to the program itself, TOML in folders of this package, which whoever adds a language or a type edits."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

Table = Mapping[str, object]

PACKAGE = Path(__file__).parent
_MOST_TOLD = 10
_HEAD = "a file of the program is broken:"


class BrokenOwnFile(Exception):
    """A file of the program cannot be used; the message names it, what is wrong with it, and what to do."""


def read_tables(folder: str) -> dict[str, Table]:
    """
    Return the tables of a folder by name, in order.

    Raises: BrokenOwnFile: One is no TOML, or not in UTF-8.
    """
    names = sorted(entry.name for entry in (PACKAGE / folder).iterdir() if entry.name.endswith(".toml"))
    return {name.removesuffix(".toml"): read_table(f"{folder}/{name}") for name in names}


def read_table(path: str) -> Table:
    """
    Return the table of one file, by its path in this package.

    Raises: BrokenOwnFile: It is no TOML, or not in UTF-8.
    """
    try:
        return tomllib.loads((PACKAGE / path).read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BrokenOwnFile(f"{_HEAD}\n{path} is not in UTF-8. Save it as UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenOwnFile(f"{_HEAD}\n{path} is no TOML: {error}. Mend that line.") from None


def refuse(faults: Iterable[str]) -> None:
    """Raise where there are faults. Raises: BrokenOwnFile: There are."""
    if told := list(faults):
        more = [f"… and {len(told) - _MOST_TOLD} more."] * (len(told) > _MOST_TOLD)
        raise BrokenOwnFile("\n".join([_HEAD, *told[:_MOST_TOLD], *more]))


def strings(value: object) -> tuple[str, ...]:
    """Return a list of a table as texts; what is no list is empty."""
    return tuple(map(str, value)) if isinstance(value, list) else ()


def pairs(value: object) -> dict[str, str]:
    """Return a table of texts by name; what is no table is empty."""
    return {key: str(text) for key, text in value.items()} if isinstance(value, dict) else {}
