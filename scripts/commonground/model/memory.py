"""What was read before, by all that it was read of."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

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


class Memory:
    """Remembers nothing: everything is read anew. ``read/remembered.py`` has the one that keeps files."""

    def __init__(self, each: Each = in_order) -> None:
        self.each = each

    def recall(self, kind: object, read: Callable[[], Read[T]], *made_of: object) -> Read[T]:
        """
        Return what was read before of just these things, else read it; and its problems.

        Args: kind: The type of what is read. made_of: All that it depends on besides the program and the settings.
        """
        return self.recall_each(kind, [(read, made_of)])[0]

    def recall_each(
        self, kind: object, readings: Sequence[tuple[Callable[[], Read[T]], Iterable[object]]]
    ) -> list[Read[T]]:
        """Do the same for several things of a kind: how each is read, and of what, which is asked for only where it counts."""
        return self.each([read for read, _ in readings])

    def tidy(self) -> None:
        """Forget what was not asked for."""
