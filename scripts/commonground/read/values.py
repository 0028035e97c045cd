"""What recorded figures are worth: the quantities of texts that hold little else, and the levels of intervals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import overload

from commonground.languages import FIRST
from commonground.model.figure import Quantity, Reason, level_of
from commonground.read.figures import knows_numbers, parse_quantities, read_numerals

_parse = lru_cache(maxsize=4096)(parse_quantities)
"""Many findings record the same numbers."""


def values_of(texts: Iterable[str], language: str) -> tuple[tuple[Quantity, ...], ...]:
    return tuple(_parse(text, language) for text in texts)


class PlainValues(Mapping[str, tuple[tuple[Quantity, ...], ...]]):
    """The values of plain renderings by language, read when somebody asks: a page in one language needs no other."""

    def __init__(self, plain: Mapping[str, tuple[str, ...]]) -> None:
        self._plain = plain

    def __getitem__(self, language: str) -> tuple[tuple[Quantity, ...], ...]:
        return values_of(self._plain[language], language) if knows_numbers(language) else ()

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)


class Levels(Sequence[Fraction]):
    """The levels of the intervals in a sentence, read when somebody asks: few sentences have any."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    @overload
    def __getitem__(self, index: int) -> Fraction: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fraction]: ...
    def __getitem__(self, index: int | slice) -> Fraction | Sequence[Fraction]:
        return self._levels[index]

    def __len__(self) -> int:
        return len(self._levels)

    @cached_property
    def _levels(self) -> tuple[Fraction, ...]:
        left = read_numerals(self._sentence, FIRST).left_alone
        return tuple(
            level_of(self._sentence[one.start : one.end]) for one in left if one.reason is Reason.LEVEL
        )
