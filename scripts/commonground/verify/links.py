"""What a site says of itself must hold: links lead to files and anchors that are there, no id stands twice, nothing is asked of others."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct

from commonground.languages.message import Message, Value, texts_of
from commonground.model.problem import Problem
from commonground.model.url import join_address, split_address
from commonground.verify.faults import fault
from commonground.verify.page import Address, Page

_text = texts_of(__name__)

_NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that names none."""

_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?P<address>[^"')\s]+)""")
_FOLDER_PAGE = "index.html"


class Places(Struct, frozen=True):
    """
    The files of a site by path; the ids of its pages, and the numbers in them.

    ``home`` is the site's own address, ending in a slash, as its home page gives it.
    """

    home: str
    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    numbers: Mapping[str, frozenset[str]]

    def inside(self, page: str, address: str) -> tuple[str, str] | None:
        """
        Return the path and the fragment of an address in this site as one of its files writes it, None for any other.

        The path of a folder's page is that of its file.
        """
        whole = join_address(self.home + page.removesuffix(_FOLDER_PAGE), address.strip())
        if whole is None or not whole.startswith(self.home):
            return None
        path, _, fragment = whole.removeprefix(self.home).partition("#")
        path = unquote(path.partition("?")[0])
        return f"{path}{_FOLDER_PAGE}" if path.endswith("/") or not path else path, unquote(fragment)

    def is_own(self, page: str, address: str) -> bool:
        """Tell whether an address leads to this site's server, or is no address of a server at all."""
        whole = join_address(self.home + page, address.strip())
        if whole is not None and whole.startswith(self.home):
            return True
        parts, own = split_address(whole or ""), split_address(self.home)
        return (
            parts is not None and own is not None and (parts.scheme, parts.netloc) == (own.scheme, own.netloc)
        )


def places(pages: Mapping[str, Page], files: frozenset[str]) -> Places:
    """Take in what a site has; its address is the canonical one of its home page."""
    home = pages[_FOLDER_PAGE].canonical if _FOLDER_PAGE in pages else ""
    home = (join_address(_NOWHERE, home) or _NOWHERE).partition("#")[0]
    ids = {path: frozenset(page.ids) for path, page in pages.items()}
    numbers = {path: page.numbers for path, page in pages.items()}
    return Places(home if home.endswith("/") else f"{home}/", files, ids, numbers)


def broken_links(page: Page, there: Places) -> Iterator[Problem]:
    """Yield each link of a page into this site that leads nowhere."""
    for link in dict.fromkeys(page.links):
        if message := _broken(page, link, there):
            yield fault(page.path, page.raw, link.value, "broken-link", message)


def _broken(page: Page, link: Address, there: Places) -> Message | None:
    found = there.inside(page.path, link.value)
    if found is None:
        if split_address(link.value) is None:
            return _text("unreadable", address=link.value)
        if link.value.startswith(("data:", "mailto:", "tel:")) or not there.is_own(page.path, link.value):
            return None
        return _text("outside-folder", address=link.value)
    path, fragment = found
    if path not in there.files:
        return _text("missing", address=link.value, path=path)
    if fragment and path in there.ids and fragment not in there.ids[path]:
        return _text("no-place", address=link.value, fragment=fragment, path=path)
    return None


def doubled_ids(page: Page) -> Iterator[Problem]:
    """Yield each id that stands more than once in a page: a link or label that names it may reach the wrong place."""
    for id, count in Counter(page.ids).items():
        if count > 1:
            yield fault(
                page.path, page.raw, f'id="{id}"', "duplicate-id", _text("doubled", id=id, times=count)
            )


def outside_requests(page: Page, there: Places) -> Iterator[Problem]:
    """Yield each address of another server that a browser would ask while it shows the page."""
    for load in dict.fromkeys(page.loads):
        for address in _addresses(load):
            if not _stays(page.path, address, there):
                yield _asks(page.path, page.raw, f"<{load.tag} {load.attribute}>", address)


def style_requests(path: str, text: str, there: Places) -> Iterator[Problem]:
    """Yield the same for a style sheet."""
    for match in _CSS_ADDRESS.finditer(text):
        if not _stays(path, match["address"], there):
            yield _asks(path, text, _text("style-sheet"), match["address"])


def _addresses(load: Address) -> list[str]:
    """Return the addresses of one attribute: ``srcset`` has several, each with a size."""
    if load.attribute == "srcset":
        return [part.split()[0] for part in load.value.split(",") if part.strip()]
    return [load.value]


def _stays(path: str, address: str, there: Places) -> bool:
    return address.startswith("data:") or there.is_own(path, address)


def _asks(path: str, raw: str, where: Value, address: str) -> Problem:
    return fault(path, raw, address, "outside-request", _text("asks", where=where, address=address))
