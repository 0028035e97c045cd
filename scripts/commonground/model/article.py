"""An article as read, with the place of everything a check may point at."""

from msgspec import Struct

from commonground.model.citation import Citation
from commonground.model.front_matter import FrontMatter
from commonground.model.passage import Passage
from commonground.model.position import Span

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg")
"""The endings of pictures."""


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

    def within(self, block: Block) -> tuple[Passage, ...]:
        """Return the passages inside a block, in reading order."""
        return tuple(one for one in self.passages if block.span.line < one.whole().line <= block.end_line)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, in reading order."""
        return tuple(citation for passage in self.passages for citation in passage.citations)
