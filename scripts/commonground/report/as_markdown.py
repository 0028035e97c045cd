"""The report as a page for people: what to mend, file by file, in whole sentences."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from commonground.checks.registry import Report
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.model.problem import Level, Problem
from commonground.report.as_text import articles, found, without_messages, words

FOR_PAGES = True
_MOST_ALIKE = 5

_text = texts_of(__name__)
_SPECIAL = re.compile(r"[\\*_\[\]#`]")
_CODE = re.compile(r"(`[^`]*`)")
_NAMES = {
    Level.ERROR: _text("error"),
    Level.WARNING: _text("warning"),
    Level.SUGGESTION: _text("suggestion"),
}


def render(report: Report) -> str:
    """Return Markdown with a heading a file; what is only advice stands at the end, folded away."""
    blocks = [f"# {say(_text('title'), report.language)}", say(_summary(report), report.language)]
    advice = [problem for problem in report.problems if problem.level is Level.SUGGESTION]
    blocks += _files(
        report, [problem for problem in report.problems if problem.level is not Level.SUGGESTION]
    )
    if advice:
        blocks.append(f"<details><summary>{say(_text('advice', n=len(advice)), report.language)}</summary>")
        blocks += [*_files(report, advice), "</details>"]
    if note := without_messages(report):
        blocks.append(say(note, report.language))
    return "\n\n".join(blocks) + "\n"


def _files(report: Report, problems: Sequence[Problem]) -> Iterator[str]:
    """Yield heading and list of each file; of many problems with one rule, the first few."""
    for path, of_file in groupby(problems, key=lambda problem: problem.path):
        strictest = sorted(of_file, key=lambda problem: list(Level).index(problem.level))
        seen = Counter[str]()
        lines = []
        for problem in strictest:
            seen[problem.rule] += 1
            if seen[problem.rule] <= _MOST_ALIKE:
                lines.append(_item(problem, report.language_of(path)))
        for rule, n in seen.items():
            if n > _MOST_ALIKE:
                lines.append(say(_text("more", n=n - _MOST_ALIKE, rule=rule), report.language_of(path)))
        yield f"## `{path}`"
        yield "\n".join(lines)


def _summary(report: Report) -> Message:
    scope = _text("read", articles=articles(report), words=words(report))
    if report.known:
        scope = _text("read-known", read=scope, n=report.known)
    return (
        _text("found", found=found(report), scope=scope) if report.problems else _text("clean", scope=scope)
    )


def _item(problem: Problem, language: str) -> str:
    message = escaped(say(problem.message, language))
    item = _text(
        "item", name=_NAMES[problem.level], line=problem.span.line, message=message, rule=problem.rule
    )
    return say(item, language)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is; what stands between backquotes stays code."""
    parts = _CODE.split(text.replace("\n", " "))
    return "".join(part if part[:1] == "`" and len(part) > 1 else _outside(part) for part in parts)


def _outside(text: str) -> str:
    whole = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", whole)
