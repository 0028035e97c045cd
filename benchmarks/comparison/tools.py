"""The programs that are compared: how each is called on a folder, and how what it prints is read."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

HERE = Path(__file__).parent
ONLY = "language/*"
_ALEX_LINE = re.compile(
    r"\s*(?P<line>\d+):(?P<start>\d+)-(?P<end_line>\d+):(?P<end>\d+)\s+warning\s+(?P<said>.*)"
)
_BETWEEN_TICKS = re.compile(r"`([^`]+)`")


class Report(Struct, frozen=True):
    """One report of a tool: its line, from 1; where its words start and end in that line, from 0; what it says."""

    line: int
    start: int
    end: int
    said: str


def alex(printed: str) -> Iterator[Report]:
    """Yield the reports of alex from the table it prints. Those that cross a line's end stop at it."""
    for row in printed.splitlines():
        if match := _ALEX_LINE.match(row):
            start = int(match["start"]) - 1
            end = int(match["end"]) - 1 if match["line"] == match["end_line"] else start + 1
            yield Report(int(match["line"]), start, end, match["said"].strip())


def textlint(printed: str) -> Iterator[Report]:
    """Yield the reports of its rule `alex` from textlint's JSON: it marks one character and says the words."""
    for file in json.loads(printed):
        for message in file["messages"]:
            place, said = message["loc"]["start"], message["message"]
            start = place["column"] - 1
            words = _BETWEEN_TICKS.search(said)
            yield Report(place["line"], start, start + (len(words[1]) if words else 1), said)


def proselint(printed: str) -> Iterator[Report]:
    """Yield the reports of proselint from its JSON, which counts characters of the file beside line and column."""
    for result in json.loads(printed)["result"].values():
        for found in result.get("diagnostics", ()):
            line, column = found["pos"]
            length = found["span"][1] - found["span"][0]
            said = f"{found['check_path']}: {found['message']}"
            yield Report(line, column - 1, column - 1 + length, said)


def commonground(printed: str) -> Iterator[Report]:
    """Yield our own reports from our JSON."""
    for found in json.loads(printed)["problems"]:
        end = found["end_column"] - 1
        yield Report(found["line"], found["column"] - 1, end, f"{found['rule']}: {found['message']}")


def one_regex(printed: str) -> Iterator[Report]:
    """Yield what one_regex.py found."""
    for row in printed.splitlines():
        _, line, start, words = row.split(":", 3)
        yield Report(int(line), int(start), int(start) + len(words), words)


class Tool(Struct, frozen=True):
    """
    A program to compare.

    Attributes:
        command: What to type in a project's folder to check `docs/`, as JSON where the program has it.
        read: Reads what it printed; None for a program that does not judge words about people.
    """

    name: str
    command: tuple[str, ...]
    read: Callable[[str], Iterator[Report]] | None


def prepare(project: Path, folder: Path) -> None:
    """Put the installed tools where textlint looks for its rules: beside what it reads."""
    (project / "node_modules").symlink_to(folder.resolve() / "node_modules")


def tools(folder: Path) -> tuple[Tool, ...]:
    """Return all of them; those that are not ours are installed in the folder as the README says."""
    node, python = folder.resolve() / "node_modules", folder.resolve() / "python/bin"
    linted = (f"{node}/.bin/textlint", "--no-textlintrc", "--format", "json")
    ours = str(Path(sys.executable).parent / "commonground")
    return (
        Tool("commonground", (ours, "check", "--only", ONLY, "--format", "json"), commonground),
        Tool("alex", (f"{node}/.bin/alex", "docs"), alex),
        Tool("textlint: alex", (*linted, "--rule", "alex", "docs"), textlint),
        Tool("textlint: terminology", (*linted, "--rule", "terminology", "docs"), None),
        Tool("proselint", (f"{python}/proselint", "check", "-o", "json", "docs"), proselint),
        Tool("codespell", (f"{python}/codespell", "docs"), None),
        Tool("one regex", (sys.executable, str(HERE / "one_regex.py"), "docs"), one_regex),
    )
