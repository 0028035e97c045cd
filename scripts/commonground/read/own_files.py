"""Files that belong to the program itself, ``<folder>/*.toml`` of this package, which whoever adds a language or a type edits."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

Table = Mapping[str, object]

PACKAGE = files("commonground")
_MOST_TOLD = 10


class BrokenOwnFile(Exception):
    """A file of the program cannot be used; the message names it, what is wrong with it, and what to do."""


def read_tables(folder: str) -> dict[str, Table]:
    """
    Return the tables of a folder by name, in order.

    Raises: BrokenOwnFile: One is no TOML, or not in UTF-8.
    """
    tables: dict[str, Table] = {}
    for entry in sorted((PACKAGE / folder).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            try:
                tables[entry.name.removesuffix(".toml")] = tomllib.loads(entry.read_text(encoding="utf-8"))
            except UnicodeDecodeError:
                refuse([f"{folder}/{entry.name} is not in UTF-8. Save it as UTF-8."])
            except (tomllib.TOMLDecodeError, RecursionError) as error:
                refuse([f"{folder}/{entry.name} is no TOML: {error}. Mend that line."])
    return tables


def refuse(faults: Iterable[str]) -> None:
    """Raise where there are faults. Raises: BrokenOwnFile: There are."""
    if told := list(faults):
        more = [f"… and {len(told) - _MOST_TOLD} more."] * (len(told) > _MOST_TOLD)
        raise BrokenOwnFile("\n".join(["a file of the program is broken:", *told[:_MOST_TOLD], *more]))
