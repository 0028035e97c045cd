"""What libyaml's errors mean, in words for people who write texts."""

import re

import yaml

from commonground.languages.message import Message, texts_of

_KEY_OF_LINE = re.compile(r"^[ \t]*(?:-[ \t]+)*(?P<key>[^\s:#][^:\n]*?):(?:[ \t]|$)")
_ONLY_A_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*[\w-]+[ \t]*")
_CLOSED = re.compile(r"""["'][ \t]*$""")

_text = texts_of(__name__)
Fault = tuple[int, int, Message]
"""Start and end offset, and the message."""

_WHAT_HELPS = {
    "found unknown escape character": _text("backslash"),
    "did not find expected hexdecimal number": _text("backslash"),
    "did not find expected comment or line break": _text("block-text"),
    "found a tab character": _text("tab"),
    "block sequence entries are not allowed": _text("item"),
    "did not find expected node content": _text("unfinished"),
    "found undefined tag handle": _text("first-character", character="!"),
    "exceeded": _text("too-deep"),
}
"""Part of libyaml's message, and what to say instead; the first that fits."""


def explain(error: Exception, text: str) -> Fault:
    """Return the range of the text that an error is about, and what to tell the writer."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, 0, _text("unreadable")
    at = min(error.problem_mark.index, len(text))
    opened = error.context_mark.index if error.context_mark is not None else at
    problem = error.problem or ""
    context = error.context or ""
    if "mapping values are not allowed" in problem:
        return _colon(text, at)
    if "could not find expected ':'" in problem:
        return _line_without_key(text, opened)
    if "end of stream" in problem and "quoted" in context:
        return opened, opened + 1, _text("open-quote")
    if "cannot start any token" in problem:
        return at, at + 1, special_character(text[at : at + 1])
    if "expected ',' or" in problem:
        return _open_bracket(text, opened, at, "}" if "mapping" in context else "]")
    if "document start" in problem:
        return at, at + 1, _text("goes-on")
    if "expected key" in problem or "block end" in problem or "'-' indicator" in problem:
        return _misfit(text, at)
    return next(((at, at, told) for part, told in _WHAT_HELPS.items() if part in problem), _unknown(at))


def special_character(character: str) -> Message:
    """Say that a text may not begin with a character that means something to YAML."""
    if character == "\t":
        return _WHAT_HELPS["found a tab character"]
    return _text("first-character", character=character)


def _unknown(at: int) -> Fault:
    return at, at, _text("unknown")


def _line(text: str, at: int) -> tuple[int, str]:
    """Return the start of the line of an offset, and the line up to it."""
    start = text.rfind("\n", 0, at) + 1
    return start, text[start:at]


def _key_above(text: str, at: int) -> str:
    """Return the nearest key at or above a place, "" where there is none."""
    for line in reversed(text[:at].split("\n")):
        if found := _KEY_OF_LINE.match(line):
            return found["key"].strip()
    return ""


def _colon(text: str, at: int) -> Fault:
    start, before = _line(text, at)
    if start and _ONLY_A_KEY.fullmatch(before):
        key = before.strip(" \t-")
        begin = start + before.index(key)
        return begin, at + 1, _text("key-misplaced", key=key)
    above = _key_above(text, at)
    return at, at + 1, _text("colon-after", key=above) if above else _text("colon")


def _open_bracket(text: str, opened: int, at: int, bracket: str) -> Fault:
    if _CLOSED.search(_line(text, at)[1]):
        return _misfit(text, at)
    return opened, opened + 1, _text("open-bracket", bracket=bracket)


def _line_without_key(text: str, at: int) -> Fault:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    words = text[at:end].strip()
    return at, at + len(words), _text("no-key")


def _misfit(text: str, at: int) -> Fault:
    _, before = _line(text, at)
    if _CLOSED.search(before):
        above = _key_above(text, at)
        return at, at + 1, _text("after-quote-key", key=above) if above else _text("after-quote")
    return at, at + 1, _text("misfit")
