"""What the wall reports: a problem in a built file."""

from commonground.languages.message import Message
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.rule import Rule

FAMILY = "site"


def _rule(name: str) -> Rule:
    id = f"{FAMILY}/{name}"
    return Rule(id, Level.ERROR, Message(f"{id}.rule"), Message(f"{id}.why"), Message(f"{id}.fix"))


RULES = tuple(
    map(
        _rule,
        (
            "broken-link",
            "duplicate-id",
            "language",
            "outside-request",
            "policy",
            "unread-citation",
            "unread-figure",
            "unread-file",
        ),
    )
)
"""What a built site is held to, after all that the checks hold its content to."""


def fault(path: str, raw: str, found: str, rule: str, message: Message) -> Problem:
    """
    Return a problem of a built file.

    Args: raw: The file's text. found: What stands in it at the place; where it is not found, the file's start is meant:
        parsers keep no places.
    """
    return Problem(path, place(raw, found), f"{FAMILY}/{rule}", Level.ERROR, message)


def place(raw: str, found: str) -> Span:
    """Return where a text first stands in a file's text, else the file's start."""
    at = raw.find(found) if found else -1
    if at < 0:
        return FILE_START
    line, column = raw.count("\n", 0, at) + 1, at - raw.rfind("\n", 0, at)
    return Span(line, column, line, column + len(found.partition("\n")[0]))
