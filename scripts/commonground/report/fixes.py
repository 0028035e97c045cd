"""What a file would be with the safe changes made, and how that differs from what it is."""

import re
from collections.abc import Iterable
from difflib import unified_diff

from commonground.model.problem import Edit, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARK = "\ufeff"


def safe_edits(problems: Iterable[Problem]) -> list[Edit]:
    """Return the changes that may be made unseen, one a problem, in the file's order and apart from one another."""
    found = [edit for problem in problems for edit in problem.edits[:1] if edit.safe]
    apart: list[Edit] = []
    for edit in sorted(found, key=lambda edit: edit.span):
        if not apart or _end(apart[-1]) <= (edit.span.line, edit.span.column):
            apart.append(edit)
    return apart


def changed(text: str, edits: Iterable[Edit]) -> str:
    """
    Return a file's text with changes made; its line ends and byte order mark stay.

    Args: edits: In the file's order, apart from one another.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    starts = [0, *(end.end() for end in _LINE_END.finditer(body))]
    for edit in reversed(list(edits)):
        span = edit.span
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        body = body[:start] + edit.text + body[end:]
    return mark + body


def diff(path: str, before: str, after: str) -> str:
    """Return the change of one file as a unified diff that `patch -p1` understands."""
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _end(edit: Edit) -> tuple[int, int]:
    return edit.span.end_line, edit.span.end_column
