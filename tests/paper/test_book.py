"""The book of a language: chapters, citations and references, without what only a page can do; the same from build to build."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from commonground.files.kept import Kept
from commonground.model.corpus import Corpus
from commonground.paper.book import Chapter, book

CONTENT = (
    '<p>There were 214 lamps lit.<span class="cites"><a aria-label="Source 1" class="cite" '
    'data-finding="finding-example2020-count" href="#source-1" id="cite-1">1</a></span> '
    'See <a href="../moths/">moths</a> and <a href="#lit">below</a>.</p><h2 id="lit">Lit</h2>'
    '<svg><text>87</text></svg><button type="button">Copy</button><table><tr><td>one</td></tr></table>'
)
SOURCES = '<ol><li id="source-1" data-source="example2020"><details><summary><span class="source-title">Example, 2020</span></summary></details></li></ol>'


def chapters() -> list[Chapter]:
    address = "https://lamps.example/lamps/"
    return [
        Chapter("Are the lamps lit?", CONTENT, SOURCES, address, date(2026, 11, 1)),
        Chapter("Are there moths?", "<p>Yes.</p>", "", "https://lamps.example/moths/", date(2026, 11, 2)),
    ]


def made(folder: Path, project: Corpus) -> bytes:
    references = {"example2020": "A. Example (2020). “Lamps.”"}
    return book(chapters(), project.locale("en"), references, "https://lamps.example/", Kept(folder, "kept"))


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory, project: Corpus) -> bytes:
    return made(tmp_path_factory.mktemp("kept"), project)


def test_the_same_articles_give_the_same_book(bound: bytes, tmp_path: Path, project: Corpus) -> None:
    """Two folders, one book: no clock and no random id."""
    assert made(tmp_path, project) == bound


def test_a_chapter_has_its_text_its_sources_and_its_address(bound: bytes) -> None:
    """Each article is a file; a citation's number leads by eye to the list below, links lead to the web."""
    with zipfile.ZipFile(io.BytesIO(bound)) as parts:
        first, *_ = sorted(
            name for name in parts.namelist() if "/ch0" in name and "lamps" in parts.read(name).decode()
        )
        text = parts.read(first).decode()
        assert parts.read("mimetype") == b"application/epub+zip"
        assert 'lang="en' in text
    for wanted in (
        "There were 214 lamps lit.",
        "[1]",
        "A. Example (2020).",
        "https://lamps.example/moths/",
        "<table",
    ):
        assert wanted in text
    for left_out in ("<svg", "Copy", 'href="#lit', "87"):
        assert left_out not in text
