"""What texts repeat and a page or a record answers: one entry of ``language/repeated/<lang>.yaml``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from msgspec import Struct, field

from commonground.model.figure import Figure, Quantity, is_among
from commonground.model.position import FILE_START, Span
from commonground.model.rule_file import WordList
from commonground.model.schema.declared import FILLED, Given
from commonground.model.schema.forms import FINDING_KEY

FOLDER = "language/repeated"
_NAME = re.compile(r"\{([^{}]*)\}")


class RepeatedClaim(Struct, frozen=True):
    """
    What a sentence looks like that repeats a claim or a figure.

    Attributes:
        all: Lists of phrases; one of each must stand in the sentence. ``none``: none of these may.
        page: The key of the page that answers it, or "".
        finding: ``source#finding`` of the figure that it prints, or ""; one of ``figures`` or ``plain`` must stand there.
        denies: It is itself a denial ("nobody chooses …"), so that denials do not silence it.
        values: The quantities of each of ``figures``, ``plain_values`` those of each of ``plain``.
    """

    all: Annotated[tuple[tuple[str, ...], ...], FILLED]
    none: tuple[str, ...] = ()
    page: str = ""
    finding: Annotated[str, FINDING_KEY] = ""
    denies: bool = False
    figures: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    plain_values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    span: Given[Span] = FILE_START

    @property
    def key(self) -> str:
        """Return what it leads to: the page or the finding."""
        return self.finding or self.page

    def prints(self, figure: Figure) -> bool:
        """Tell whether a figure is one of its own; "30%" is not what "about three in ten" stands for."""
        return is_among(figure, self.values if figure.is_exact else (*self.values, *self.plain_values))


class RepeatedClaims(Struct, frozen=True):
    """
    All of one language. ``lists`` are the phrases by the names under which patterns use them.

    A sentence with one of ``silent`` tells what others say, one with one of ``denials`` denies; one before a sentence with one of
    ``after`` is taken back.
    """

    lists: tuple[WordList, ...]
    silent: tuple[str, ...]
    denials: tuple[str, ...]
    after: tuple[str, ...]
    claims: tuple[RepeatedClaim, ...]
    path: Given[str] = field(default="")


def expanded(phrases: Sequence[str], lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield each phrase with every ``{name}`` in it as one of the phrases of that list; an unknown name stays."""
    for phrase in phrases:
        found = _NAME.search(phrase)
        if found is None or found[1] not in lists:
            yield phrase
            continue
        before, after = phrase[: found.start()], phrase[found.end() :]
        yield from expanded([f"{before}{one}{after}" for one in lists[found[1]]], lists)
