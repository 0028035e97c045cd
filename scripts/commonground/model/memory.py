"""What was worked out before, by all that it was worked out of."""

from typing import TypeVar

T = TypeVar("T")


class Memory:
    """Remembers nothing: everything is worked out anew. ``read/remembered.py`` has the one that keeps files."""

    def find(self, kind: type[T], *made_of: object) -> T | None:
        """Return a value of a kind that was kept under just these things, or None."""
        return None

    def keep(self, value: object, *made_of: object) -> None:
        """Keep a value; what it is made of is told by ``repr``."""

    def tidy(self) -> None:
        """Forget what was not asked for."""
