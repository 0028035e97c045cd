"""
Classes and ids in braces: a writer may say in which language words are, and choose the anchor of a heading.

Anything else stays text: another class would let a page dress up as a part of the site, another id could be the site's own.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

from commonground.markdown.page import Page
from commonground.model.marks import ANY_ATTRIBUTES, CLASSES, heading_id

_IN_LANGUAGE = re.compile(r"in-([a-z]{2})")


def add_attributes(md: Markdown, page: Page | None = None) -> None:
    """Read what stands in braces; a text without a page has no headings."""
    md.treeprocessors.register(_Attributes(md, page), "attr_list", 8)


class _Attributes(AttrListTreeprocessor):
    """The attribute syntax for what ``model/marks.py`` allows."""

    def __init__(self, md: Markdown, page: Page | None) -> None:
        super().__init__(md)
        self._page = page
        self._is_generated = page is not None and page.options.generated
        inline = ANY_ATTRIBUTES if self._is_generated else CLASSES
        self.HEADER_RE = re.compile(rf"[ ]+{ANY_ATTRIBUTES}[ ]*$")  # type: ignore[misc]  # another pattern for each page
        self.BLOCK_RE = re.compile(rf"\n[ ]*{inline}[ ]*$")  # type: ignore[misc]  # another pattern for each page
        self.INLINE_RE = re.compile(rf"^{inline}")  # type: ignore[misc]  # another pattern for each page

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Called by Python-Markdown with an element and what its braces hold; what it returns of them stays text."""
        if elem.tag in ("td", "th") and not self._is_generated:
            return attrs_string
        id, is_whole = heading_id(attrs_string)
        if id:
            if self._page is None or not self._page.anchors.take(id):
                return attrs_string
            elem.set("id", id)
        if not is_whole and not self._is_generated:
            return attrs_string
        rest = super().assign_attrs(elem, attrs_string, strict=strict)
        for name in elem.get("class", "").split():
            if match := _IN_LANGUAGE.fullmatch(name):
                elem.set("lang", match[1])
        return rest
