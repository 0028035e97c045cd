"""The notation of patterns in numbers.toml, turned into regular expressions that Python and JavaScript both understand."""

import re
from collections.abc import Iterable, Mapping

_NAME = re.compile(r"\{([a-z][a-z_]*)\}")
_SYNTAX = re.compile(r"[\\^$.*+?()\[\]{}|/]")
_NOT_PLAIN = re.compile(r"[\\{\[|?*+]")
_IN_CLASS = {" ": r"\s", "’": "'’", r"\d": "0-9"}
_OUTSIDE = {" ": r"\s", "’": "['’]", r"\d": "[0-9]", "(": "(?:"}
NEVER = "(?!)"


class UnknownPartError(ValueError):
    """A pattern names a part that nobody defined."""


def pattern(written: str, parts: Mapping[str, str]) -> str:
    """
    Return the regular expression of a pattern; ``parts`` are regular expressions by their names.

    Raises: UnknownPartError: It names a part that is not there.
    """
    made: list[str] = []
    at, in_class = 0, False
    while at < len(written):
        name = _NAME.match(written, at)
        if name:
            if name[1] not in parts:
                raise UnknownPartError(name[1])
            made.append(parts[name[1]])
            at = name.end()
            continue
        piece = written[at : at + 2] if written[at] == "\\" else written[at]
        at += len(piece)
        if piece == "(" and written[at : at + 1] == "?":
            made.append(piece)
            continue
        made.append((_IN_CLASS if in_class else _OUTSIDE).get(piece, piece))
        in_class = piece == "[" or (in_class and piece != "]")
    return "".join(made)


def is_plain(written: str) -> bool:
    """Tell words that stand for themselves from a pattern."""
    return _NOT_PLAIN.search(written) is None


def literal(words: str) -> str:
    """Return a pattern of just these words."""
    return _SYNTAX.sub(r"\\\g<0>", words).replace(" ", r"\s").replace("’", "['’]")


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return (
        "(?:" + "|".join(literal(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
    )
