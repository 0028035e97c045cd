"""
The articles of a language as one EPUB: for reading devices, and where there is no network.

The same articles give the same bytes: ids, dates and the times in the archive come from the content. Chapters are made one after
the other, so that a book of any length takes little memory; Pandoc, which holds a whole book, took 440 MB.
"""

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from lxml import etree, html
from lxml.html import defs
from msgspec import Struct

from commonground.export.archive import packed
from commonground.languages import Language
from commonground.model.url import join_address
from commonground.paper.words import plain

PATH = "book.epub"
"""The file of a language, beside its home page."""

STYLES = "paper/book.css"
"""Its styles, as the theme has them."""

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

_TYPE = "mimetype"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
{body}
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="{lang}" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{id}</dc:identifier>
<dc:title>{name}</dc:title>
<dc:creator>{name}</dc:creator>
<dc:language>{lang}</dc:language>
<dc:date>{day}</dc:date>
<meta property="dcterms:modified">{day}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="styles" href="book.css" media-type="text/css"/>
{items}
</manifest>
<spine>
<itemref idref="contents"/>
{order}
</spine>
</package>
"""


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
    chapters: Sequence[Chapter], locale: Language, references: Mapping[str, str], home: str, styles: str
) -> bytes:
    """
    Return the EPUB of some articles.

    Args: references: Formatted references by source. home: Address of the language's home page. styles: The style sheet.
    """
    parts = _parts(chapters, locale, references, home, styles)
    return packed(((name, text.encode()) for name, text in parts), stored=(_TYPE,))


def _parts(
    chapters: Sequence[Chapter], locale: Language, references: Mapping[str, str], home: str, styles: str
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file, in the order in which they stand in the archive; the first must be the first."""
    names = [f"chapter-{place}" for place in range(1, len(chapters) + 1)]
    titles = [escape(plain(chapter.title)) for chapter in chapters]
    name = escape(plain(locale.say("site.name")))
    yield _TYPE, "application/epub+zip"
    yield "META-INF/container.xml", _CONTAINER
    yield (
        "EPUB/package.opf",
        _PACKAGE.format(
            lang=locale.code,
            id=uuid.uuid5(uuid.NAMESPACE_URL, home).urn,
            name=name,
            day=max(chapter.checked for chapter in chapters).isoformat(),
            items="\n".join(
                f'<item id="{one}" href="{one}.xhtml" media-type="application/xhtml+xml"/>' for one in names
            ),
            order="\n".join(f'<itemref idref="{one}"/>' for one in names),
        ),
    )
    listed = "\n".join(
        f'<li><a href="{one}.xhtml">{title}</a></li>' for one, title in zip(names, titles, strict=True)
    )
    contents = f'<body><h1>{name}</h1>\n<nav epub:type="toc"><ol>\n{listed}\n</ol></nav></body>'
    yield "EPUB/contents.xhtml", _PAGE.format(lang=locale.code, title=name, body=contents)
    yield "EPUB/book.css", styles
    for one, title, chapter in zip(names, titles, chapters, strict=True):
        body = _well_formed(_chapter(chapter, locale, references))
        yield f"EPUB/{one}.xhtml", _PAGE.format(lang=locale.code, title=title, body=body)


def _chapter(chapter: Chapter, locale: Language, references: Mapping[str, str]) -> str:
    """Return a chapter without what only a page can do: links within it, buttons, drawings; their tables stay."""
    text = _ID.sub("", _DRAWN.sub("", chapter.content))
    text = _LOCAL.sub(r"\1", _CITE.sub(r'<a class="cite" href="#source-\1">[\1]</a>', text))
    text = _LEVEL.sub(lambda found: str(int(found[0]) + 1) if found[0] == "1" else found[0], text)
    text = _LINK.sub(lambda found: escape(join_address(chapter.address, found[0]) or found[0]), text)
    checked = locale.say("evidence.checked", date=locale.day(chapter.checked))
    return (
        f"<h1>{escape(plain(chapter.title))}</h1>\n{text}\n{_sources(chapter, locale, references)}\n"
        f'<p>{escape(plain(checked))}</p><p><a href="{escape(chapter.address)}">{escape(chapter.address)}</a></p>'
    )


def _sources(chapter: Chapter, locale: Language, references: Mapping[str, str]) -> str:
    found = [
        f'<p id="source-{number}"><span data-computed="{number}">{number}.</span> '
        f'<span data-reference="{id}">{references.get(id) or name}</span></p>'
        for number, id, name in _ENTRY.findall(chapter.sources)
    ]
    return "\n".join((f"<h2>{escape(locale.say('sources.title'))}</h2>", *found)) if found else ""


def _well_formed(text: str) -> str:
    """Return the body of a page in XML: what folds is open, since not every device unfolds it, and a picture is what it shows, in words."""
    body = html.fragment_fromstring(text, create_parent="body")
    for folded in body.iter("details"):
        folded.set("open", "open")
    for picture in [*body.iter("img")]:
        picture.tail = picture.get("alt", "") + (picture.tail or "")
        picture.drop_tree()
    for element in body.iter():
        if element.text is None and element.tag not in defs.empty_tags:
            element.text = ""  # its end is written, for readers of HTML
    return str(etree.tostring(body, encoding="unicode"))
