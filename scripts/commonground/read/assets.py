"""
What may lie beside the pages: a closed list of kinds, each known by its content and not by its name alone.

Everything here is sent to readers as it is, so a file that a browser would run is none of them.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from commonground.languages import Language
from commonground.languages.message import Message, listed, texts_of
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.read import csv_file, pdf, svg
from commonground.read.decoding import decode

RULE = "input/file-kind"

_text = texts_of(__name__)
_Fault = Callable[[bytes], Message | None]


def _starts(pattern: bytes) -> _Fault:
    """Return what tells whether content begins as its kind does."""
    begins = re.compile(pattern, re.DOTALL)
    return lambda data: None if begins.match(data) else _text("other-content")


def _pdf(data: bytes) -> Message | None:
    return _starts(rb"%PDF-\d")(data) or pdf.fault_of(data)


class _Kind(Struct, frozen=True):
    """``most``: bytes that a file may have; ``fault``: what is wrong with its content, None for nothing."""

    most: int
    fault: _Fault


_PICTURE = 512 << 10
"""A picture of a page's width takes a tenth of this; readers pay for each byte."""

_KINDS: Mapping[str, _Kind] = {
    ".png": _Kind(_PICTURE, _starts(rb"\x89PNG\r\n\x1a\n")),
    ".jpg": _Kind(_PICTURE, _starts(rb"\xff\xd8\xff")),
    ".jpeg": _Kind(_PICTURE, _starts(rb"\xff\xd8\xff")),
    ".webp": _Kind(_PICTURE, _starts(rb"RIFF....WEBP")),
    ".avif": _Kind(_PICTURE, _starts(rb"....ftyp(?:avif|mif1)")),
    ".svg": _Kind(128 << 10, svg.fault_of),
    ".pdf": _Kind(5 << 20, _pdf),
    ".csv": _Kind(512 << 10, lambda _: None),
}
"""By ending. No GIF: it cannot be stopped where it moves, and a PNG or WebP is smaller where it does not."""

ENDINGS = tuple(_KINDS)
"""The endings of files that may lie beside pages."""


def most_bytes(path: str) -> int:
    """Return how many bytes a file may have, 0 where it is of no kind on the list."""
    kind = _KINDS.get(PurePosixPath(path).suffix)
    return kind.most if kind else 0


UNKNOWN_KIND = _text("unknown-kind", endings=listed(ENDINGS))


def read_asset(
    path: str, data: bytes, language: str, locale: Language
) -> tuple[tuple[Passage, ...], list[Problem]]:
    """
    Look into a file whose ending is on the list.

    Returns: The rows of a table and the paragraphs of a PDF as passages, since readers see their words and figures; what
        is wrong with the file.
    """
    kind = _KINDS[PurePosixPath(path).suffix]
    if len(data) > kind.most:
        message = _text("too-large", most=kind.most >> 10)
        return (), [Problem(path, FILE_START, "input/too-large", Level.ERROR, message)]
    if fault := kind.fault(data):
        return (), [_problem(path, fault)]
    if path.endswith(".pdf"):
        return _read_document(path, data, language, locale)
    return _read_table(path, data, language, locale) if path.endswith(".csv") else ((), [])


def _read_document(
    path: str, data: bytes, language: str, locale: Language
) -> tuple[tuple[Passage, ...], list[Problem]]:
    try:
        return tuple(pdf.passages(path, pdf.texts(data), language, locale)), []
    except pdf.NoWords as error:
        return (), [_problem(path, error.message)]


def _read_table(
    path: str, data: bytes, language: str, locale: Language
) -> tuple[tuple[Passage, ...], list[Problem]]:
    text, problems = decode(path, data)
    if text is None:
        return (), problems
    first = text.partition("\n")[0]
    if first.count(";") > first.count(","):
        problems.append(_problem(path, _text("semicolons")))
    problems += [_problem(path, _text("formula"), span) for span in csv_file.formulas(text)]
    return tuple(csv_file.rows(path, text, language, locale)), problems


def _problem(path: str, message: Message, span: Span = FILE_START) -> Problem:
    return Problem(path, span, RULE, Level.ERROR, message)
