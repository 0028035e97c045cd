"""The report that people read: one line a problem, then a count."""

from collections import Counter

from commonground.checks.registry import Report
from commonground.model.problem import Level, Problem


def line(problem: Problem) -> str:
    """Return ``path:line:column: level rule: message``."""
    return f"{problem.path}:{problem.span.line}:{problem.span.column}: {problem.level} {problem.rule}: {problem.message}"


def render(report: Report) -> str:
    """Return the whole report, ending with what was counted."""
    lines = [line(problem) for problem in report.problems]
    counts = Counter(problem.level for problem in report.problems)
    found = ", ".join(f"{counts[level]} {level}{'s' if counts[level] != 1 else ''}" for level in Level)
    read = report.counts
    lines.append(
        f"{found}. Read: {read['articles']} articles ({read['words']} words), {read['citations']} citations, "
        f"{read['figures']} figures ({read['numbers_left_alone']} numbers left alone), {read['sources']} sources, {read['findings']} findings. "
        f"Rules set aside in place: {len(report.overrides)}."
    )
    return "\n".join(lines) + "\n"
