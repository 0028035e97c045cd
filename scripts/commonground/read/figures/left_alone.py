"""Which numbers the words before them take out of count: "section 213", "May 5", "the first half"."""

from commonground.model.figure import LeftAlone, Unit
from commonground.read.figures.grammar import Grammar
from commonground.read.figures.number import Number
from commonground.read.figures.rules import LOOK_BACK, Before

_LONGEST_DAY = 24
"""Hours of a day: more are no time of day."""


def left_alone(
    grammar: Grammar, text: str, number: Number, before: Before, *, in_prose: bool
) -> LeftAlone | None:
    """Return a number that is no quantity for the words before it, or None where it is one."""
    kind = _kind(number)
    if not kind or (kind == "hours" and _ends_range(grammar, text, number, before)):
        return None
    left = grammar.rules.of(kind, text, number.start, before, in_prose=in_prose)
    return left if left is None or number.is_bare else LeftAlone(number.start, number.end, left.reason)


def _kind(number: Number) -> str:
    """Return which rules ask for such numbers, "" for none."""
    quantity = number.quantity
    if number.is_bare:
        return "number" if number.in_digits else "words"
    if quantity.unit is Unit.TIME and quantity.detail == "hour" and quantity.value <= _LONGEST_DAY:
        return "hours"
    if quantity.unit is Unit.PERCENT and not quantity.detail:
        return "percent" if number.in_digits else "share"
    return ""


def _ends_range(grammar: Grammar, text: str, number: Number, before: Before) -> bool:
    """Tell "two to three hours", and « deux à trois heures », from « le mardi 12 à 18 heures »."""
    joint = grammar.patterns["range_open"].search(text, max(0, number.start - LOOK_BACK), number.start)
    return joint is not None and not (before.last and before.last.end > joint.start())
