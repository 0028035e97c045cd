"""
Glossary marks: where a term first stands in running prose, it becomes a quiet link to its entry.

Not marked is what stands in headings, links, code, quotations, charts, the heads of tables, labels, citations and the
blocks that ``model/glossary.py`` names.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from msgspec import Struct, field

from commonground.languages import Language
from commonground.markdown.page import Page
from commonground.markdown.text import INLINE
from commonground.model.glossary import UNMARKED_BLOCKS, find_terms
from commonground.model.passage import CITATION_CHARACTER
from commonground.read.sentences import speech

NAME = "term"
"""Class of the links."""

_LEFT_ALONE = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "a", "blockquote", "code", "pre", "th", "figure", "summary", "svg")
)
_CLASSES = frozenset(("block-label", "cites", *(f"block-{name}" for name in UNMARKED_BLOCKS)))


def add_glossary(md: Markdown, page: Page) -> None:
    """Mark the terms that the page's options name."""
    # After an engine has turned links between files into addresses (0): ours are addresses already.
    md.treeprocessors.register(_Terms(md, page), "commonground_terms", -5)


class _Slot(Struct, frozen=True):
    """A text of the tree: before the first child of ``element``, or (with the element around it) after its end."""

    element: Element
    parent: Element | None
    start: int
    free: bool


class _Flow(Struct):
    """Text that runs on, as far as the next edge of a block, and where its pieces and italics stand."""

    text: str = ""
    slots: list[_Slot] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)

    def add(
        self, element: Element, side: Literal["text", "tail"], parent: Element | None, free: bool
    ) -> None:
        text = getattr(element, side)
        if text:
            self.slots.append(
                _Slot(element, parent, len(self.text), free and not isinstance(text, AtomicString))
            )
            self.text += text


class _Terms(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:
        forms = self._page.options.glossary
        if not forms:
            return
        # An entry that the writer links to is linked already.
        seen = {link.get("href", "") for link in root.iter("a")}
        for flow in list(_flows(root)):
            _mark(flow, list(_first_uses(flow, forms, self._page.locale, seen)))


def _first_uses(
    flow: _Flow, forms: Mapping[str, str], locale: Language, seen: set[str]
) -> Iterator[tuple[_Slot, int, int, str]]:
    """Yield slot, range in its text and address of each term that stands for the first time, in reading order."""
    quoted = speech(flow.text, flow.italics, locale)
    ends = [slot.start for slot in flow.slots[1:]] + [len(flow.text)]
    for start, end, address in find_terms(flow.text, forms):
        if address in seen or any(a < end and start < b for a, b in quoted):
            continue
        for slot, last in zip(flow.slots, ends, strict=True):
            if slot.free and slot.start <= start and end <= last:
                seen.add(address)
                yield slot, start - slot.start, end - slot.start, address


def _mark(flow: _Flow, uses: Sequence[tuple[_Slot, int, int, str]]) -> None:
    """Put the links in, the last first, so that the places before them stay."""
    for slot, start, end, address in reversed(uses):
        side = "text" if slot.parent is None else "tail"
        text = getattr(slot.element, side)
        link = Element("a", {"class": NAME, "href": address})
        link.text, link.tail = text[start:end], text[end:]
        setattr(slot.element, side, text[:start])
        if slot.parent is None:
            slot.element.insert(0, link)
        else:
            slot.parent.insert(list(slot.parent).index(slot.element) + 1, link)


def _flows(root: Element) -> Iterator[_Flow]:
    """Yield the texts below an element in reading order, each up to the next edge of a block."""
    flow = _Flow()
    # (element, element around it, whether its text may be marked, where its italics began; None: not entered yet).
    stack: list[tuple[Element, Element | None, bool, int | None]] = [(root, None, True, None)]
    while stack:
        element, parent, free, begun = stack.pop()
        inline = element.tag in INLINE or element.tag == "code"
        if begun is not None:
            if element.tag == "em":
                flow.italics.append((begun, len(flow.text)))
            if not inline and flow.text:
                yield flow
                flow = _Flow()
            if parent is not None:
                flow.add(element, "tail", parent, free)
            continue
        if not inline and flow.text:
            yield flow
            flow = _Flow()
        classes = set(element.get("class", "").split())
        inside = free and element.tag not in _LEFT_ALONE and not classes & _CLASSES
        stack.append((element, parent, free, len(flow.text)))
        if "cites" in classes or element.tag == "code":
            flow.text += CITATION_CHARACTER
            continue
        flow.add(element, "text", None, inside)
        stack.extend((child, element, inside, None) for child in reversed(element))
    if flow.text:
        yield flow
