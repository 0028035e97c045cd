"""The small parts of a page that templates show: notices, entries of lists, acts of the law, the language switch."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Notice:
    """A notice under the title: what it says, and one link, whose words may be in another language than its target."""

    kind: str
    text: str
    link: str
    link_text: str
    lang: str


@dataclass(frozen=True)
class ArticleView:
    """An article in a list."""

    title: str
    description: str
    url: str
    key: str
    reviewed: date | None


@dataclass(frozen=True)
class LawItem:
    """One act: ``act`` and ``text`` are inline Markdown; ``offence`` is never, sometimes or always."""

    act: str
    offence: str
    text: str
    url: str


@dataclass(frozen=True)
class Switch:
    """The same page in another language."""

    lang: str
    url: str
    text: str
