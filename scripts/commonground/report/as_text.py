"""The report that people read: one line a problem, then a count."""

from collections import Counter

from commonground.checks.registry import Report
from commonground.languages.catalogue import say
from commonground.languages.message import Message, Series, listed, texts_of
from commonground.model.problem import Level, Problem

FOR_PAGES = False

_text = texts_of(__name__)

LEVELS = {
    Level.ERROR: _text("error"),
    Level.WARNING: _text("warning"),
    Level.SUGGESTION: _text("suggestion"),
}


def line(problem: Problem, language: str) -> str:
    """Return ``path:line:column: level rule: message``."""
    level, message = say(LEVELS[problem.level], language), say(problem.message, language)
    return f"{problem.path}:{problem.span.line}:{problem.span.column}: {level} {problem.rule}: {message}"


def render(report: Report) -> str:
    """Return the whole report, ending with what was counted."""
    lines = [line(problem, report.language_of(problem.path)) for problem in report.problems]
    return "\n".join([*lines, last_line(report)]) + "\n"


def found(report: Report) -> Series:
    """Return how many problems there are of each level."""
    counts = Counter(problem.level for problem in report.problems)
    return listed([
        _text("errors", n=counts[Level.ERROR]),
        _text("warnings", n=counts[Level.WARNING]),
        _text("suggestions", n=counts[Level.SUGGESTION]),
    ])  # fmt: skip


def last_line(report: Report) -> str:
    """Return what was found, read and set aside, and which languages have no messages."""
    scope = _read(report) if report.counts["words"] else _text("searched", articles=articles(report))
    told = _text("last", found=found(report), scope=scope, overrides=len(report.overrides))
    more = [_text("known", n=report.known)] if report.known else []
    line = " ".join(say(one, report.language) for one in (told, *more))
    note = without_messages(report)
    return f"{line}\n{say(note, report.language)}" if note else line


def _read(report: Report) -> Message:
    read = report.counts
    return _text(
        "read",
        articles=articles(report),
        words=words(report),
        citations=_text("citations", n=read["citations"]),
        figures=_text("figures", n=read["figures"]),
        alone=_text("alone", n=read["numbers_left_alone"]),
        sources=_text("sources", n=read["sources"]),
        findings=_text("findings", n=read["findings"]),
    )


def articles(report: Report) -> Message:
    """Return how many articles were read."""
    return _text("articles", n=report.counts["articles"])


def words(report: Report) -> Message:
    """Return how many words were read."""
    return _text("words", n=report.counts["words"])


def without_messages(report: Report) -> Message | None:
    """Return a note on languages in which the report could not speak, None where there is none."""
    return _text("unspoken", languages=listed(report.unspoken)) if report.unspoken else None
