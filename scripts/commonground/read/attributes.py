"""Classes and ids in braces: read where the renderer takes them, so that they are no words of the text."""

import re

from commonground.model import marks
from commonground.model.anchor import Anchors
from commonground.read.text import Flow

_AFTER_INLINE = re.compile(marks.CLASSES)
_LAST_LINE = re.compile(rf" {marks.CLASSES}$")
_LANGUAGE = re.compile(r"\.in-([a-z]{2})")
_OF_HEADING = re.compile(rf"[ ]+{marks.ANY_ATTRIBUTES}[ ]*$")


def class_after_inline(text: str) -> tuple[int, str]:
    """Return how much of a text right after a mark is its class in braces, 0 where there is none, and the language it names."""
    found = _AFTER_INLINE.match(text)
    return (found.end(), _language(found[1])) if found else (0, "")


def cut_last_line(flow: Flow, source: str) -> str:
    """Take the line out that ends a paragraph and says its class; return the language it names, "" for none."""
    found = _LAST_LINE.search(flow.text)
    # A line end is a space in what was gathered.
    if not found or source[flow.offset(found.start())] != "\n":
        return ""
    flow.text = flow.text[: found.start()]
    return _language(found[1])


def _language(classes: str) -> str:
    return str(_LANGUAGE.findall(classes)[-1])


def cut_heading_id(flow: Flow, anchors: Anchors) -> str:
    """Return the id in braces behind a heading, and take the braces out; what is not taken stays in the text."""
    found = _OF_HEADING.search(flow.text)
    if not found:
        return ""
    id, is_whole = marks.heading_id(found[1])
    if id and not anchors.take(id):
        return ""
    if is_whole:
        flow.text = flow.text[: found.start()]
    return id
