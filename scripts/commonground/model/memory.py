"""What was read before, by all that it was read of."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct

from commonground.model.problem import Problem

T = TypeVar("T")
Read = tuple[T, Sequence[Problem]]
"""What was read, and what is wrong with it."""


Each = Callable[[Sequence[Callable[[], Any]]], list[Any]]
"""Does jobs that need nothing of each other, and returns what came of them, in order."""


def in_order(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """Do one job after the other; ``files/processors.py`` does several at once."""
    return [job() for job in jobs]


def completed(found: Sequence[T | None], jobs: Sequence[Callable[[], T]], each: Each) -> list[T]:
    """Return what was found, and in each gap what its job makes."""
    gaps = [number for number, one in enumerate(found) if one is None]
    made = dict(zip(gaps, each([jobs[number] for number in gaps]), strict=True))
    return [made[number] if one is None else one for number, one in enumerate(found)]


class Asked(Struct, Generic[T], frozen=True):
    """
    Something to be read.

    Attributes:
        kind: The type of what is read.
        read: Reads it.
        made_of: All that it depends on besides the program and the settings; asked for only where it counts.
    """

    kind: object
    read: Callable[[], Read[T]]
    made_of: Iterable[object]


class Memory:
    """Remembers nothing: everything is read anew. ``read/remembered.py`` has the one that keeps files."""

    def __init__(self, each: Each = in_order) -> None:
        self.each = each

    def recall(self, asked: Sequence[Asked[T]]) -> list[Read[T]]:
        """Return of each what was read before of just these things, else read it; and its problems."""
        return self.each([one.read for one in asked])

    def tidy(self) -> None:
        """Forget what was not asked for."""
