"""
The search index: Pagefind is given each page as it is built, and hands back the files of the index.

Left to itself Pagefind reads the finished folder: in the order of the file system, so that the same site gets other bytes
elsewhere; and it says that all is well where the disk is full. So the order of pages is ours, and so is the writing.
"""

import json
import re
import subprocess
from base64 import b64decode, b64encode
from contextlib import suppress
from fnmatch import fnmatchcase
from io import BufferedReader
from pathlib import Path
from typing import Any

from commonground.files.writing import write_files
from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken

_text = texts_of(__name__)

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own panels: ours is in overrides/assets/js/search.js."""

_HEAD = re.compile(r"(<html\b[^>]*>).*?(<title>.*?</title>)", re.DOTALL)
_MARK = re.compile("data-pagefind-(?!ignore)")
"""What tells Pagefind to take something into the index."""

_BODY = "data-pagefind-body"
"""Where a page of a site has it, Pagefind leaves out all pages that have it not."""

_ENTRY = "pagefind-entry.json"


class SearchError(Spoken):
    """The index could not be made; the message says why and what to do next."""


class SearchIndex:
    """
    The index of one site. Pagefind works beside us in a process of its own, until ``close``.

    A request to it is base64 of JSON and a comma, and so is an answer. (Its Python package says the same, but waits a
    tenth of a second for each answer.)

    Raises: SearchError: Pagefind is missing.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._waiting: dict[str, str] | None = {}
        try:
            from pagefind.service import get_executable

            command = [get_executable() or "pagefind", "--service"]
            # Without our folder and environment: where a name in them is no UTF-8, Pagefind ends.
            self._pagefind = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={},
            )
        except (ImportError, OSError) as error:
            raise _failed(_text("no-start", error=str(error))) from None
        self._ask("NewIndex", config=None)

    def add(self, path: str, html: str) -> None:
        """Add the page at a path below the site's root; where one is marked, those that are not wait in vain."""
        if _BODY in html:
            self._waiting = None
            self._send(path, _searched(html))
        elif self._waiting is not None:
            self._waiting[path] = html

    def _send(self, path: str, html: str) -> None:
        self._ask("AddFile", index_id=0, file_path=path, url=None, file_contents=html)

    def write(self, site: Path) -> None:
        """
        Write ``pagefind/`` into the site, and close.

        Raises: SearchError: Pagefind failed. NotWritten: A file cannot be written.
        """
        for path, html in (self._waiting or {}).items():
            self._send(path, html)
        self._ask("GetFiles", index_id=0)
        *_, last = self._answers()
        self.close()
        used = [file for file in last["files"] if not any(fnmatchcase(file["path"], one) for one in _UNUSED)]
        write_files(
            site / "pagefind",
            {file["path"]: _ordered(file["path"], b64decode(file["content"])) for file in used},
        )

    def close(self) -> None:
        """End Pagefind, if it still runs."""
        self._pagefind.kill()
        self._pagefind.communicate()

    def _ask(self, type: str, **values: object) -> None:
        assert self._pagefind.stdin
        request = json.dumps({"message_id": self._asked, "payload": {"type": type, **values}})
        self._asked += 1
        with suppress(OSError):  # Pagefind has ended, which is told where its answers are missing
            self._pagefind.stdin.write(b64encode(request.encode()) + b",")
            self._pagefind.stdin.flush()

    def _answers(self) -> list[dict[str, Any]]:
        """Wait for the answers to all requests. Raises: SearchError: One is an error, or Pagefind has ended."""
        assert isinstance(self._pagefind.stdout, BufferedReader)
        read = bytearray()
        missing = self._asked
        while missing > 0:
            if not (part := self._pagefind.stdout.read1()):
                raise _failed(_text("ended", code=self._pagefind.wait()))
            missing -= part.count(b",")
            read += part
        answers = [json.loads(b64decode(answer))["payload"] for answer in read.split(b",")[:-1]]
        for answer in answers:
            if answer["type"] == "Error":
                raise _failed(_text("says", message=str(answer["message"])))
        return answers


def _searched(page: str) -> str:
    """Return what of a page the index is made of; Pagefind would read the whole page, half of which is around the text."""
    before, _, after = page.partition("<main ")
    main, _, behind = after.rpartition("</main>")
    head = _HEAD.search(before)
    if head is None or _MARK.search(before) or _MARK.search(behind):
        return page
    return f"{head[1]}{head[2]}<main {main}</main>"


def _ordered(path: str, content: bytes) -> bytes:
    """Return a file's bytes; of the list of languages, which Pagefind writes in any order, the same list sorted."""
    return json.dumps(json.loads(content), sort_keys=True).encode() if path == _ENTRY else content


def _failed(why: Message) -> SearchError:
    return SearchError(_text("failed", why=why))
