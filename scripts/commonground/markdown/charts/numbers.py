"""Numbers of records as a reader of one language writes them."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from commonground.languages import Language
from commonground.model.chart import PERCENTAGES

_FRACTIONS = {0.25: "¼", 0.5: "½"}


class Numbers(Struct, frozen=True):
    """Writes numbers of one ``measure``, each with as many decimals as the most exact of ``values``."""

    locale: Language
    measure: str
    places: int

    @classmethod
    def of(cls, locale: Language, measure: str, values: Iterable[float | None]) -> "Numbers":
        """Take the decimals from values as they are recorded: of 1.6 and 2.19, two."""
        return cls(locale, measure, max((_places(value) for value in values if value is not None), default=0))

    def bare(self, value: float) -> str:
        """Return a number without unit."""
        return _written(value, self.places, self.locale)

    def full(self, value: float) -> str:
        """Return a number with the unit of its measure."""
        return self._unit(self.bare(value))

    def range(self, low: float, high: float) -> str:
        """Return the two ends of an interval."""
        return self.locale.say("chart.range", low=self.bare(low), high=self.bare(high))

    def tick(self, value: float, *, is_ratio: bool) -> str:
        """Return the label of a step."""
        value = int(value) if float(value).is_integer() else value
        text = _written(value, _places(value), self.locale)
        if is_ratio:
            return self.locale.say("chart.times", n=_FRACTIONS.get(value, text))
        return self._unit(text)

    def _unit(self, text: str) -> str:
        return self.locale.typography.percent(text) if self.measure in PERCENTAGES else text


def whole(value: int, locale: Language) -> str:
    """Return a count."""
    return _written(value, 0, locale)


def _places(value: float) -> int:
    """Return how many decimals a value is recorded with; 31.0 has one, 35 none."""
    exponent = Decimal(repr(value)).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _written(value: float, places: int, locale: Language) -> str:
    return locale.typography.number(f"{Decimal(repr(value)):,.{places}f}")
