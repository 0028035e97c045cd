"""What of a site is made when somebody asks for it: after a save one page is drawn, not all."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import RLock
from typing import Any

from commonground.files.writing import write_files
from commonground.site.typeset import typeset

Request = Mapping[str, Any]
Answers = Callable[[Request, Callable[..., None]], Iterable[bytes]]

_WAITING = "/livereload/"
"""The address at which MkDocs' script on each page waits for the next build."""

_STANDS_IN = "<!-- not drawn yet -->"
_INDEX = "pagefind/"


class Undrawn:
    """
    What nobody has asked for: the texts and pages of a site, its search index, which is made of all pages, and other files.

    Requests come in threads of their own, and wait while a page is drawn or a site is built.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._begun = 0
        self.begin(Path())

    def begin(self, folder: Path) -> None:
        """Forget the site before. Args: folder: Where files are written."""
        self._begun += 1
        self._folder = folder
        self._texts: dict[str, Callable[[], None]] = {}
        self._pages: dict[str, Callable[[], str]] = {}
        self._index: Callable[[], None] | None = None
        self._others: Callable[[], None] | None = None

    def add_text(self, path: str, render: Callable[[], None]) -> None:
        """Take in how the text of a page is rendered before it is drawn."""
        self._texts[path] = render

    def add_page(self, path: str, draw: Callable[[], str]) -> str:
        """Take in how a page is drawn; return what stands in its place until then."""
        self._pages[path] = draw
        return _STANDS_IN

    def add_files(self, index: Callable[[], None], others: Callable[[], None]) -> None:
        """Take in how the search index is made of the written pages, and how all files that are none of either."""
        self._index, self._others = index, others

    def render_all(self) -> None:
        """Render all texts that are not."""
        for path in list(self._texts):
            self._render(path)

    def alone(self, build: Callable[[], None]) -> None:
        """Build while nothing is drawn."""
        with self._lock:
            build()

    def answer(
        self, serve: Answers, root: str, request: Request, start: Callable[..., None]
    ) -> Iterable[bytes]:
        """Answer a request, after what it asks for is made. Args: root: The site's path on the server."""
        asked = str(request["PATH_INFO"]).encode("latin-1").decode("utf-8", "ignore")
        path = f"{asked}index.html" if asked.endswith("/") else asked
        if path.startswith(_WAITING) or not path.startswith(root):
            return serve(request, start)
        while True:
            with self._lock:
                begun = self._begun
                self._make(posixpath.normpath(f"/{path.removeprefix(root)}").lstrip("/"))
            heads, found = _held_back(serve, request)
            if begun == self._begun:
                for head in heads:
                    start(*head)
                return found
            # The server has waited for another build, which knows nothing of what was made before.

    def _make(self, path: str) -> None:
        if path in self._pages:
            self._render(path)
            write_files(self._folder, {path: typeset(self._pages.pop(path)()).encode()})
        elif path.startswith(_INDEX) and (index := self._index):
            self._index = None
            for page in list(self._pages):
                self._make(page)
            index()
        elif (others := self._others) and not (self._folder / path).exists():
            self._others = None
            others()

    def _render(self, path: str) -> None:
        if render := self._texts.pop(path, None):
            render()


def _held_back(serve: Answers, request: Request) -> tuple[list[tuple[object, ...]], Iterable[bytes]]:
    """Return what a server says of its answer, and the answer."""
    heads: list[tuple[object, ...]] = []
    found = serve(request, lambda *head: heads.append(head))
    return heads, found
