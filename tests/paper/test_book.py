"""The book of a language: chapters, citations and references, without what only a page can do; the same from build to build."""

import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from commonground.model.corpus import Corpus
from commonground.paper.book import Chapter, book

CONTENT = (
    '<p>There were 214 lamps lit.<span class="cites"><a aria-label="Source 1" class="cite" '
    'data-finding="finding-example2020-count" href="#source-1" id="cite-1">1</a></span> '
    'See <a href="../moths/">moths</a> and <a href="#lit">below</a>.</p><h2 id="lit">Lit</h2>'
    '<svg><text>87</text></svg><button type="button">Copy</button><table><tr><td>one</td></tr></table>'
)
MOTHS = (
    '<p>Yes.</p><p><img alt="A moth at a lamp." src="moth.svg" /></p><details><summary>More</summary><p>Two.</p></details>'
    "<table><tr><td></td></tr></table>"
)
SOURCES = '<ol><li id="source-1" data-source="example2020"><details><summary><span class="source-title">Example, 2020</span></summary></details></li></ol>'


def chapters() -> list[Chapter]:
    address = "https://lamps.example/lamps/"
    return [
        Chapter("Are the lamps lit?", CONTENT, SOURCES, address, date(2026, 11, 1)),
        Chapter("Are there moths?", MOTHS, "", "https://lamps.example/moths/", date(2026, 11, 2)),
    ]


def made(project: Corpus) -> bytes:
    references = {"example2020": "A. Example (2020). “Lamps.”"}
    return book(chapters(), project.locale("en"), references, "https://lamps.example/", "p { margin: 0; }")


@pytest.fixture(scope="module")
def bound(project: Corpus) -> bytes:
    return made(project)


def test_the_same_articles_give_the_same_book(bound: bytes, project: Corpus) -> None:
    """Two books, the same bytes: no clock and no random id."""
    assert made(project) == bound


def test_a_device_finds_its_way_through_the_book(bound: bytes) -> None:
    """What kind of file it is stands first and as it is; every part is XML; all parts are named, and in the contents."""
    with zipfile.ZipFile(io.BytesIO(bound)) as parts:
        first, *others = parts.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        read = {one.filename: parts.read(one) for one in others if not one.filename.endswith(".css")}
    trees = {name: etree.fromstring(content) for name, content in read.items()}
    named = {item.get("href") for item in trees["EPUB/package.opf"].iter("{*}item")}
    assert named == {"contents.xhtml", "book.css", "chapter-1.xhtml", "chapter-2.xhtml"}
    listed = [(link.get("href"), link.text) for link in trees["EPUB/contents.xhtml"].iter("{*}a")]
    assert listed == [("chapter-1.xhtml", "Are the lamps lit?"), ("chapter-2.xhtml", "Are there moths?")]
    ids = {element.get("id") for element in trees["EPUB/chapter-1.xhtml"].iter()}
    assert "source-1" in ids


def test_what_a_device_may_not_show_is_there_in_words(bound: bytes) -> None:
    """A picture is what it shows, and what folds is open."""
    with zipfile.ZipFile(io.BytesIO(bound)) as parts:
        text = parts.read("EPUB/chapter-2.xhtml").decode()
    assert "<p>A moth at a lamp.</p>" in text
    assert '<details open="open"><summary>More</summary>' in text
    assert "<td></td>" in text  # as HTML has it, which is how the last wall reads it


def test_a_chapter_has_its_text_its_sources_and_its_address(bound: bytes) -> None:
    """Each article is a file; a citation's number leads by eye to the list below, links lead to the web."""
    with zipfile.ZipFile(io.BytesIO(bound)) as parts:
        text = parts.read("EPUB/chapter-1.xhtml").decode()
        assert parts.read("mimetype") == b"application/epub+zip"
        assert 'lang="en' in text
        assert "<title>Are the lamps lit?</title>" in text
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
