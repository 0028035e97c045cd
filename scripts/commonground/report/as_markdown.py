"""The report as a page for people: what to mend, file by file, in whole sentences."""

import re
from itertools import groupby

from commonground.checks.registry import Report
from commonground.model.problem import Level, Problem
from commonground.report.as_text import found

_SPECIAL = re.compile(r"[\\*_\[\]#`]")
_CODE = re.compile(r"(`[^`]*`)")
_NAMES = {Level.ERROR: "Must change", Level.WARNING: "Should change", Level.SUGGESTION: "Think about"}


def render(report: Report) -> str:
    """Return Markdown with a heading a file; what must change stands first in each."""
    blocks = ["# What the checks found", _summary(report)]
    for path, of_file in groupby(report.problems, key=lambda problem: problem.path):
        blocks.append(f"## `{path}`")
        strictest = sorted(of_file, key=lambda problem: list(Level).index(problem.level))
        blocks.append("\n".join(map(_item, strictest)))
    return "\n\n".join(blocks) + "\n"


def _summary(report: Report) -> str:
    read = report.counts
    scope = f"{read['articles']} articles with {read['words']} words were read."
    known = f" {report.known} more are known from before and not listed." if report.known else ""
    if not report.problems:
        return f"Nothing to mend: {scope}{known}"
    return f"**{found(report)}.** {scope}{known} What must change is an error; the rest is advice."


def _item(problem: Problem) -> str:
    return f"- **{_NAMES[problem.level]}**, line {problem.span.line}: {escaped(problem.message)} (`{problem.rule}`)"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is; what stands between backquotes stays code."""
    parts = _CODE.split(text.replace("\n", " "))
    return "".join(part if part[:1] == "`" and len(part) > 1 else _outside(part) for part in parts)


def _outside(text: str) -> str:
    whole = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", whole)
