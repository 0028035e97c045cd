"""Tables that phones and screen readers can follow: a named region to scroll in, row headers, the column's head at each cell."""

from collections import Counter
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from commonground.markdown.page import Page
from commonground.markdown.text import plain

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def add_tables(md: Markdown, page: Page) -> None:
    """Read tables and wrap each in a region named after the nearest heading above it."""
    TableExtension(use_align_attribute=True).extendMarkdown(md)
    # After anchors (5), while citations are still empty places, so that no number gets into a label.
    md.treeprocessors.register(_Tables(md, page), "commonground_tables", 4)


class _Tables(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        label, seen = "", Counter[str]()
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                label = plain(element)
            elif element.tag == "table":
                name = label or ", ".join(filter(None, map(plain, element.findall("thead/tr/th"))))
                seen[name] += 1
                _shape(element, self._page.locale.typography.colon)
                _wrap(parents[element], element, name, seen[name])


def _wrap(parent: Element, table: Element, label: str, number: int) -> None:
    """Put a region around a table; the second of one heading says that it is."""
    region = Element("div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": label})
    if number > 1:
        region.set("aria-label", f"{label} ({number})")
        region.set("data-computed", str(number))
    parent[list(parent).index(table)] = region
    region.tail, table.tail = table.tail, None
    region.append(table)


def _shape(table: Element, colon: str) -> None:
    """Say of each cell what it belongs to; a style attribute would break the content policy, so alignment is a class."""
    heads = table.findall("thead/tr/th")
    labels = [plain(head) for head in heads]
    for head, label in zip(heads, labels, strict=True):
        if label:
            head.set("scope", "col")
        else:
            head.tag = "td"
    for row in table.findall("tbody/tr"):
        for number, (cell, label) in enumerate(zip(row, labels, strict=False)):
            if number == 0 and plain(cell):
                cell.tag = "th"
                cell.set("scope", "row")
            if label:
                cell.set("data-label", f"{label}{colon}")
    for cell in [*table.iter("td"), *table.iter("th")]:
        if side := cell.attrib.pop("align", ""):
            cell.set("class", f"{cell.get('class', '')} align-{side}".strip())
