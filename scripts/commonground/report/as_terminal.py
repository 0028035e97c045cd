"""The report on a terminal: in colour, with the line at fault below each problem."""

from collections.abc import Callable, Iterator, Sequence

from commonground.checks.registry import Report
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.model.problem import Level, Problem
from commonground.report.as_text import LEVELS, last_line

_text = texts_of(__name__)
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.SUGGESTION: "36"}
_FEW, _MANY = 3, 6
"""Of so many suggestions of one rule, so few are shown."""

_WIDTH = 100
_BEFORE = 40
"""Characters of a long line shown before the words at fault."""


def render(report: Report, source: Callable[[str], str]) -> str:
    """
    Return the report with colours and excerpts.

    Of many suggestions of one rule only the first few are shown, unless nothing else was found: they must not push the
    errors off the screen.

    Args: source: Path to text, "" where there is none to show.
    """
    by_rule: dict[str, list[Problem]] = {}
    for problem in report.problems:
        by_rule.setdefault(problem.rule, []).append(problem)
    long = {rule for rule, alike in by_rule.items() if len(by_rule) > 1 and _is_long(alike)}
    hidden = {id(problem) for rule in long for problem in by_rule[rule][_FEW:]}
    lines = [
        line
        for problem in report.problems
        if id(problem) not in hidden
        for line in _problem(problem, source(problem.path), report.language_of(problem.path))
    ]
    for rule in sorted(long):
        name = _styled(rule, _COLOURS[Level.SUGGESTION])
        lines.append(say(_text("more", n=len(by_rule[rule]) - _FEW, rule=name, id=rule), report.language))
    return "\n".join([*lines, last_line(report)]) + "\n"


def _is_long(alike: Sequence[Problem]) -> bool:
    return len(alike) >= _MANY and all(problem.level is Level.SUGGESTION for problem in alike)


def _problem(problem: Problem, text: str, language: str) -> Iterator[str]:
    colour = _COLOURS[problem.level]
    place = f"{problem.path}:{problem.span.line}:{problem.span.column}"
    level = _styled(say(LEVELS[problem.level], language), f"1;{colour}")
    yield f"{_styled(place, '1')}: {level} {_styled(problem.rule, colour)}: {say(problem.message, language)}"
    lines = text.split("\n")
    if 0 < problem.span.line <= len(lines):
        yield from _excerpt(lines[problem.span.line - 1].rstrip("\r"), problem, colour)


def _excerpt(line: str, problem: Problem, colour: str) -> Iterator[str]:
    """Yield the part of a line around the span, and a mark below it; a span over several lines is marked to the first's end."""
    start = problem.span.column - 1
    end = problem.span.end_column - 1 if problem.span.end_line == problem.span.line else len(line)
    if not line.strip() or end <= start:
        return
    first = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    shown = "".join(c if c.isprintable() else " " for c in line[first : first + _WIDTH])
    number = f"{problem.span.line:>5} | "
    marked = min(end, first + _WIDTH) - start
    yield f"{_styled(number, '2')}{shown}"
    yield f"{' ' * (len(number) + start - first)}{_styled('^' * max(1, marked), colour)}"


def _styled(text: str, codes: str) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m"
