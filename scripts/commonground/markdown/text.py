"""Text as readers see it: typographic apostrophes, spaces that do not break, and what an element says."""

import re
from collections.abc import Iterator
from typing import Literal, TypeGuard
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from commonground.text.typography import typographic

TYPOGRAPHY = 15
"""Priority: after inline marks are read (20), before anchors (5)."""

INLINE = frozenset(("a", "abbr", "em", "span", "strong", "sub", "sup"))
"""Elements in which text runs on from before to after."""

_CODE = frozenset(("code", "pre"))

_DIALLED = re.compile(r"\b(\d(?:-\d)+)\b")
"""A short number as it is written in Canada: 9-1-1. The typeface has no hyphen that does not break."""

_STOP = "\n"
"""Stands where text does not run on: at the edges of blocks and in place of code."""

Slot = tuple[Element, Literal["text", "tail"]]


def plain(element: Element) -> str:
    """Return an element's text on one line."""
    return " ".join("".join(element.itertext()).split())


class Typography(Treeprocessor):
    """Sets text as ``typographic`` does, also where a mark stands between two characters (``l'*accès*``), never in code."""

    def run(self, root: Element) -> None:
        slots: list[Slot] = []
        parts: list[str] = []
        for element, side, text in _texts(root):
            if element is not None:
                slots.append((element, side))
            parts.append(text)
        shown = typographic("".join(parts))
        self._put_back(slots, parts, shown)
        for image in root.iter("img"):
            image.set("alt", typographic(image.get("alt", "")))
        for parent in [element for element in root.iter() if element.tag not in _CODE]:
            for place, child in reversed(list(enumerate(parent, 1))):
                _keep_whole(parent, place, (child, "tail"))
            _keep_whole(parent, 0, (parent, "text"))

    @staticmethod
    def _put_back(slots: list[Slot], parts: list[str], shown: str) -> None:
        start, places = 0, iter(slots)
        for part in parts:
            end = start + len(part)
            if part != _STOP:
                element, side = next(places)
                if shown[start:end] != part:
                    setattr(element, side, shown[start:end])
            start = end


def _keep_whole(parent: Element, place: int, slot: Slot) -> None:
    """Put each short number of a text into an element that does not break across lines, at a place among the parent's children."""
    text = getattr(*slot)
    if not _is_prose(text):
        return
    before, *pieces = _DIALLED.split(text)
    setattr(*slot, before)
    for number, after in reversed(list(zip(pieces[::2], pieces[1::2], strict=True))):
        whole = Element("span", {"class": "whole"})
        whole.text, whole.tail = number, after
        parent.insert(place, whole)


def _texts(root: Element) -> Iterator[tuple[Element | None, Literal["text", "tail"], str]]:
    """Yield each text in reading order with its place, and ``(None, …, _STOP)`` where text does not run on."""
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        if not left:
            stack.append((element, True))
            if element.tag not in INLINE:
                yield None, "text", _STOP
            if element.tag not in _CODE:
                if _is_prose(element.text):
                    yield element, "text", element.text
                stack.extend((child, False) for child in reversed(element))
            continue
        if element.tag not in INLINE:
            yield None, "tail", _STOP
        if element is not root and _is_prose(element.tail):
            yield element, "tail", element.tail


def _is_prose(text: str | None) -> TypeGuard[str]:
    return text is not None and text != "" and text != _STOP and not isinstance(text, AtomicString)
