"""A plain rendering is a fair rounding of a figure of its finding."""

from collections.abc import Iterator
from fractions import Fraction

from commonground.checks.making import maker
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Quantity, Unit
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

NEAR = Fraction(5, 100)
"""How far a rendering may lie from a figure, as a part of the figure."""

NAMED = sorted({Fraction(100 * part, of) for of in (2, 3, 4, 5, 10) for part in range(1, of)})
"""The fractions that have a name in everyday speech, in per cent."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure of a plain rendering that no recorded figure bears out."""
    for source in corpus.sources.values():
        for passage in source.passages:
            finding = corpus.findings.get(passage.owner)
            if finding is None or not passage.label.startswith(f"findings.{finding.id}.plain"):
                continue
            for figure in passage.figures:
                if not all(_is_fair(quantity, finding) for quantity in figure.quantities):
                    known = listed(finding.figures) if finding.figures else _text("no-figure")
                    message = _text("unfair", figure=figure.text, figures=known, finding=finding.key)
                    yield _problem(passage.path, passage.span(figure.start, figure.end), message)


def _is_fair(plain: Quantity, finding: Finding) -> bool:
    return any(_rounds(plain, recorded) for recorded in finding.quantities)


def _rounds(plain: Quantity, recorded: Quantity) -> bool:
    value = _comparable(plain, recorded)
    if value is None:
        return False
    if abs(plain.value - value) <= NEAR * abs(value):
        return True
    return plain.unit is Unit.PERCENT and plain.value == min(NAMED, key=lambda named: abs(named - value))


def _comparable(plain: Quantity, recorded: Quantity) -> Fraction | None:
    """
    Return the recorded value in the unit of the rendering, None where the two count different things.

    A bare number may be a count, a multiple or a time; below one it may be a ratio that words tell as a share. Points of
    percentage are no percentage.
    """
    if plain.unit is recorded.unit:
        is_loose = not recorded.detail and plain.unit is not Unit.PERCENT
        return recorded.value if plain.detail == recorded.detail or is_loose else None
    if recorded.unit is not Unit.NUMBER or plain.unit is Unit.MONEY:
        return None
    if plain.unit is Unit.PERCENT:
        return 100 * recorded.value if 0 < recorded.value < 1 else None
    return recorded.value
