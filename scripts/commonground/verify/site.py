"""A whole built site: reads its files and holds them against what the checks read, and against each other."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct

from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.corpus import Corpus
from commonground.model.memory import Asked, Memory, Read
from commonground.model.problem import Problem
from commonground.paper import offline
from commonground.sources.names import who
from commonground.verify.data import unread_in_page
from commonground.verify.faults import fault
from commonground.verify.figures import Wall, unread_citations, unread_figures
from commonground.verify.files import alone, in_file, pages_in, stands_alone
from commonground.verify.language import Tongues, foreign_texts
from commonground.verify.ledger import ledger
from commonground.verify.links import (
    Places,
    broken_links,
    doubled_ids,
    outside_requests,
    places,
)
from commonground.verify.page import Address, Page, raw_text, read_page
from commonground.verify.policy import policy_faults

_text = texts_of(__name__)

_FORGETFUL = Memory()


class NoSite(Spoken):
    """The folder holds no page: it is no built site."""


class Verified(Struct, frozen=True):
    """The problems of a site, in order, and how many files and pages were read."""

    problems: tuple[Problem, ...]
    files: int
    pages: int


def verify(site: Path, corpus: Corpus, memory: Memory = _FORGETFUL) -> Verified:
    """
    Read every file of a built site.

    Args: corpus: What it was built from, as the checks read it. memory: Of files in which nothing was wrong.
    Raises: NoSite: There is no page in it.
    """
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    if not any(name.endswith(".html") for name in files):
        raise NoSite(_text("no-page", folder=str(site)))
    wall = Wall(ledger(corpus))
    pages, problems = _one_by_one(files, _tongues(corpus), wall, memory)
    there = places(pages, frozenset(files))
    for name, page in pages.items():
        if any(True for _ in _between_pages(page, there)):
            page.raw = raw_text(files[name].read_bytes())
            problems += _between_pages(page, there)
            page.raw = ""
    for name in files.keys() - pages.keys():
        if name == offline.PATH:
            problems += _in_archive(files, there)
        elif not stands_alone(name):
            problems += in_file(name, files[name], there, wall)
    return Verified(tuple(sorted(set(problems), key=Problem.sort_key)), len(files), len(pages))


def _one_by_one(
    files: Mapping[str, Path], tongues: Tongues, wall: Wall, memory: Memory
) -> tuple[dict[str, Page], list[Problem]]:
    """Return what is needed of each page to hold others against it, and what is wrong in single files."""
    names = [
        name for name in files if name.endswith(".html") or (stands_alone(name) and name != offline.PATH)
    ]
    read = memory.recall(
        [
            Asked(Page, partial(_one, name, file, tongues, wall), _made_of(name, file, tongues, wall))
            for name, file in ((name, files[name]) for name in names)
        ]
    )
    memory.tidy()
    known: dict[Address, Address] = {}
    pages = {name: page for name, (page, _) in zip(names, read, strict=True) if name.endswith(".html")}
    for page in pages.values():
        page.links = [known.setdefault(link, link) for link in page.links]
        page.loads = [known.setdefault(load, load) for load in page.loads]
    return pages, [problem for _, problems in read for problem in problems]


def _one(name: str, file: Path, tongues: Tongues, wall: Wall) -> Read[Page]:
    """Return what is needed of a file later, so that thousands fit into memory, and what is wrong in it by itself."""
    if not name.endswith(".html"):
        return Page(name, ""), [*alone(name, file, wall)]
    page = read_page(name, file.read_bytes())
    problems = [*_in_page(page, tongues, wall)]
    page.raw = ""
    page.blocks.clear()
    page.data.clear()
    page.links = [*dict.fromkeys(page.links)]
    page.loads = [*dict.fromkeys(page.loads)]
    return page, problems


def _made_of(name: str, file: Path, tongues: Tongues, wall: Wall) -> Iterator[str]:
    """Yield all that a verdict on a file rests on: its bytes, and what they are held against."""
    data = file.read_bytes()
    yield name
    yield hashlib.sha256(data).hexdigest()
    yield wall.ledger.ground(pages_in(name, data, wall))
    yield tongues.ground


def _in_archive(files: Mapping[str, Path], there: Places) -> Iterator[Problem]:
    """Yield each file of the archive of the site that is none of the site's own files, which are read above."""
    readers = {name: path.read_bytes for name, path in files.items()}
    try:
        for name in offline.altered(readers[offline.PATH](), readers, there.home):
            yield fault(offline.PATH, "", "", "unread-file", _text("altered", name=name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        yield fault(offline.PATH, "", "", "unread-file", _text("no-archive", error=str(error)))


def _tongues(corpus: Corpus) -> Tongues:
    locales = {language: corpus.locale(language) for language in corpus.languages}
    names = {who(source, locale) for source in corpus.sources.values() for locale in locales.values()}
    return Tongues(locales, names)


def _in_page(page: Page, tongues: Tongues, wall: Wall) -> Iterator[Problem]:
    yield from unread_figures(page, wall)
    yield from unread_in_page(page, wall)
    yield from unread_citations(page, wall.ledger)
    yield from policy_faults(page)
    yield from doubled_ids(page)
    yield from foreign_texts(page, tongues)


def _between_pages(page: Page, there: Places) -> Iterator[Problem]:
    yield from broken_links(page, there)
    yield from outside_requests(page, there)
