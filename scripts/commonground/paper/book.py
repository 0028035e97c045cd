"""
The articles of a language as one EPUB, by Pandoc: for reading devices, and where there is no network.

The same articles give the same bytes: ids, dates and the times in the archive come from the content.
"""

import os
import re
import subprocess
import tempfile
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from html import escape
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from commonground.files.kept import Kept
from commonground.languages import Language
from commonground.model.url import join_address
from commonground.paper.words import plain

PATH = "book.epub"
"""The file of a language, beside its home page."""

_DRAWN = re.compile(
    r'<div [^>]*class="chart-drawing.*?(?=<p class="chart-source")|<(svg|button|script|style|nav)\b.*?</\1>',
    re.DOTALL,
)
_CITE = re.compile(r'<a\b[^>]*\bclass="cite"[^>]*>(\d+)</a>')
_LOCAL = re.compile(r'<a\b(?! class="cite")[^>]*\bhref="#[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_LINK = re.compile(r'(?<=\shref=")(?!#)([^"]*)(?=")')
_ID = re.compile(r'\s(?:id|data-finding|aria-[a-z]+|role|tabindex)="[^"]*"')
_LEVEL = re.compile(r"(?<=<h)[1-5](?=[\s>])|(?<=</h)[1-5](?=>)")
_ENTRY = re.compile(
    r'<li id="source-(\d+)" data-source="([^"]*)"><details><summary><span class="source-title">(.*?)</span>'
)
_SECONDS = 120
_IN_LITTLE_MEMORY = ("+RTS", "-c", "-RTS")
"""For Pandoc's Haskell: what is alive is moved together where it lies, not copied. A quarter less memory, a quarter more time."""


class BookError(Exception):
    """Pandoc made no book; the message says why."""


class Chapter(Struct, frozen=True):
    """
    An article in a book.

    ``content``: its rendered text; ``sources``: its rendered list of sources; ``address``: where its page is.
    """

    title: str
    content: str
    sources: str
    address: str
    checked: date


def book(
    chapters: Sequence[Chapter], locale: Language, references: dict[str, str], home: str, kept: Kept
) -> bytes:
    """
    Return the EPUB of some articles.

    Args: references: Formatted references by source. home: Address of the language's home page.
    Raises: BookError: Pandoc is missing, or does not read the text.
    """
    newest = max(chapter.checked for chapter in chapters)
    text = "\n".join(_chapter(place, one, locale, references) for place, one in enumerate(chapters, 1))
    command = [
        "--from=html", "--to=epub3", "--split-level=1", "--toc-depth=1", "--wrap=none", "--sandbox",
        f"--metadata=title:{plain(locale.say('site.name'))}",
        f"--metadata=author:{plain(locale.say('site.name'))}",
        f"--metadata=lang:{locale.code}",
        f"--metadata=identifier:{uuid.uuid5(uuid.NAMESPACE_URL, home).urn}",
        f"--metadata=date:{newest.isoformat()}",
    ]  # fmt: skip
    return kept.get(
        "\n".join((version("pypandoc_binary"), *command, text)),
        "epub",
        lambda: _pandoc(command, text, newest),
    )


def _chapter(place: int, chapter: Chapter, locale: Language, references: dict[str, str]) -> str:
    """Return a chapter without what only a page can do: links within it, buttons, drawings; their tables stay."""
    text = _ID.sub("", _DRAWN.sub("", chapter.content))
    text = _LOCAL.sub(r"\1", _CITE.sub(rf'<a class="cite" href="#s{place}-\1">[\1]</a>', text))
    text = _LEVEL.sub(lambda found: str(int(found[0]) + 1) if found[0] == "1" else found[0], text)
    text = _LINK.sub(lambda found: escape(join_address(chapter.address, found[0]) or found[0]), text)
    checked = locale.say("evidence.checked", date=locale.day(chapter.checked))
    return (
        f"<h1>{escape(plain(chapter.title))}</h1>\n{text}\n{_sources(place, chapter, locale, references)}\n"
        f'<p>{escape(plain(checked))}</p><p><a href="{escape(chapter.address)}">{escape(chapter.address)}</a></p>'
    )


def _sources(place: int, chapter: Chapter, locale: Language, references: dict[str, str]) -> str:
    found = [
        f'<div id="s{place}-{number}"><p><span data-computed="{number}">{number}.</span> '
        f'<span data-reference="{id}">{references.get(id) or name}</span></p></div>'
        for number, id, name in _ENTRY.findall(chapter.sources)
    ]
    return "\n".join((f"<h2>{escape(locale.say('sources.title'))}</h2>", *found)) if found else ""


def _pandoc(options: Iterable[str], text: str, newest: date) -> bytes:
    # Heavy to load, and only a book needs it here.
    import pypandoc

    moment = int(datetime.combine(newest, time(), UTC).timestamp())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PATH
        try:
            subprocess.run(
                [str(pypandoc.get_pandoc_path()), *options, f"--output={path}", *_IN_LITTLE_MEMORY],
                input=text.encode(),
                capture_output=True,
                check=True,
                timeout=_SECONDS,
                env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
            )
            return path.read_bytes()
        except subprocess.CalledProcessError as error:
            raise BookError(error.stderr.decode(errors="replace").strip()) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BookError(str(error)) from error
