"""A stretch of prose with its exact places: the unit that checks read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import accumulate, pairwise

from msgspec import Struct, field
from msgspec.structs import force_setattr

from commonground.model.citation import Citation
from commonground.model.figure import Figure, LeftAlone
from commonground.model.position import Span

CITATION_CHARACTER = "\ufffc"
"""Stands in a passage's text where a citation mark stands in the file."""

CELL_GAP = " | "
"""Stands in a row's text between two cells."""


_MARK = re.compile(rf"[ \u00a0]*{CITATION_CHARACTER}")


def uncited(text: str) -> str:
    """Return a passage's text without its citation marks, and the spaces before them."""
    return _MARK.sub("", text).strip()


class Kind(StrEnum):
    """What a passage is on the page."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"
    TITLE = "title"
    DESCRIPTION = "description"
    CLAIM = "claim"
    IMAGE_TEXT = "image text"
    CODE = "code"
    BLOCK_TITLE = "title of the block"
    LINK_TITLE = "title of the link"
    CREDITS = "credits"
    FIELD = "field"
    DOCUMENT = "text of the PDF"

    @property
    def is_plain(self) -> bool:
        """Tell whether it is shown as it stands: Markdown in it is none."""
        return self in _PLAIN

    @property
    def can_cite(self) -> bool:
        """Tell whether a citation can stand in it."""
        return self in (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW, Kind.FIELD)


_PLAIN = (Kind.TITLE, Kind.DESCRIPTION, Kind.CLAIM, Kind.CREDITS, Kind.LINK_TITLE, Kind.DOCUMENT)


class Sentence(Struct, frozen=True):
    """A sentence of a passage: ``start`` and ``end`` are offsets in its text; citations after the stop belong to it."""

    start: int
    end: int
    citations: tuple[Citation, ...] = ()


class Passage(Struct, frozen=True):
    """
    One paragraph, list item, table row, heading or field, without its marks.

    Attributes:
        text: What a reader sees; a citation mark is one ``CITATION_CHARACTER``.
        segments: (offset, line, column) of each stretch whose characters follow one another in the file.
        wide: Offset of each character that is more than one code point in the file, with its width there.
        speech: Offset ranges that are somebody else's words, a title, or a word mentioned as a word.
        code: Offset ranges of code and addresses.
        unread: Those of them that hold no words and figures of ours: addresses, and code on a page that teaches it.
        figures: In reading order, offsets into ``text``; none inside ``unread``.
        left_alone: The numerals that are no figures, likewise.
        owner: For a field of a record, ``source#finding`` or ``source``; else "".
        label: For a field, its name in the file (``findings.violence-odds.states_fr``); else "".
    """

    path: str
    language: str
    kind: Kind
    text: str
    segments: tuple[tuple[int, int, int], ...]
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    wide: Mapping[int, int] = field(default_factory=dict)
    speech: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    figures: tuple[Figure, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()
    block: str = ""
    section: str = ""
    owner: str = ""
    label: str = ""
    _offsets: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "_offsets", tuple(segment[0] for segment in self.segments))

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of ``text[start:end]``."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end - 1))
        width = self.wide.get(end - 1, 1) if end > start else 0
        return Span(line, column, end_line, end_column + width)

    def whole(self) -> Span:
        """Return the place of the whole passage."""
        return self.span(0, len(self.text))

    def is_code(self, offset: int) -> bool:
        """Tell whether a character stands in code or an address."""
        return any(start <= offset < end for start, end in self.code)

    @property
    def cells(self) -> list[tuple[int, int]]:
        """Return the offset ranges of the cells of a row."""
        texts = self.text.split(CELL_GAP)
        starts = accumulate((len(text) + len(CELL_GAP) for text in texts), initial=0)
        return [(start, start + len(text)) for start, text in zip(starts, texts, strict=False)]

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Return the offsets at which its lines in the file begin, but for the first."""
        return line_starts(self.segments)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Tell whether ``text[start:end]`` stands in the file just so, but for a line end in place of a space."""
        for offset, line, column in self.segments:
            if start < offset < end and self._place(offset - 1) != (line, column - 1):
                wraps = self.text[offset - 1] == " " and column == 1
                if not wraps or self._place(offset - 1)[0] != line - 1:
                    return False
        return not any(start <= offset < end for offset in self.wide)

    def _place(self, offset: int) -> tuple[int, int]:
        start, line, column = self.segments[bisect_right(self._offsets, offset) - 1]
        return line, column + offset - start


def line_starts(segments: Iterable[tuple[int, int, int]]) -> tuple[int, ...]:
    """Return the offsets of those segments that begin on a later line than the one before."""
    return tuple(after[0] for before, after in pairwise(segments) if after[1] > before[1])
