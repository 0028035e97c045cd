"""The small parts of a page that templates show: notices, entries of lists, the language switch, a writer's problems."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from commonground.model.problem import Level, Problem

Link = tuple[str, str]
"""What a link says, and its address."""


class Notice(Struct, frozen=True):
    """A notice under the title: what it says, and one link, whose words may be in another language than its target."""

    kind: str
    text: str
    link: str
    link_text: str
    lang: str


class Listed(Struct, frozen=True):
    """An article in a list."""

    title: str
    description: str
    url: str
    key: str
    reviewed: date | None


class Door(Struct, frozen=True):
    """A section of the header: ``current`` is the value of ``aria-current``, "" where the reader is elsewhere."""

    name: str
    about: str
    url: str
    current: str


class PrintedView(Struct, frozen=True):
    """A PDF to print: its address, its size of paper, and how large it is, in kB and in words."""

    url: str
    paper: str
    kilobytes: int
    size: str


class PackView(Struct, frozen=True):
    """Sheets and cards of one theme to print."""

    title: str
    pages: int
    files: list[PrintedView]


class ShareView(Struct, frozen=True):
    """The picture that a shared link brings along: its whole address, and what it says."""

    url: str
    alt: str


class Switch(Struct, frozen=True):
    """The same page in another language."""

    lang: str
    url: str
    text: str


class Band(Struct, frozen=True):
    """
    What stands above a page.

    Attributes:
        failures: What could not be made of it, and why.
        problems: Its errors, then its warnings.
        hints: The number of its suggestions.
        elsewhere: Errors of other files, the first few.
        more: How many more there are.
    """

    failures: Sequence[str]
    problems: Sequence[Problem]
    hints: int
    elsewhere: Sequence[Problem]
    more: int

    @property
    def has_errors(self) -> bool:
        """Tell whether the page may not be published as it is."""
        return bool(self.failures) or any(problem.level is Level.ERROR for problem in self.problems)
