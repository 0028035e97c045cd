"""
Classes and ids in braces: a writer may say in which language words are, and choose the anchor of a heading.

Anything else stays text: another class would let a page dress up as a part of the site, another id could be the site's own.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

from commonground.markdown.page import Page
from commonground.model.marks import ANY_ATTRIBUTES, CLASSES, HEADING_ATTRIBUTES

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
        inline, heading = (
            (ANY_ATTRIBUTES, ANY_ATTRIBUTES) if self._is_generated else (CLASSES, HEADING_ATTRIBUTES)
        )
        self.HEADER_RE = re.compile(rf"[ ]+{heading}[ ]*$")  # type: ignore[misc]
        self.BLOCK_RE = re.compile(rf"\n[ ]*{inline}[ ]*$")  # type: ignore[misc]
        self.INLINE_RE = re.compile(rf"^{inline}")  # type: ignore[misc]

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Called by Python-Markdown with an element and what its braces hold; what it returns of them stays text."""
        ids = [name[1:] for name in attrs_string.split() if name.startswith("#")]
        if not self._may_have(elem, ids):
            return attrs_string
        rest = super().assign_attrs(elem, attrs_string, strict=strict)
        for name in elem.get("class", "").split():
            if match := _IN_LANGUAGE.fullmatch(name):
                elem.set("lang", match[1])
        return rest

    def _may_have(self, elem: Element, ids: list[str]) -> bool:
        if elem.tag in ("td", "th") and not self._is_generated:
            return False
        return not ids or (self._page is not None and len(ids) == 1 and self._page.anchors.take(ids[0]))
