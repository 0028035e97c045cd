"""An article as read, with the place of everything a check may point at."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from msgspec import Struct

from commonground.model.citation import Citation
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


LAYOUTS = (
    "adapting", "checks", "draft", "figures", "glossary", "home", "index", "journalists", "language-guide", "law", "law-models",
    "law-questions", "law-timeline", "library", "model", "model-full", "print", "questions", "report", "research", "rules",
    "search", "self-assessment", "services", "slides", "waiting", "who", "work", "write",
)  # fmt: skip
"""The layouts that a page may choose; without one, the layout of its type shows it."""

MACHINE = "machine"
"""What a translation says of itself until a person who is not its writer has read it."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg")
"""The endings of pictures."""


class Translation(Struct, frozen=True):
    """``of``: hash of the original as translated; ``status``: ``machine`` or ``reviewed``."""

    of: str
    status: str


class FrontMatter(Struct, frozen=True):
    """
    An article's front matter: raw ``values`` by key, and the place of each value (``spans``) and key (``keys``).

    The properties give a value of the right kind, or an empty one where it is missing or wrong; saying so is the
    business of ``structure/front-matter``.
    """

    values: Mapping[str, object]
    spans: Mapping[str, Span]
    keys: Mapping[str, Span]

    def text(self, key: str) -> str:
        """Return a text value, or "" where it is missing or no text."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """Return a date value, or None; editors of content management systems write it in quotation marks."""
        value = self.values.get(key)
        if isinstance(value, str) and _DAY.fullmatch(value):
            with suppress(ValueError):
                return date.fromisoformat(value)
        return value if isinstance(value, date) else None

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or an empty one."""
        value = self.values.get(key)
        return (
            tuple(item for item in value if isinstance(item, str)) if isinstance(value, list | tuple) else ()
        )

    def span(self, key: str) -> Span:
        """Return the place of a value, else the start of the file."""
        return self.spans.get(key, FILE_START)

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def type(self) -> str:
        return self.text("type")

    @property
    def description(self) -> str:
        return self.text("description")

    @property
    def draft(self) -> bool:
        """Tell whether the page is kept out of the site; anything but true is no draft."""
        return self.values.get("draft") is True

    @property
    def translation(self) -> Translation | None:
        value = self.values.get("translation")
        if not isinstance(value, Mapping):
            return None
        return Translation(str(value.get("of", "")), str(value.get("status", "")))


class Heading(Struct, frozen=True):
    """A heading: ``level`` 1 to 6, visible ``text``, the ``anchor`` that the renderer gives it."""

    level: int
    text: str
    anchor: str
    span: Span


class Block(Struct, frozen=True):
    """
    A ``///`` block.

    ``span`` is the place of its opening line; ``section`` the heading above; ``title`` what stands after a bar on that line.
    """

    name: str
    span: Span
    end_line: int
    section: str
    closed: bool = True
    title: str = ""


class Link(Struct, frozen=True):
    """A link or image: ``target`` as written, ``text`` as seen (for an image, its text alternative)."""

    target: str
    text: str
    span: Span
    is_image: bool = False


class RawHtml(Struct, frozen=True):
    """A piece of HTML in the source."""

    text: str
    span: Span


class Override(Struct, frozen=True):
    """A rule set aside for the next block: it holds for lines ``first_line`` to ``last_line``."""

    rule: str
    reason: str
    span: Span
    first_line: int
    last_line: int


class Article(Struct, frozen=True):
    """
    One Markdown file of ``docs/<language>/``.

    Attributes:
        path: Relative to the root, with ``/``.
        key: The path inside the language folder without ``.md``: ``myths/x``; the same in every language.
        passages: Title and description first, then the body in reading order.
        words: Words of the body that a reader sees.
        digest: SHA-256 of title, description and body (``read/article.py``).
    """

    path: str
    language: str
    key: str
    front: FrontMatter
    body: str
    body_line: int
    passages: tuple[Passage, ...]
    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    html: tuple[RawHtml, ...]
    overrides: tuple[Override, ...]
    words: int
    digest: str

    def is_escaped(self, span: Span) -> bool:
        """Tell whether a backslash stands before a sign of the body, or within what follows it: it is meant to be seen."""
        line = self.body.split("\n")[span.line - self.body_line]
        last = span.end_column if span.end_line == span.line else len(line)
        return "\\" in line[max(0, span.column - 2) : last]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, in reading order."""
        return tuple(citation for passage in self.passages for citation in passage.citations)
