"""From the bytes of a page to its text."""

import re

from commonground.languages.message import texts_of
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.read.text import long_reference

_text = texts_of(__name__)
MAX_BYTES = 512 * 1024
"""A long article is about 20 kB; more than this is a mistake or an attack, and would stall the checks."""

MAX_LINE = 20_000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What no keyboard writes and no page shows: it hides in a text, ends lines for some programs, and commands terminals."""


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Turn a file's bytes into text with LF line ends, without a byte order mark or control characters."""
    if len(data) > MAX_BYTES:
        message = _text("too-large", most=MAX_BYTES // 1024)
        return None, [Problem(path, Span(1, 1, 1, 1), "input/too-large", Level.ERROR, message)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = Span(line, column, line, column + 1)
        return None, [Problem(path, span, "input/not-utf-8", Level.ERROR, _text("not-utf-8"))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = _control_characters(path, text)
    text = CONTROL.sub("\ufffd", text)
    if problem := long_reference(path, text):
        return None, [problem]
    if len(text) <= MAX_LINE:
        return text, problems
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > MAX_LINE:
            message = _text("long-line", length=len(line_text), most=MAX_LINE)
            span = Span(number, MAX_LINE, number, len(line_text) + 1)
            return None, [Problem(path, span, "input/too-large", Level.ERROR, message)]
    return text, problems


def _control_characters(path: str, text: str) -> list[Problem]:
    """Return the problem of the first character that nobody sees, nothing where there is none."""
    found = CONTROL.search(text)
    if found is None:
        return []
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    more = len(CONTROL.findall(text)) - 1
    code = f"U+{ord(found[0]):04X}"
    message = _text("controls", code=code, n=more) if more else _text("control", code=code)
    return [
        Problem(path, Span(line, column, line, column + 1), "input/control-character", Level.ERROR, message)
    ]
