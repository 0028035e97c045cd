"""Headings: anchors that the reader computes alike, and a class on the sections that look their own way."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from commonground.markdown.page import Page
from commonground.markdown.text import plain
from commonground.text.typography import typographic

MARKED_SECTIONS = ("evidence", "unknown", "reach")
"""Keys of the sections whose heading carries its key as a class."""


def add_headings(md: Markdown, page: Page) -> None:
    """Give headings their anchors, and the marked sections their class."""
    # No marker: a page must not be able to conjure up a table of contents.
    TocExtension(slugify=lambda text, _: page.anchors.of_heading(text), marker="").extendMarkdown(md)
    md.treeprocessors.register(_Sections(md, page), "commonground_sections", 7)


class _Sections(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        names = self._page.locale.sections
        keys = {typographic(names[key]): key for key in MARKED_SECTIONS if key in names}
        for heading in root.iter("h2"):
            if key := keys.get(typographic(plain(heading))):
                heading.set("class", f"{heading.get('class', '')} {key}".strip())
