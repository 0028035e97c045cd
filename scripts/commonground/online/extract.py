"""External addresses, taken from what readers get: rendered pages."""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from urllib.parse import quote, urlunsplit

from msgspec import Struct

from commonground.model.position import FILE_START, Span
from commonground.model.url import Url, split_address

_WEB = re.compile(r"(?i)https?://")
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_PATH = "/%:@!$&'()*+,;=~"
_IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]")


class Place(Struct, frozen=True, order=True):
    """Where an address is written: a file of the root, and the stretch in it."""

    path: str
    span: Span = FILE_START

    def __str__(self) -> str:
        return f"{self.path}:{self.span.line}:{self.span.column}"


class Rendered(Struct, frozen=True):
    """
    One page as readers get it.

    ``path`` is the file that it was made from; ``written`` gives the places where an address stands there.
    """

    html: str
    path: str
    written: Iterable[tuple[str, Place]] = ()


def external_addresses(pages: Iterable[Rendered]) -> Mapping[str, tuple[Place, ...]]:
    """
    Return every external address of the pages with its places, both in order, each once.

    An address is as it is sent: percent-encoded, without its fragment. One that is not seen where it is written (a
    template puts it together) stands at the start of the page's file.
    """
    found: dict[str, set[Place]] = {}
    for page in pages:
        written: dict[str, list[Place]] = {}
        for address, place in page.written:
            if url := encoded(address):
                written.setdefault(url, []).append(place)
        for url in filter(None, map(encoded, addresses_in(page.html))):
            found.setdefault(url, set()).update(written.get(url, [Place(page.path)]))
    return {url: tuple(sorted(found[url])) for url in sorted(found)}


def addresses_in(html: str) -> list[str]:
    """Return what a page leads to or loads, in reading order, as written."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.addresses


def encoded(address: str) -> str:
    """
    Return an address as it is sent to a server, "" where it is none of the web.

    The host is in lower case and ASCII, other characters are percent-encoded, the fragment is dropped, since the server
    never sees it. Doing it twice changes nothing. What only looks like an address stays one, for the check to find.
    """
    address = _IGNORED_BY_BROWSERS.sub("", address.strip())
    if address.startswith("//"):
        address = f"https:{address}"
    if not _WEB.match(address):
        return ""
    parts = split_address(address)
    netloc = _netloc(parts) if parts else ""
    if parts is None or not netloc:
        return _quoted(address, f"{_IN_PATH}?")
    path, query = _quoted(parts.path or "/", _IN_PATH), _quoted(parts.query, f"{_IN_PATH}?")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _netloc(parts: Url) -> str:
    """Return host and port, "" where no server can be called so."""
    host = parts.host
    try:
        name = f"[{host}]" if ":" in host else host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    if not _HOST.fullmatch(name):
        return ""
    is_usual = parts.port in (None, {"http": 80, "https": 443}[parts.scheme])
    return name if is_usual else f"{name}:{parts.port}"


def _quoted(text: str, safe: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", text), safe=safe, errors="surrogateescape")


class _Reader(HTMLParser):
    """Gathers the addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attrs if name in ("href", "src") and value]
