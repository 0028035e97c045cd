"""What a check or a reader yields."""

from dataclasses import dataclass
from enum import StrEnum

from commonground.model.position import Span


class Level(StrEnum):
    """How much a problem weighs; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One fault in one place.

    ``path`` is relative to the root, with ``/``. ``message`` says in plain words what is wrong and what to do next.
    ``suggestions`` are texts that could stand in the span's place.
    """

    path: str
    span: Span
    rule: str
    level: Level
    message: str
    suggestions: tuple[str, ...] = ()

    def sort_key(self) -> tuple[str, Span, str, str]:
        """Return the order of reports: path, place, rule, message."""
        return (self.path, self.span, self.rule, self.message)
