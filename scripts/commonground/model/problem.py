"""What a check or a reader yields."""

from enum import StrEnum

from msgspec import Struct

from commonground.languages.message import Message
from commonground.model.position import Span


class Level(StrEnum):
    """How much a problem weighs; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


class Edit(Struct, frozen=True):
    """
    A change that would mend a problem: ``text`` in place of ``span``; ``safe`` if it may be made unseen.

    ``check_after``: words around it may have to agree with it, so that somebody must look at the sentence then.
    """

    span: Span
    text: str
    safe: bool = False
    check_after: bool = False


class Problem(Struct, frozen=True):
    """
    One fault in one place.

    ``path`` is relative to the root, with ``/``. ``message`` tells what is wrong and what to do next, in the words of the
    catalogue (see ``languages/catalogue.py``), once it is printed.
    ``suggestions`` are texts that a writer may choose from; ``edits`` are the same as exact changes, where they are
    known: an edit may reach beyond the problem's own span, to the article before it or a possessive after it.
    """

    path: str
    span: Span
    rule: str
    level: Level
    message: Message
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()

    def sort_key(self) -> tuple[str, Span, str, str]:
        """Return the order of reports: path, place, rule, message."""
        return (self.path, self.span, self.rule, repr(self.message))
