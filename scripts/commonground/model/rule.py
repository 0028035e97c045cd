"""What a rule says of itself."""

from dataclasses import dataclass

from commonground.model.problem import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One check or term rule as readers see it.

    ``summary`` is one line; ``why`` the reason; ``fix`` what to do. ``wrong`` and ``right`` are short examples and
    may be empty for rules whose example is a whole page.
    """

    id: str
    level: Level
    summary: str
    why: str
    fix: str
    wrong: str = ""
    right: str = ""
