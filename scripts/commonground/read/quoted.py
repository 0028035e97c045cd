"""
Kept figures, ``evidence/quoted.lock``: one JSON object a line, in the order of finding and day.

What is once kept stays: a newspaper may have printed its address. So a line carries all that its page shows, the figures
that its record listed then, and a seal over the whole.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from commonground.languages import FIRST, Language
from commonground.languages.message import Message, texts_of
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.quoted import PATH, SEAL, SHAPE, TEXTS, Quoted
from commonground.model.schema.declared import made
from commonground.model.schema.report import Report
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.values import PlainValues, values_of
from commonground.read.yaml_file import Node

_text = texts_of(__name__)

RULE = "evidence/altered-kept-figure"


def read_quoted(
    data: bytes, locales: Mapping[str, Language], *, with_passages: bool = True
) -> tuple[tuple[Quoted, ...], list[Problem]]:
    """
    Return the kept figures; a line that is none, or is not as the program wrote it, is a problem and keeps nothing.

    Args: with_passages: Whether the texts will be checked.
    """
    found: dict[str, Quoted] = {}
    problems: list[Problem] = []
    for number, line in enumerate(data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            continue
        span = Span(number, 1, number, len(line) + 1)
        node, _ = yaml_file.load_text(PATH, line, first_line=number)
        if node is None or not isinstance(node.value, dict):
            problems.append(_problem(span, _text("no-figure")))
            continue
        report = Report(node, RULE, (), ())
        SHAPE.compare(node.value, (), report)
        if report.problems:
            place = min(problem.span for problem in report.problems)
            problems.append(_problem(place, _text("changed-here")))
            continue
        one = _quoted(node, node.value, span, locales, with_passages=with_passages)
        if one.seal != node.value[SEAL]:
            problems.append(_problem(span, _text("changed", finding=one.finding)))
        elif one.key.casefold() in found:
            problems.append(_problem(span, _text("twice", finding=one.finding)))
        else:
            found[one.key.casefold()] = one
    return tuple(found.values()), problems


def _problem(span: Span, message: Message) -> Problem:
    return Problem(PATH, span, RULE, Level.ERROR, message)


def _quoted(
    node: Node,
    values: Mapping[str, object],
    span: Span,
    locales: Mapping[str, Language],
    *,
    with_passages: bool,
) -> Quoted:
    one = made(Quoted, values, kept=date.fromisoformat(str(values["kept"])), span=span)
    return replace(
        one,
        values=values_of(one.figures, FIRST),
        plain_values=PlainValues(one.plain),
        beside_values=values_of(one.beside, FIRST),
        passages=tuple(_passages(node, one, locales)) if with_passages else (),
    )


def _passages(node: Node, one: Quoted, locales: Mapping[str, Language]) -> Iterator[Passage]:
    for name in TEXTS:
        for language in getattr(one, name):
            if locale := locales.get(language):
                yield plain_passage(
                    node,
                    (name, language),
                    language=language,
                    locale=locale,
                    label=name,
                    is_quoted=name == "by",
                )
