"""The report as workflow commands, which GitHub shows beside the lines of a pull request."""

from commonground.checks.registry import Report
from commonground.languages.catalogue import say
from commonground.model.problem import Level, Problem

FOR_PAGES = True

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.SUGGESTION: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return one command a problem, errors first: GitHub shows only the first ten of each kind."""
    strictest = sorted(report.problems, key=lambda problem: list(Level).index(problem.level))
    return "".join(f"{_command(problem, report.language_of(problem.path))}\n" for problem in strictest)


def _command(problem: Problem, language: str) -> str:
    span = problem.span
    properties = {
        "file": problem.path,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "title": problem.rule,
    }
    listed = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.level]} {listed}::{say(problem.message, language).translate(_IN_TEXT)}"
