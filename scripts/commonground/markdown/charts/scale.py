"""From a value to a place across a drawing, in per cent of its width, so that drawings fit any width and text keeps its size."""

import math
from collections.abc import Iterable

from msgspec import Struct

EDGE = 3.5
"""Per cent of the width left free at either end, so that a dot on the edge is whole."""

_MOST_STEPS = 5


class Scale(Struct, frozen=True):
    """``low`` and ``high`` are the values at the two ends, ``ticks`` the values that are labelled."""

    low: float
    high: float
    ticks: tuple[float, ...]
    is_log: bool = False

    def at(self, value: float) -> float:
        """Return a place from ``EDGE`` to ``100 - EDGE``; a value beyond an end lies on it."""
        start, end, here = (self._flat(one) for one in (self.low, self.high, value))
        part = (here - start) / (end - start)
        return EDGE + (100 - 2 * EDGE) * min(1.0, max(0.0, part))

    def _flat(self, value: float) -> float:
        return math.log(value) if self.is_log else value


def ratios(values: Iterable[float]) -> Scale:
    """
    Return a log scale with powers of two as steps; "no difference", 1, is always on it.

    Raises: ValueError: A value is not above 0.
    """
    ends = [1.0, *values]
    low, high = min(ends), max(ends)
    first, last = math.ceil(math.log2(low)), math.floor(math.log2(high))
    if first == last:
        # One step alone says nothing of the scale.
        if high * low >= 1:
            high, last = max(high, 2.0), 1
        else:
            low, first = min(low, 0.5), -1
    step = max(1, math.ceil((last - first) / _MOST_STEPS))
    steps = range(math.ceil(first / step) * step, last + 1, step)
    return Scale(low, high, tuple(2.0**power for power in steps), is_log=True)


def percentages() -> Scale:
    """Return the scale of shares: from none to all."""
    return Scale(0, 100, (0, 25, 50, 75, 100))


def amounts(values: Iterable[float]) -> Scale:
    """Return a scale from zero in round steps."""
    top = max((*values, 1.0))
    rough = top / _MOST_STEPS
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(size * unit for size in (1, 2, 5, 10) if size * unit >= rough)
    count = math.ceil(top / step)
    return Scale(0, count * step, tuple(step * number for number in range(count + 1)))
