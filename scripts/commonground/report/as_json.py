"""The report that programs read; a change of its shape is a new ``version``."""

import json
from collections.abc import Mapping

from commonground.checks.registry import Report
from commonground.languages.catalogue import say, spoken
from commonground.model.problem import Edit

FOR_PAGES = False


def render(report: Report) -> str:
    """Return the report as JSON, ``version`` 1."""
    problems = [
        {
            "path": problem.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "end_line": problem.span.end_line,
            "end_column": problem.span.end_column,
            "rule": problem.rule,
            "level": problem.level.value,
            "message": say(problem.message, report.language_of(problem.path)),
            "language": spoken(report.language_of(problem.path)),
            "key": problem.message.key,
            "suggestions": list(problem.suggestions),
            **({"edits": [_edit(edit) for edit in problem.edits]} if problem.edits else {}),
        }
        for problem in report.problems
    ]
    overrides = [
        {"path": path, "line": override.span.line, "rule": override.rule, "reason": override.reason}
        for path, override in report.overrides
    ]
    whole = {"version": 1, "problems": problems, "overrides": overrides, "counts": dict(report.counts)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _edit(edit: Edit) -> Mapping[str, object]:
    """Return a change as its text and range; ``check_after``: words around it may have to agree."""
    span = edit.span
    whole: dict[str, object] = {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "text": edit.text,
    }
    return whole | ({"check_after": True} if edit.check_after else {})
