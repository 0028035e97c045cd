"""A figure: a quantity that a reader could quote."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LEVEL = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_TIMES_OUT_OF_20 = Fraction(19)
"""A poll's "19 times out of 20" is a level of 95%."""


class Unit(StrEnum):
    """
    What a value counts.

    ``NUMBER`` is a bare number; recorded bare, it agrees with any counted noun, time unit or "times", never with
    ``PERCENT`` or ``MONEY``. A ratio (one in four, a quarter) is a ``PERCENT``, and so, with the detail "points", is a
    difference of percentages. A ``RATE`` has a base: "per 1000" (also ‰), or "to 1" for odds.
    """

    NUMBER = "number"
    PERCENT = "per cent"
    MONEY = "money"
    TIMES = "times"
    RATE = "rate"
    TIME = "time"


class Quantity(Struct, frozen=True):
    """One value: ``value`` is exact (45 % is 45, one in four is 25); ``detail`` narrows a unit ("month", "per 1000", "CAD")."""

    value: Fraction
    unit: Unit
    detail: str = ""


class Reason(StrEnum):
    """
    Why a numeral is no figure: all the reasons there are.

    ``NUMBERED`` is the number of a section, bill, case, file, page, question, room or street, of a work (ISBN, DOI) or
    person (ORCID) and the like; ``PHRASE`` is a fixed one, such as 50/50.
    """

    SMALL = "a bare number below ten"
    DATE = "a date"
    YEAR = "a year"
    NUMBERED = "the number of a part, a law, a case, a work or a place"
    TELEPHONE = "a telephone number"
    CLOCK = "a time of day"
    LEVEL = "the level of an interval"
    NAME = "part of a name"
    PHRASE = "a fixed phrase"


class LeftAlone(Struct, frozen=True):
    """A numeral that is no figure: offsets of its span, and why it is none."""

    start: int
    end: int
    reason: Reason


class Figure(Struct, frozen=True):
    """
    A figure in a text: offsets of its tight span, the words that stand there, and one quantity, or two for a range.

    ``bare`` is the end of a range that took its unit from the other ("33" in "33-46%"), as it stands.
    """

    start: int
    end: int
    text: str
    quantities: tuple[Quantity, ...]
    bare: Quantity | None = None

    @property
    def is_time(self) -> bool:
        """Tell whether it counts time alone: "eight years"."""
        return all(quantity.unit is Unit.TIME for quantity in self.quantities)

    @property
    def is_exact(self) -> bool:
        """Tell "25%" from "one in four", "1 in 4" and "a quarter"."""
        is_share = all(quantity.unit is Unit.PERCENT for quantity in self.quantities)
        return is_share and len(_NUMBER.findall(self.text)) == len(self.quantities)

    def missing_from(self, recorded: Iterable[Quantity]) -> tuple[Quantity, ...]:
        """Return those of its quantities that agree with none of the recorded ones."""
        known = tuple(recorded)
        return tuple(quantity for quantity in self.quantities if not self._is_among(quantity, known))

    def _is_among(self, quantity: Quantity, recorded: tuple[Quantity, ...]) -> bool:
        if any(agrees(quantity, one) for one in recorded):
            return True
        bare = self.bare
        return (
            bare is not None and bare.value == quantity.value and any(agrees(bare, one) for one in recorded)
        )


def is_among(figure: Figure, values: Sequence[tuple[Quantity, ...]]) -> bool:
    """Tell whether every value of a figure is among recorded ones, given as the quantities of each that is recorded."""
    if len(figure.quantities) == 1:
        return not figure.missing_from(quantity for value in values for quantity in value)
    is_range = len({quantity.value for quantity in figure.quantities}) > 1
    pairs = ((*one, *other) for one, other in pairwise(values) if len(one) == len(other) == 1)
    return is_range and any(not figure.missing_from(known) for known in (*values, *pairs))


def exact(numeral: str) -> Fraction:
    """Return the value of a numeral such as "0.35", however long: Python turns no text of over 4,300 digits into an int."""
    return Fraction(Decimal(numeral))


def agrees(written: Quantity, recorded: Quantity) -> bool:
    """
    Tell whether a written quantity is a recorded one, by value.

    A number recorded bare agrees with any counted noun, measure, time unit, rate or "times" of that value, never with
    a percentage or money; any other unit must be the same.
    """
    if recorded.unit is Unit.NUMBER and not recorded.detail:
        same_kind = written.unit not in (Unit.PERCENT, Unit.MONEY)
    else:
        same_kind = written.unit is recorded.unit and written.detail == recorded.detail
    return same_kind and written.value == recorded.value


def level_of(written: str) -> Fraction:
    """Return the level of an interval, in per cent, as it is written: "95% CI", « IC à 97,5 % », "19 times out of 20"."""
    number = _LEVEL.search(written)
    value = Fraction(number.group().replace(",", ".")) if number else Fraction(0)
    return Fraction(95) if value == _TIMES_OUT_OF_20 else value
