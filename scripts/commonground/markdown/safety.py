"""
What contributors' Markdown may not do: carry HTML or active addresses.

Comments vanish, since they are notes among writers; everything else that looks like HTML is shown as text.
"""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from commonground.model.entities import unescape
from commonground.model.url import split_address

MAX_DEPTH = 12
"""Levels of lists and quotations; Python-Markdown is recursive, so deeper ones are shown as text."""

_SCHEMES = frozenset(("", "http", "https", "mailto", "tel"))
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0]")
_COMMENT = r"<!--.*?-->"
_COMMENT_LINES = re.compile(rf"(?ms)^ {{0,3}}{_COMMENT}[ \t]*$")
_OPENER = r"(?:>|[-+*](?=\s)|[0-9]+\.(?=\s))[ \t]*"
_OPENERS = re.compile(rf"(?m)^(?P<kept>[ \t]*(?:{_OPENER}){{{MAX_DEPTH}}})(?=\S)")
_INDENT = re.compile(rf"(?m)^ {{{4 * MAX_DEPTH},}}")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_MOST_OPEN = 50
_BRACKETS = re.compile(rf"\[{{{MAX_DEPTH + 1},}}")


def secure(md: Markdown) -> None:
    """Take raw HTML out of a Markdown instance and put our guards in."""
    md.preprocessors.deregister("html_block", strict=False)
    md.inlinePatterns.deregister("html", strict=False)
    # After fenced code (25) is out of reach.
    md.preprocessors.register(_Shallow(md), "commonground_shallow", 22)
    md.preprocessors.register(_CommentLines(md), "commonground_comments", 21)
    # After code (190) and escapes (180).
    md.inlinePatterns.register(_Comment(rf"\s*{_COMMENT}", md), "commonground_comment", 178)
    # After everything that may touch an address, unescaping (0) included.
    md.treeprocessors.register(_Addresses(md), "commonground_addresses", -10)


def is_safe(address: str) -> bool:
    """Tell whether an address, as it will stand in the HTML, is relative or of a harmless scheme."""
    return _scheme(address) in _SCHEMES


def _scheme(address: str) -> str | None:
    """Return the scheme a browser would see, "" for a relative address, None for one that cannot be read."""
    seen = unescape(unescape(address.replace(AMP_SUBSTITUTE, "&")))
    parts = split_address(_IGNORED_BY_BROWSERS.sub("", seen))
    return None if parts is None else parts.scheme


class _CommentLines(Preprocessor):
    """Blanks out comments that fill whole lines, so that the block after them is read as if they were not there."""

    def run(self, lines: list[str]) -> list[str]:
        return _COMMENT_LINES.sub("", "\n".join(lines)).split("\n")


class _Comment(InlineProcessor):
    """Drops a comment inside a line."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # an inline processor's own signature  # noqa: N802
        return "", m.start(0), m.end(0)


class _Shallow(Preprocessor):
    """Keeps nesting within ``MAX_DEPTH``; long runs of brackets, or many open ones, would take minutes and mean nothing."""

    def run(self, lines: list[str]) -> list[str]:
        text = _OPENERS.sub(r"\g<kept>\\", "\n".join(lines))
        text = _BRACKETS.sub(lambda run: r"\[" * len(run[0]), text)
        text = "\n\n".join(map(_with_few_open_brackets, text.split("\n\n")))
        return _INDENT.sub(" " * (4 * MAX_DEPTH), text).split("\n")


def _with_few_open_brackets(block: str) -> str:
    """Escape the brackets of a block that are never closed, where there are many: for each, the rest is searched."""
    if block.count("[") <= _MOST_OPEN:
        return block
    opened: list[int] = []
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            opened.pop()
    if len(opened) <= _MOST_OPEN:
        return block
    edges = [0, *opened, len(block)]
    return "\\".join(block[start:end] for start, end in pairwise(edges))


class _Addresses(Treeprocessor):
    """Turns links with an active scheme into text, and tells nobody where a reader came from."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and "href" in element.attrib:
                self._guard_link(element)
            elif element.tag == "img" and not is_safe(element.get("src", "")):
                element.tag, element.text = "span", element.get("alt", "")
                element.attrib.clear()

    @staticmethod
    def _guard_link(link: Element) -> None:
        address = link.get("href", "")
        if not is_safe(address):
            link.tag = "span"
            link.attrib.clear()
        elif _scheme(address) in ("http", "https") or address.startswith("//"):
            link.set("rel", "noreferrer")
