"""What was read before, by all that it was read of."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from commonground.model.problem import Problem

T = TypeVar("T")


class Memory:
    """Remembers nothing: everything is read anew. ``read/remembered.py`` has the one that keeps files."""

    def recall(
        self, kind: object, read: Callable[[], tuple[T, Sequence[Problem]]], *made_of: object
    ) -> tuple[T, Sequence[Problem]]:
        """
        Return what was read before of just these things, else read it; and its problems.

        Args: kind: The type of what is read. made_of: All that it depends on besides the program and the settings.
        """
        return read()

    def tidy(self) -> None:
        """Forget what was not asked for."""
