"""
What a PDF says, and whether it is a document to read and no more: it may carry scripts, programs to start and other files.
"""

import io
import re
import zlib
from collections.abc import Iterator, Sequence

from msgspec import Struct

from commonground.languages import Language
from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken
from commonground.model.passage import Kind, Passage
from commonground.read.passages import Gathered, Origin, passage_of

_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt|ImportData|SubmitForm)(?![A-Za-z])"
)
_OBJECTS = re.compile(rb"/ObjStm\b.*?stream\r?\n", re.DOTALL)
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_text = texts_of(__name__)
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
        from pypdf import PdfReader
    except ModuleNotFoundError:  # only where words alone are checked, without what builds the site
        raise NoWords(_text("no-pypdf")) from None
    try:
        pages = tuple(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except Exception:  # the library ends in errors of many kinds where a file is broken
        raise NoWords(_text("unreadable")) from None
    if not any(map(str.strip, pages)):
        raise NoWords(_text("no-words"))
    return pages


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
