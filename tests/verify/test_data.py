"""The files beside the pages are read like the pages: every text of every kind, but what each export declares as its own."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from commonground.export import writing
from commonground.export.files import export_files, fields_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Problem
from commonground.read.corpus import read_corpus
from commonground.verify.site import verify

from ..conftest import ROOT, TODAY
from ..pdf import pdf
from ..said import said
from .conftest import HOME, Verify, page


@pytest.fixture(scope="module")
def lamps() -> Corpus:
    """The corpus of the tiny project."""
    return read_corpus(ROOT / "tests/site/tiny", TODAY)


def zipped(name: str, text: str) -> bytes:
    """Return an archive of one file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, text)
    return data.getvalue()


FILES = [
    ("assets/own.css", "p::before { color: red; content: '{}' }"),
    ("data/evidence.json", '{"sources": [{"id": "example2020", "limits": {"en": "{}"}}]}'),
    ("data/evidence.json", '{"sources": [{"id": "example2020", "findings": [{"id": "count", "figures": ["{}"]}]}]}'),
    ("data/evidence.json", '{"sources": [{"id": "example2020", "csl": {"volume": "{}"}}]}'),
    ("data/evidence.json", '{"count": 87}'),
    ("data/claims.json", '{"claims": [{"claim": "There were {} lit.", "page": "about/lit/", "figures": ["87"]}]}'),
    ("data/claims.json", '{"claims": [{"claim": "There were 214 lamps lit, 87 of them green.", "page": "about/lit/"}]}'),
    ("data/figures.json", '{"figures": [{"finding": "example2020#count", "headline": {"en": "{}"}, "n": 214}]}'),
    ("data/figures.csv", "finding,n\nexample2020#count,{}\n"),
    ("data/figures.csv", "finding,87 lamps\nexample2020#count,lit\n"),
    ("data/charts/x.csv", "source,finding,value,states_en\nexample2020,count,214,{}\n"),
    ("data/charts/x.csv", "source,finding,value\nexample2020,count,{}\n"),
    ("about/lamps.csv", "lamp,lit\nall,{}\n"),
    ("data/references/example2020.ris", "TY  - JOUR\r\nTI  - {}\r\nER  - \r\n"),
    ("data/references/example2020.bib", "@article{example2020,\n  title = {{}},\n}\n"),
    ("data/references/example2020.json", '[{"id": "example2020", "note": "{}"}]'),
    ("data/pages/en/about/lit.ris", "TY  - ELEC\r\nPY  - 2026\r\nTI  - {}\r\n"),
    ("data/language/en.json", '{"version": 1, "rules": [{"id": "language/x", "why": "{}"}]}'),
    ("feed.xml", "<rss><channel><item><title>{}</title></item></channel></rss>"),
    ("feed.xml", '<feed><entry><summary label="{}">x</summary></entry></feed>'),
    ("fr/feed.xml", "<feed><entry><summary>{}</summary></entry></feed>"),
    ("feed.json", '{"language": "en", "items": [{"content_text": "{}", "date_modified": "2026-11-30"}]}'),
    ("about/lamp.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'),
    ("about/lamp.svg", '<svg xmlns="http://www.w3.org/2000/svg" aria-label="{}"/>'),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), FILES)
def test_a_number_that_nobody_read_is_told_in_every_kind_of_file(
    verified: Verify, lamps: Corpus, path: str, text: str
) -> None:
    """One problem, at its file."""
    found = verified("", {path: text.replace("{}", "87 lamps")}, corpus=lamps)
    assert [(problem.path, problem.rule) for problem in found] == [(path, "site/unread-figure")]
    assert "87" in said(found[0])


def told(folder: Path, corpus: Corpus, path: str, data: bytes) -> list[Problem]:
    """Return what is wrong with a site of one page and one file."""
    (folder / "index.html").write_text(page(""), encoding="utf-8")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data)
    return list(verify(folder, corpus).problems)


def test_skeletons_pass_on_any_day(tmp_path: Path, project: Corpus) -> None:
    """The days in them count from today; no page need have been reviewed, or be due, on the same ones."""
    someday = replace(project, today=date(2031, 5, 9))
    for path, data in writing.files(someday, HOME):
        if path.endswith(".zip"):
            assert told(tmp_path, someday, path, data) == []


def test_an_archive_is_opened(tmp_path: Path, lamps: Corpus) -> None:
    """Rules for another program, and the text that comes with them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("x/rule.yml", "message: 87 lamps\ntokens: ['88']\n")
        archive.writestr("x/README.md", "There are 89 lamps.\n")
    found = told(tmp_path, lamps, "data/language/CommonGround.zip", data.getvalue())
    assert sorted(said(problem).partition(":")[0] for problem in found) == [
        "in message (x/rule.yml), “87 lamps”",
        "in the text (x/README.md), “There are 89 lamps.”",
    ]


def test_the_archive_of_the_site_holds_the_site_alone(tmp_path: Path, lamps: Corpus) -> None:
    """A page in it that says something else is told, and one that cannot be opened."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("index.html", "<p>87 lamps</p>")
    (found,) = told(tmp_path, lamps, "offline.zip", data.getvalue())
    assert (found.rule, "index.html" in said(found)) == ("site/unread-file", True)
    (found,) = told(tmp_path, lamps, "offline.zip", b"no archive")
    assert found.rule == "site/unread-file"


@pytest.mark.parametrize(("number", "count"), [("214", 0), ("87", 1)])
def test_a_book_says_what_the_pages_say(tmp_path: Path, lamps: Corpus, number: str, count: int) -> None:
    """A number in a chapter that no page of the language has is told; what is no part of a book as well."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "EPUB/text/ch001.xhtml", f'<html lang="en"><p>There were {number} lamps lit.</p></html>'
        )
    found = told(tmp_path, lamps, "book.epub", data.getvalue())
    assert [problem.rule for problem in found] == ["site/unread-figure"] * count
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("EPUB/media/lamps.png", "87 lamps")
    assert len(told(tmp_path, lamps, "book.epub", data.getvalue())) == count + 1


def test_a_pdf_is_read(tmp_path: Path, lamps: Corpus) -> None:
    """Each paragraph of each page; one without words is told."""
    (found,) = told(tmp_path, lamps, "about/lamps.pdf", pdf("Our lamps", "There are 89 lamps."))
    assert (found.rule, said(found).partition(":")[0]) == (
        "site/unread-figure",
        "on page 2, “There are 89 lamps.”",
    )
    (found,) = told(tmp_path, lamps, "about/lamps.pdf", pdf(""))
    assert found.rule == "site/unread-file"


@pytest.mark.parametrize(
    ("path", "text", "count"),
    [
        pytest.param("about/lit/lit-a4.pdf", "There were 214 lamps lit.", 0, id="its-page-says-it"),
        pytest.param("about/lit/lit-a4.pdf", "There were 215 lamps lit.", 1, id="no-page-says-it"),
        pytest.param(
            "about/how-we-check/lit-a4.pdf", "There were 214 lamps lit.", 1, id="another-page-says-it"
        ),
        pytest.param("packs/all-a4.pdf", "There were 214 lamps lit.", 0, id="a-pack-repeats-all-pages"),
        pytest.param("fr/packs/all-a4.pdf", "There were 214 lamps lit.", 1, id="a-page-in-another-language"),
    ],
)
def test_a_sheet_says_what_its_page_says(
    tmp_path: Path, lamps: Corpus, path: str, text: str, count: int
) -> None:
    """The PDF in a page's folder repeats that page, one elsewhere the pages of its language."""
    assert len(told(tmp_path, lamps, path, pdf(text))) == count


@pytest.mark.parametrize(("number", "count"), [("214", 0), ("87", 1)])
def test_the_search_shows_no_number_that_its_page_has_not(
    tmp_path: Path, lamps: Corpus, number: str, count: int
) -> None:
    """Parts of Pagefind's index are held against the pages that they are of."""
    part = {"url": "/", "content": f"Lamps {number}", "meta": {}, "anchors": []}
    data = gzip.compress(b"pagefind_dcd" + json.dumps(part).encode())
    lit = Path(tmp_path / "about/lit/index.html")
    lit.parent.mkdir(parents=True)
    lit.write_text(page("", address="about/lit/"), encoding="utf-8")
    (tmp_path / "index.html").write_text(page('<p data-computed="214">214</p>'), encoding="utf-8")
    (tmp_path / "pagefind/fragment").mkdir(parents=True)
    (tmp_path / "pagefind/fragment/en_1.pf_fragment").write_bytes(data)
    found = [problem for problem in verify(tmp_path, lamps).problems if problem.rule == "site/unread-figure"]
    assert len(found) == count


@pytest.mark.parametrize(
    ("path", "data"),
    [
        pytest.param("data/x.json", b"{", id="broken-json"),
        pytest.param("data/x.json", b"[" * 100_000, id="deep-json"),
        pytest.param("data/x.json", b"9" * 5000, id="long-number"),
        pytest.param("data/x.zip", zipped("x.yml", "a: ]"), id="broken-yaml"),
        pytest.param("data/x.csv", b'a,b\n"1', id="broken-table"),
        pytest.param("feed.xml", b"<rss>", id="broken-xml"),
        pytest.param("feed.xml", b'<!DOCTYPE r [<!ENTITY a "87%">]><r>&a;</r>', id="entities"),
        pytest.param("about/x.svg", b'<!DOCTYPE svg [<!ENTITY a "87%">]><svg/>', id="entities-of-a-drawing"),
        pytest.param("data/x.zip", b"PK", id="broken-archive"),
        pytest.param("pagefind/fragment/x.pf_fragment", b"x", id="broken-index"),
        pytest.param("about/lamps.docx", b"PK", id="a-kind-that-nobody-reads"),
        pytest.param("about/lamps", b"87 lamps", id="no-kind"),
        pytest.param("about/lamps.js", b"show('87 lamps')", id="a-script-of-its-own"),
        pytest.param("about/lamps.txt", b"87 lamps", id="plain-text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(tmp_path: Path, lamps: Corpus, path: str, data: bytes) -> None:
    """Silence would say that it is in order."""
    (problem,) = told(tmp_path, lamps, path, data)
    assert (problem.path, problem.rule) == (path, "site/unread-file")


def test_all_that_is_exported_passes_and_is_declared(tmp_path: Path, lamps: Corpus) -> None:
    """Whatever a project of this kind exports is read without an alarm, and says what it computes."""
    files = dict(export_files(lamps, HOME))
    for path, data in files.items():
        assert fields_of(path) is not None, path
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "index.html").write_text(page(""), encoding="utf-8")
    assert list(verify(tmp_path, lamps).problems) == []


def test_drawings_run_nothing_and_ask_nobody(tmp_path: Path, lamps: Corpus) -> None:
    """A drawing may be opened by itself, where no policy holds."""
    data = b"""<svg xmlns="http://www.w3.org/2000/svg" onload="go()"><style>p{background:url(https://a.example/x)}</style>
    <image href="https://b.example/y"/><script>go()</script></svg>"""
    found = told(tmp_path, lamps, "about/lamp.svg", data)
    assert sorted(problem.rule for problem in found) == ["site/outside-request"] * 2 + ["site/policy"] * 2


DATA = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("value", "passes"),
    [
        ({"headline": "87 lamps"}, False),
        ({"@graph": [{"@type": "Article", "description": "About 87 lamps"}]}, False),
        ({"itemListElement": [{"position": 1}, {"position": 2}]}, True),
        ({"dateModified": "2026-11-01"}, True),
        ({"dateModified": "1987-11-01"}, False),
        (
            {"citation": [{"@type": "Book", "name": "An invented study of lamps", "datePublished": "2020"}]},
            True,
        ),
        (
            {"citation": [{"@type": "Book", "name": "An invented study of lamps", "datePublished": "1987"}]},
            False,
        ),
        ({"citation": [{"@type": "Book", "name": "Another study", "datePublished": "2020"}]}, False),
    ],
)
def test_data_in_pages_is_read(verified: Verify, lamps: Corpus, value: object, passes: bool) -> None:
    """What a page says to programs counts like its text."""
    found = verified(DATA.replace("{}", json.dumps(value)), corpus=lamps)
    assert [problem.rule for problem in found] == ["site/unread-figure"] * (not passes)


def test_broken_data_in_a_page_is_told(verified: Verify, lamps: Corpus) -> None:
    """Data that no program can read."""
    (problem,) = verified(DATA.replace("{}", "{"), corpus=lamps)
    assert problem.rule == "site/unread-file"
