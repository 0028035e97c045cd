"""What is read of each kind of file beside the pages: a closed list, so that no kind is published unread by oversight."""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from commonground.languages.message import texts_of
from commonground.model.problem import Problem
from commonground.read.pdf import NoWords, paragraphs, texts
from commonground.verify.data import is_feed, unread_in_file
from commonground.verify.faults import fault
from commonground.verify.figures import Wall, unread, unread_figures
from commonground.verify.links import Places, outside_requests, style_requests
from commonground.verify.page import Block, Scope, read_page
from commonground.verify.tokens import digits

_text = texts_of(__name__)

_PROGRAM = ("assets/", "pagefind/")
"""Folders with nothing but the program's own files: scripts, styles, typeface, the search's index."""

_DATA = frozenset((".bib", ".csv", ".json", ".ris", ".xml", ".zip"))
_NAMED_PAGE = re.compile(rb'"page"\s*:\s*"([^"]*)"')
_UNSEEN = frozenset((".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp", ".woff2"))
"""Kinds whose words no program here can read: pictures, fonts."""

_BOOK_FORM = ("mimetype", "META-INF/container.xml")
_ATTRIBUTES = re.compile(rb"<([\w:]+)\s[^>]*>")
_METADATA = re.compile(rb"<dc:(identifier|date)\b.*?</dc:\1>|<meta>.*?</meta>|<\?xml[^>]*\?>", re.DOTALL)
"""What a book says of itself that the program works out: an id and the day of the newest page."""

_SET_WORDS = re.compile(r"""\bcontent\s*:[^;}"']*(["'][^;}]*)""")
"""What a style sheet sets before or behind an element."""

_PAGEFIND = b"pagefind_dcd"
"""Every file of Pagefind's begins so."""

_SERVERS_OWN = ("_headers", "CNAME", ".nojekyll", "robots.txt")


def stands_alone(path: str) -> bool:
    """Tell whether a file that is no page is held against the ledger alone, and against no other file."""
    kind = _kind(path)
    return kind in (".epub", ".pdf") or (kind in _DATA and not path.startswith(_PROGRAM))


def alone(path: str, file: Path, wall: Wall) -> Iterator[Problem]:
    """Yield what is wrong in such a file."""
    kind = _kind(path)
    read = {".epub": _in_book, ".pdf": _in_document}.get(kind, unread_in_file)
    yield from read(path, file.read_bytes(), wall)


def pages_in(path: str, data: bytes, wall: Wall) -> tuple[str, ...]:
    """Return the pages whose own texts may stand in a file."""
    kind = _kind(path)
    if kind == ".html":
        return (path,)
    if kind == ".pdf":
        return _printed_from(path, wall)
    of_language = kind == ".epub" or is_feed(path)
    pages = wall.ledger.pages_of(wall.ledger.language_of(path)) if of_language else ()
    return (*pages, *_named_in(data, wall)) if kind == ".json" else pages


def _named_in(data: bytes, wall: Wall) -> tuple[str, ...]:
    """Return the pages that a file of JSON names; all, where a name may be written in another way than we look for."""
    named = {name.decode("utf-8", "replace") for name in _NAMED_PAGE.findall(data)}
    if b"\\u00" in data or b"\0" in data or any("\\" in name for name in named):
        return tuple(wall.ledger.own)
    return tuple(page for name in sorted(named) if (page := f"{name}index.html") in wall.ledger.own)


def in_file(path: str, file: Path, there: Places, wall: Wall) -> Iterator[Problem]:
    """Yield what is wrong in any other file that is no page."""
    kind = _kind(path)
    if kind == ".css":
        yield from _in_style(path, file.read_text(encoding="utf-8", errors="replace"), there, wall)
    elif kind == ".svg":
        yield from _in_drawing(path, file.read_bytes(), there, wall)
    elif kind == ".pf_fragment":
        yield from _in_fragment(path, file.read_bytes(), there)
    elif path.startswith(_PROGRAM) or path in _SERVERS_OWN or kind in _UNSEEN:
        return
    else:
        yield fault(path, "", "", "unread-file", _text("kind", kind=kind))


def _kind(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _in_style(path: str, text: str, there: Places, wall: Wall) -> Iterator[Problem]:
    """Yield what a style sheet asks others for, and the numbers in words that it sets beside those of a page."""
    yield from style_requests(path, text, there)
    for match in _SET_WORDS.finditer(text):
        block = Block()
        block.add(match[1], Scope())
        for excerpt in wall.unread(block):
            yield unread(path, text, excerpt, _text("style"))


def _in_drawing(path: str, data: bytes, there: Places, wall: Wall) -> Iterator[Problem]:
    page = read_page(path, data)
    if b"<!ENTITY" in data or b"<?xml-stylesheet" in data:
        yield fault(path, page.raw, "<!ENTITY", "unread-file", _text("drawing"))
    yield from style_requests(path, page.raw, there)
    for what in dict.fromkeys(page.inline):
        if what == "<style>":
            continue  # its addresses were read above
        yield fault(path, page.raw, what.strip("<>"), "policy", _text("runs", what=what))
    yield from outside_requests(page, there)
    yield from unread_figures(page, wall)


def _in_document(path: str, data: bytes, wall: Wall) -> Iterator[Problem]:
    scope, repeated = Scope(wall.ledger.language_of(path)), _printed_from(path, wall)
    try:
        pages = texts(data)
    except NoWords as error:
        yield fault(path, "", "", "unread-file", error.message)
        return
    for number, text in enumerate(pages, 1):
        for part in (piece for paragraph in paragraphs(text) for piece in paragraph.split(" · ")):
            block = Block()
            block.add(part, scope)
            for excerpt in wall.unread(block, *repeated):
                yield unread(path, "", excerpt, _text("on-page", number=number))


def _in_book(path: str, data: bytes, wall: Wall) -> Iterator[Problem]:
    """Yield the numbers of a book that no page of its language has; drawings and scripts are in none."""
    repeated = wall.ledger.pages_of(wall.ledger.language_of(path))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = {name: book.read(name) for name in book.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield fault(path, "", "", "unread-file", _text("no-book", error=str(error)))
        return
    for name, part in parts.items():
        if name.endswith((".xhtml", ".opf")):
            text = part if name.endswith(".xhtml") else _ATTRIBUTES.sub(rb"<\1>", part)
            for block in read_page(name, _METADATA.sub(b"", text)).blocks:
                for excerpt in wall.unread(block, *repeated):
                    yield unread(path, "", excerpt, _text("in-book", name=name))
        elif not name.endswith((".css", "/")) and name not in _BOOK_FORM:
            yield fault(path, "", "", "unread-file", _text("in-book", name=name))


def _printed_from(path: str, wall: Wall) -> tuple[str, ...]:
    """Return the pages whose texts a document may repeat: the one in whose folder it lies, else all of its language."""
    own = f"{PurePosixPath(path).parent}/index.html"
    if own in wall.ledger.citations:
        return (own,)
    return wall.ledger.pages_of(wall.ledger.language_of(path))


def _in_fragment(path: str, data: bytes, there: Places) -> Iterator[Problem]:
    """Yield numbers that the search would show of a page and that the page has not: Pagefind reads the pages themselves."""
    try:
        found = json.loads(gzip.decompress(data).removeprefix(_PAGEFIND))
        page = f"{found['url'].strip('/')}/index.html".lstrip("/")
        shown = (found["content"], *found["meta"].values(), *(anchor["text"] for anchor in found["anchors"]))
    except (OSError, EOFError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        yield fault(path, "", "", "unread-file", _text("index", error=str(error)))
        return
    for text in shown:
        for number in dict.fromkeys(digits(text)):
            if number not in there.numbers.get(page, ()):
                yield fault(path, "", "", "unread-figure", _text("search", number=number, page=page))
