"""What a rule says of itself."""

from msgspec import Struct

from commonground.languages.message import Wording
from commonground.model.problem import Level


class Rule(Struct, frozen=True):
    """
    One check or term rule as readers see it.

    ``summary`` is one line; ``why`` the reason; ``fix`` what to do. ``wrong`` and ``right`` are short examples and
    may be empty for rules whose example is a whole page. ``language``: that of a rule about words, "" for a check.
    """

    id: str
    level: Level
    summary: Wording
    why: Wording
    fix: Wording
    wrong: str = ""
    right: str = ""
    language: str = ""
