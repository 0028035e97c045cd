"""The report that people read: one line a problem, then a count."""

from collections import Counter

from commonground.checks.registry import Report
from commonground.model.problem import Level, Problem


def line(problem: Problem) -> str:
    """Return ``path:line:column: level rule: message``."""
    return f"{problem.path}:{problem.span.line}:{problem.span.column}: {problem.level} {problem.rule}: {problem.message}"


def render(report: Report) -> str:
    """Return the whole report, ending with what was counted."""
    return "\n".join([*map(line, report.problems), last_line(report)]) + "\n"


def found(report: Report) -> str:
    """Return how many problems there are of each level."""
    counts = Counter(problem.level for problem in report.problems)
    return ", ".join(f"{counts[level]} {level}{'s' if counts[level] != 1 else ''}" for level in Level)


def last_line(report: Report) -> str:
    """Return what was found, read and set aside."""
    read = report.counts
    articles = f"{read['articles']} article{'s' if read['articles'] != 1 else ''}"
    scope = f"Searched: {articles}"
    if read["words"]:
        scope = (
            f"Read: {articles} ({read['words']} words), {read['citations']} citations, {read['figures']} figures ({read['numbers_left_alone']} numbers left alone), "
            f"{read['sources']} sources, {read['findings']} findings"
        )
    known = f" Known from the baseline: {report.known}." if report.known else ""
    return f"{found(report)}. {scope}. Rules set aside in place: {len(report.overrides)}.{known}"
