"""Which numbers the words before them take out of count: "section 213", "May 5", "the first half"."""

import re
from fractions import Fraction

from commonground.model.figure import LeftAlone, Reason, Unit
from commonground.read.figures.grammar import Scanner
from commonground.read.figures.names import LOOK_BACK, Before
from commonground.read.figures.number import Number

_LEVELS = frozenset(map(Fraction, ("68", "80", "90", "95", "97.5", "98", "99", "99.9")))
"""Per cents at which intervals are given."""

_AFTER_LEVEL = re.compile(r"%[\s-](?:\w+\s)*\w+$")
"""The level stands already: the number after "95% CI" is an end of the interval."""

_SHORT_NUMBER = re.compile(r"[2-8]11(?!\w|[.,]\d)")
"""A service's number, which needs no words of its own after another: "call 911, or 811 for advice"."""

_LONGEST_DAY = 24
"""Hours of a day: more are no time of day."""


def left_alone(
    scan: Scanner, text: str, number: Number, before: Before, *, is_listed: bool
) -> LeftAlone | None:
    """
    Return a number that is no quantity for the words before it, or None where it is one.

    Args: is_listed: It goes on a list of names ("sections 210, 211").
    """
    if not number.is_bare:
        reason = _reason(scan, text, number, before)
        return LeftAlone(number.start, number.end, reason) if reason else None
    if not number.in_digits:
        return None
    if is_listed:
        match = scan.naming.listed.match(text, number.start)
        return LeftAlone(match.start(), match.end(), Reason.NUMBERED) if match else None
    if before.last and before.last.reason is Reason.TELEPHONE and _SHORT_NUMBER.match(text, number.start):
        return LeftAlone(number.start, number.end, Reason.TELEPHONE)
    for endings, pattern, reason in scan.naming.by_label:
        if endings.end(before) and (match := pattern.match(text, number.start)):
            is_code = reason is Reason.TELEPHONE and 4 < match.end() - match.start() < 7
            if not is_code or "text" in before.text:
                return LeftAlone(match.start(), match.end(), reason)
    return None


def _reason(scan: Scanner, text: str, number: Number, before: Before) -> Reason | None:
    """Tell why a number with a unit is none: the level of an interval, a time of day, "the first half"."""
    quantity = number.quantity
    if quantity.unit is Unit.TIME and quantity.detail == "hour":
        is_clock = quantity.value <= _LONGEST_DAY and scan.naming.hours.end(before)
        lasts = _ends_range(scan, text, number, before) or scan.naming.lasting.match(text, number.end)
        return Reason.CLOCK if is_clock and not lasts else None
    if quantity.unit is not Unit.PERCENT or quantity.detail:
        return None
    if number.in_digits:
        names_level = scan.naming.levels.end(before) or scan.naming.levels_near.end(before)
        is_level = quantity.value in _LEVELS and names_level
        return Reason.LEVEL if is_level and not _AFTER_LEVEL.search(before.text) else None
    return Reason.PHRASE if scan.naming.idioms.end(before) else None


def _ends_range(scan: Scanner, text: str, number: Number, before: Before) -> bool:
    """Tell "two to three hours", and « deux à trois heures », from « le mardi 12 à 18 heures »."""
    joint = scan.range_open.search(text, max(0, number.start - LOOK_BACK), number.start)
    return joint is not None and not (before.last and before.last.end > joint.start())
