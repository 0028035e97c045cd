"""
The search index: Pagefind is given the pages of a language, and hands back the files of its index.

Left to itself Pagefind reads the finished folder: in the order of the file system, so that the same site gets other bytes
elsewhere; and it says that all is well where the disk is full. So the order of pages is ours, and so is the writing. It keeps
languages apart anyway: one after the other needs half of the memory, and the index of one in which nothing changed is kept.
"""

import hashlib
import json
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatchcase
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import msgpack

from commonground.files.kept import Kept
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
"""The list of languages: what else stands in it is the same for all."""

_LANGUAGE = re.compile(r'<html\b[^>]*\blang="([^"]*)"')


class SearchError(Spoken):
    """The index could not be made; the message says why and what to do next."""


def write_index(site: Path, pages: Mapping[str, Callable[[], str]], kept: Kept) -> None:
    """
    Write ``pagefind/`` into a site.

    Args: pages: Reads a page, by its path below the site's root.
    Raises: SearchError: Pagefind is missing, or failed. NotWritten: A file cannot be written.
    """
    program = _program()
    files: dict[str, bytes] = {}
    entry: dict[str, Any] = {}
    languages: dict[str, object] = {}
    for paths in _by_language(pages):
        files |= _index(program, {path: pages[path] for path in paths}, kept)
        entry = json.loads(files[_ENTRY])
        languages |= entry["languages"]
    kept.tidy()
    files[_ENTRY] = json.dumps({**entry, "languages": languages}, sort_keys=True).encode()
    used = {path: it for path, it in files.items() if not any(fnmatchcase(path, one) for one in _UNUSED)}
    write_files(site / "pagefind", used)


def _program() -> Path:
    """Return where Pagefind is. Raises: SearchError: It is nowhere."""
    try:
        from pagefind.service import get_executable

        found = shutil.which(get_executable() or "pagefind")
    except ImportError as error:
        raise _failed(_text("no-start", error=str(error))) from None
    if found is None:
        raise _failed(_text("no-start", error="pagefind"))
    return Path(found)


def _by_language(pages: Mapping[str, Callable[[], str]]) -> Iterable[list[str]]:
    """Return the paths of the pages of each language that Pagefind takes: where one is marked, no other."""
    marked: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for path, read in pages.items():
        page = read()
        language = _LANGUAGE.search(page)
        (marked if _BODY in page else others)[language[1].lower() if language else ""].append(path)
    return (marked or others).values()


def _index(program: Path, pages: Mapping[str, Callable[[], str]], kept: Kept) -> dict[str, bytes]:
    """Return the files of the index of some pages."""
    made_of = hashlib.sha256(program.read_bytes())
    for request in _requests(pages):
        made_of.update(request)
    index = kept.get(made_of.hexdigest(), "index", lambda: msgpack.encode(_made(program, _requests(pages))))
    return msgpack.decode(index, type=dict[str, bytes])


def _requests(pages: Mapping[str, Callable[[], str]]) -> Iterator[bytes]:
    """Yield all that Pagefind is asked for the index of some pages, each as base64 of JSON and a comma."""
    payloads = chain(
        [{"type": "NewIndex", "config": None}],
        (
            {
                "type": "AddFile",
                "index_id": 0,
                "file_path": path,
                "url": None,
                "file_contents": _searched(read()),
            }
            for path, read in pages.items()
        ),
        [{"type": "GetFiles", "index_id": 0}],
    )
    for number, payload in enumerate(payloads):
        yield b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","


def _made(program: Path, requests: Iterable[bytes]) -> dict[str, bytes]:
    """
    Return the files that Pagefind makes in a process of its own.

    (Its Python package asks the same, but waits a tenth of a second for each answer.)

    Raises: SearchError: It does not start, ends early, or says that something is wrong.
    """
    try:
        # Without our folder and environment: where a name in them is no UTF-8, Pagefind ends.
        pagefind = subprocess.Popen(
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},
        )
    except OSError as error:
        raise _failed(_text("no-start", error=str(error))) from None
    try:
        *_, last = _answers(pagefind, _ask(pagefind, requests))
    finally:
        pagefind.kill()
        pagefind.communicate()
    return {file["path"]: b64decode(file["content"]) for file in last["files"]}


def _ask(pagefind: "subprocess.Popen[bytes]", requests: Iterable[bytes]) -> int:
    """Return the number of requests, after all are made."""
    assert pagefind.stdin
    asked = 0
    for request in requests:
        asked += 1
        with suppress(OSError):  # Pagefind has ended, which is told where its answers are missing
            pagefind.stdin.write(request)
    with suppress(OSError):
        pagefind.stdin.flush()
    return asked


def _answers(pagefind: "subprocess.Popen[bytes]", missing: int) -> list[dict[str, Any]]:
    """Wait for the answers to all requests. Raises: SearchError: One is an error, or Pagefind has ended."""
    assert isinstance(pagefind.stdout, BufferedReader)
    read = bytearray()
    while missing > 0:
        if not (part := pagefind.stdout.read1()):
            raise _failed(_text("ended", code=pagefind.wait()))
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


def _failed(why: Message) -> SearchError:
    return SearchError(_text("failed", why=why))
