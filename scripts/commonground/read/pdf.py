"""
What a PDF says, and whether it is a document to read and no more: it may carry scripts, programs to start and other files.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from commonground.languages import Language
from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken
from commonground.model.passage import Kind, Passage
from commonground.read.passages import Gathered, Origin, passage_of

if TYPE_CHECKING:
    import pypdfium2

_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt|ImportData|SubmitForm)(?![A-Za-z])"
)
_OBJECTS = re.compile(rb"/ObjStm\b.*?stream\r?\n", re.DOTALL)
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_text = texts_of(__name__)
_BROKEN_ADDRESS = re.compile(r"((?:\w[\w.:-]*/|/)[^\s]*[-/])[ ]?\n(?=[\w])")
_AS_SET = str.maketrans({"\r": None, "\ufffe": "-"})
"""PDFium ends lines with two characters, and has one of its own for a hyphen at a line's end."""

_SAME_SIZE = 0.05
"""Share by which the size of type may differ within a paragraph."""

_MOST_BETWEEN = 1.8
"""How far lines of a paragraph stand apart at most, in sizes of type."""

_BETWEEN = re.compile(r"\n\s*\n")
_MOST_UNPACKED = 32 << 20


def fault_of(data: bytes) -> Message | None:
    """Return what makes a PDF more than a document, None where nothing does."""
    parts = [data]
    left = _MOST_UNPACKED
    for found in _OBJECTS.finditer(data):
        try:
            parts.append(zlib.decompressobj().decompress(data[found.end() :], max(1, left)))
        except zlib.error:
            return _text("unreadable-parts")
        left -= len(parts[-1])
        if left <= 0:
            return _text("too-much")
    for part in parts:
        # A name may be written with codes: /J#61vaScript.
        plain = _NAME_CODE.sub(lambda code: bytes((int(code[1], 16),)), part)
        if active := _ACTIVE.search(plain):
            return _text("active", name=active[1].decode())
    return None


class NoWords(Spoken):
    """A PDF has no text, or none that can be got out of it."""


def texts(data: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF, in order. Raises: NoWords."""
    # Heavy to load, and few sites have a PDF.
    try:
        import pypdfium2
    except ModuleNotFoundError:  # only where words alone are checked, without what builds the site
        raise NoWords(_text("no-reader")) from None
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = tuple(_text_of(page) for page in document)
    except pypdfium2.PdfiumError:
        raise NoWords(_text("unreadable")) from None
    if not any(map(str.strip, pages)):
        raise NoWords(_text("no-words"))
    return pages


def _text_of(page: "pypdfium2.PdfPage") -> str:
    """Return a page's text with an empty line between paragraphs, an address that runs over a line's end put together."""
    found = page.get_textpage()
    lines: list[str] = []
    last: tuple[float, float] | None = None
    at = 0
    for line in found.get_text_range().split("\n"):
        if line.strip():
            if last and _is_apart(last, _setting(found, at + len(line) - len(line.lstrip()))):
                lines.append("")
            # PDFium lets some lines run on: the next one goes on from the last character.
            last = _setting(found, at + len(line.rstrip()) - 1)
        lines.append(line.translate(_AS_SET))
        at += len(line) + 1
    return _BROKEN_ADDRESS.sub(r"\1", "\n".join(lines))


def _setting(page: "pypdfium2.PdfTextPage", index: int) -> tuple[float, float]:
    """Return the size of the character at a place of the page's text, and how high its line stands."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    character = raw.FPDFText_GetCharIndexFromTextIndex(page, index)
    across, up = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page, character, byref(across), byref(up))
    return raw.FPDFText_GetFontSize(page, character), up.value


def _is_apart(above: tuple[float, float], below: tuple[float, float]) -> bool:
    """Tell whether a line begins another paragraph: in another size, higher up, or far below."""
    size, gap = below[0], above[1] - below[1]
    return abs(size - above[0]) > _SAME_SIZE * size or gap < 0 or gap > _MOST_BETWEEN * size


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a page's text, which stand apart by an empty line."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def passages(path: str, pages: Sequence[str], language: str, locale: Language) -> Iterator[Passage]:
    """Yield the paragraphs of a PDF; the line of a place is the page, and its column the character on it."""
    for number, text in enumerate(pages, 1):
        start = 0
        for part in paragraphs(text):
            start = text.index(part, start)
            gathered = Gathered(Kind.DOCUMENT)
            gathered.flow.add(part.replace("\n", " "), start, len(part))
            start += len(part)
            yield passage_of(Origin(path, language, locale, _OnPage(number)), gathered, cites=False)


class _OnPage(Struct, frozen=True):
    """The places of a page's characters."""

    number: int

    def place(self, offset: int) -> tuple[int, int]:
        return self.number, offset + 1

    def breaks(self, start: int, end: int) -> tuple[int, ...]:
        return ()
