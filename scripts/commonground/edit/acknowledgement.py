"""An acknowledgement added to a record: one line more, every other byte as it was."""

import json
import re

from msgspec.structs import asdict

from commonground.model.source import Acknowledgement
from commonground.read.yaml_file import Node, load


class NoPlace(Exception):
    """The record is written in a way that a line cannot be added to safely."""


def written(added: Acknowledgement) -> str:
    """Return an acknowledgement as it stands in a record."""
    notice, why = (json.dumps(text, ensure_ascii=False) for text in (added.notice, added.why))
    return f"{{notice: {notice}, date: {added.date}, why: {why}}}"


def with_acknowledgement(path: str, data: bytes, added: Acknowledgement) -> bytes:
    """
    Return a record's bytes with one acknowledgement more.

    Args: path: The record's name, for problems. data: The file.
    Raises: NoPlace: The file cannot be read, or what came out would not say just what it said before and the addition.
    """
    node, problems = load(path, data)
    if node is None or problems or not isinstance(node.value, dict):
        raise NoPlace
    changed = _insert(node, written(added))
    before = node.value.get("acknowledged") or []
    again, problems = load(path, changed.encode())
    if (
        again is None
        or problems
        or not isinstance(before, list)
        or again.value != {**node.value, "acknowledged": [*before, asdict(added)]}
    ):
        raise NoPlace
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    return (mark + changed).encode()


def _insert(node: Node, item: str) -> str:
    text = node.text
    newline = "\r\n" if "\r\n" in text else "\n"
    path = ("acknowledged",)
    if path not in node.keys:
        ended = text if text.endswith("\n") else text + newline
        return f"{ended}acknowledged:{newline}  - {item}{newline}"
    items = node.at(path)
    count = len(items) if isinstance(items, list) else 0
    start, end, _ = node.values[path]
    if count and text[start] != "[":
        return _after_line(text, node.values[(*path, count - 1)][1], newline, _dash(text, start) + item)
    if text[start:end].endswith("]"):
        comma = ", " if count else ""
        return f"{text[: end - 1].rstrip()}{comma}{item}{text[end - 1 :]}"
    return _after_line(text, node.keys[path][1], newline, f"  - {item}")


def _dash(text: str, start: int) -> str:
    """Return the indentation and dash of the list item that starts at an offset."""
    found = re.compile(r"[ ]*-[ ]+").match(text, text.rfind("\n", 0, start) + 1)
    return found[0] if found else "  - "


def _after_line(text: str, at: int, newline: str, line: str) -> str:
    """Put a line after the one of an offset."""
    end = text.find("\n", at)
    if end < 0:
        return f"{text}{newline}{line}{newline}"
    return f"{text[: end + 1]}{line}{newline}{text[end + 1 :]}"
