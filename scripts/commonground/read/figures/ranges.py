"""Which numbers belong together: the two ends of a range or an interval."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from commonground.model.figure import Quantity, Unit
from commonground.read.figures.grammar import Grammar
from commonground.read.figures.number import Number
from commonground.read.figures.rules import LOOK_BACK

_LIST_MARK = re.compile(r"[,;]\s?")


def ranges(grammar: Grammar, text: str, numbers: list[Number]) -> Iterator[tuple[Number, ...]]:
    """Yield the numbers one by one, the two ends of a range together."""
    at = 0
    while at < len(numbers):
        first = numbers[at]
        if at + 1 < len(numbers) and (run := _range(grammar, text, first, numbers[at + 1])):
            yield run
            at += 2
        else:
            yield (first,)
            at += 1


def _range(grammar: Grammar, text: str, low: Number, high: Number) -> tuple[Number, Number] | None:
    """Return the two ends with one unit, or None where the numbers do not belong together."""
    if high.start - low.end > LOOK_BACK:
        return None
    if _are_unlike(low, high) or not _are_joined(grammar, text, low, high):
        return None
    if low.is_bare and not high.is_bare:
        unit, detail = high.quantity.unit, high.quantity.detail
        value = low.quantity.value / high.of * 100 if high.of else low.quantity.value
        low = replace(low, quantity=Quantity(value, unit, detail), bare=low.quantity)
    elif high.is_bare and not low.is_bare:
        unit, detail = low.quantity.unit, low.quantity.detail
        high = replace(high, quantity=Quantity(high.quantity.value, unit, detail), bare=high.quantity)
    if high.scale > 1 and low.scale == 1 and abs(low.quantity.value) < 1000:
        low = replace(low, quantity=replace(low.quantity, value=low.quantity.value * high.scale))
    return low, high


def _are_unlike(low: Number, high: Number) -> bool:
    """Tell "2 points to 41%", and "a million dollars to 300 players", from the ends of a range."""
    one, other = low.quantity, high.quantity
    if high.is_bare and not low.is_bare:
        is_shared = one.unit is Unit.MONEY or (one.unit is Unit.PERCENT and not one.detail)
        return not is_shared or other.value < one.value
    return not low.is_bare and (
        one.unit is not other.unit or (one.unit is Unit.PERCENT and one.detail != other.detail)
    )


def _are_joined(grammar: Grammar, text: str, low: Number, high: Number) -> bool:
    if grammar.patterns["range"].fullmatch(text, low.end, high.start):
        return True
    before = max(0, low.start - LOOK_BACK)
    if grammar.patterns["range_after_between"].fullmatch(text, low.end, high.start):
        return grammar.patterns["between"].search(text, before, low.start) is not None
    if grammar.patterns["range_of_a_bare_number"].fullmatch(text, low.end, high.start):
        return low.is_bare and not high.is_bare
    if low.decimal and high.decimal and _LIST_MARK.fullmatch(text, low.end, high.start):
        closes = text[high.end : high.end + 1] in (")", "]")
        return closes and grammar.patterns["opens_interval"].search(text, before, low.start) is not None
    return False
