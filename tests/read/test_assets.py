"""Only what cannot run and leads nowhere is published as it is."""

import zlib

import pytest

from commonground.languages import read_languages
from commonground.read.assets import read_asset

from ..pdf import pdf
from ..said import said

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
LOCALE = read_languages()["en"]


def messages(path: str, data: bytes) -> list[str]:
    """Return what is wrong with a file."""
    return [said(problem) for problem in read_asset(path, data, "en", LOCALE)[1]]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0L9 9" fill="#fff" stroke="url(#shade)"/>',
        '<defs><linearGradient id="shade"><stop offset="0"/></linearGradient></defs><use href="#shade"/>',
        '<g><use xlink:href="#a"/></g><style>.post { fill: url(#shade) }</style>',
        '<!-- two lamps --><circle r="4" transform="rotate(45)" xml:space="preserve"/>',
    ],
)
def test_a_drawing_is_published(inside: str) -> None:
    """Shapes, gradients, styles and links to parts of the same file do no harm."""
    assert messages("docs/en/a.svg", SVG.format(inside).encode()) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>lamps()</script>",
        '<path onload="lamps()"/>',
        '<path ONCLICK="lamps()"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        '<image href="https://lamps.example/a.png"/>',
        '<use href="https://lamps.example/a.svg#b"/>',
        '<use xlink:href="other.svg#b"/>',
        '<a href="#here"><path/></a>',
        '<set attributeName="href" to="javascript:lamps()"/>',
        '<path style="fill: url(https://lamps.example/a)"/>',
        "<path style=\"fill: url( 'https://lamps.example/a' )\"/>",
        '<path style="fill: \\75rl(//lamps.example)"/>',
        "<style>@import '//lamps.example/a.css';</style>",
        "<style>p { fill: u<!-- -->rl(//lamps.example/a) }</style>",
        "<style>p { fill: <![CDATA[url(//lamps.example/a)]]> }</style>",
        "<text>214 lamps</text>",
        "<title>214 lamps</title>",
        "<g>214 lamps</g>",
        '<path xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="x"/>',
        '<g xml:base="https://lamps.example/"><use href="#a"/></g>',
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>lamps()</h:script>",
        "<?xml-stylesheet href='https://lamps.example/a.css'?>",
        "<g>",
    ],
)  # fmt: skip
def test_an_svg_that_is_more_than_a_drawing_is_refused(inside: str) -> None:
    """Scripts, handlers, foreign content, text that no check reads, and whatever leads out of the file."""
    assert messages("docs/en/a.svg", SVG.format(inside).encode())


def test_an_svg_without_its_own_kind_of_root_or_with_entities_is_refused() -> None:
    """A DOCTYPE may declare what the rest of the file then hides; a page in the place of a drawing is none."""
    doctype = '<!DOCTYPE svg [<!ENTITY a "<script/>">]>'
    assert messages("docs/en/a.svg", f"{doctype}{SVG.format('&a;')}".encode())
    assert messages("docs/en/a.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>")
    assert messages("docs/en/a.svg", b"<svg><path/></svg>")
    assert messages("docs/en/a.svg", b"")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n..."),
        ("a.jpg", b"\xff\xd8\xff\xe0..."),
        ("a.jpeg", b"\xff\xd8\xff\xe1..."),
        ("a.webp", b"RIFF\n\x00\x00\x00WEBPVP8 "),
        ("a.avif", b"\x00\x00\x00\x1cftypavif"),
        ("a.pdf", pdf("Lamps") + b"<< /OpenAction 2 0 R /JSON 1 >>"),
        ("a.csv", b"Lamps,Lit\n"),
    ],
)
def test_content_is_of_the_kind_that_the_name_says(name: str, data: bytes) -> None:
    """What is right in its own place is refused under another name."""
    assert messages(f"docs/en/{name}", data) == []
    assert messages(f"docs/en/{name}", b"<script>lamps()</script>") or name == "a.csv"
    assert messages("docs/en/other.png" if name != "a.png" else "docs/en/other.pdf", data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 /JS (lamps)",
        b"%PDF-1.4 /J#61vaScript 3 0 R",
        b"%PDF-1.4 /Launch",
        b"%PDF-1.4 /EmbeddedFiles 4 0 R",
        b"%PDF-1.5 /Type /ObjStm /Length 9 stream\r\n"
        + zlib.compress(b"<< /S /JavaScript >>")
        + b"endstream",
        b"%PDF-1.5 /Type /ObjStm stream\nnothing that unpacks",
        b"%PDF-1.5 /Type /ObjStm stream\n" + zlib.compress(b"\0" * (33 << 20)),
    ],
)
def test_a_pdf_that_runs_something_is_refused(data: bytes) -> None:
    """In plain sight, behind codes, or packed with other objects."""
    assert messages("docs/en/a.pdf", data)


@pytest.mark.parametrize("data", [pdf(), pdf("", " "), pdf("Lamps")[:200], b"%PDF-1.7\n", b"%PDF-1.7\n" * 99])
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes) -> None:
    """A scanned page, or a broken file: nobody here would know what it says."""
    assert messages("docs/en/a.pdf", data)


def test_what_a_pdf_says_is_read() -> None:
    """Page by page, a paragraph at a time: the line of a place is the page."""
    data = pdf("Lamps are lit.", "Of them,\n67% burn oil.")
    passages, problems = read_asset("docs/en/a.pdf", data, "en", LOCALE)
    assert problems == []
    assert [passage.text for passage in passages] == ["Lamps are lit.", "Of them, 67% burn oil."]
    (figure,) = passages[1].figures
    place = passages[1].span(figure.start, figure.end)
    assert (figure.text, place.line, place.column) == ("67%", 2, 10)


def test_a_file_has_a_size_that_a_phone_can_load() -> None:
    """Each kind has its limit."""
    (message,) = messages("docs/en/a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * (512 << 10))
    assert "512 kB" in message


def test_rows_of_a_table_are_read_like_text() -> None:
    """Each figure has its place, and the citation of its row; commas and line ends in quotation marks part nothing."""
    data = b'Lamps,Lit,Source\r\n"Street, ""A""",214,[@lamps2020#lit]\r\n"two\r\nlines",9,\r\n\r\n'
    rows, problems = read_asset("docs/en/a.csv", data, "en", LOCALE)
    assert problems == []
    assert [row.text.replace("\ufffc", "@") for row in rows] == [
        "Lamps | Lit | Source",
        'Street, ""A"" | 214 | @',
        "two lines | 9 | ",
    ]
    (figure,) = rows[1].figures
    assert figure.text == "214"
    span = rows[1].span(figure.start, figure.end)
    assert (span.line, span.column, span.end_column) == (2, 17, 20)
    assert [citation.key for citation in rows[1].citations] == ["lamps2020#lit"]


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", '"=1+1"', "\t=1"])
def test_a_table_computes_nothing(cell: str) -> None:
    """A spreadsheet would run a cell that begins so; a number may be below zero."""
    _, (problem,) = read_asset("docs/en/a.csv", f"Lamps,Lit\n-2.5,-2\n{cell},+3\n".encode(), "en", LOCALE)
    assert problem.span.line == 3
    assert "compute" in said(problem)
