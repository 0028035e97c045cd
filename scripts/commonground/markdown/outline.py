"""What readers get of one body of Markdown, in the form of ``read/outline.py``."""

from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser

from commonground.model.marks import BOXES, CHART, CHOICE
from commonground.read.outline import Outline, Token, address_name
from commonground.read.passages import ESCAPED_BRACKET

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CONTAINERS = frozenset(("ul", "li", "blockquote", "table", "details"))
_OF_THE_SITE = frozenset(("block-label", "chart-body"))
"""Classes of what the renderer adds to a writer's words."""

_BOXES = {f"block-{name}": name for name in BOXES}
_WORD_JOINER = "\u2060"
_NO_EDGE = "="
"""Stands for the end of a tag within words that run on."""


class RenderedPage(HTMLParser):
    """
    Reads the renderer's HTML.

    Attributes:
        tokens: See ``read/outline.py``; without places.
        anchors: The ids of the headings, in order.
    """

    def __init__(self, html: str, citations: Sequence[str], *, by_words: bool = False) -> None:
        """Args: citations: What the citation marks say, in the order of the page. by_words: See ``outline``."""
        super().__init__()
        self.anchors: list[str] = []
        self._outline = Outline(by_words=by_words)
        self._citations: Iterator[str] = iter(citations)
        self._open: list[str] = []
        self._code: list[str] | None = None
        self._skipped_from: int | None = None
        self.feed(html)
        self.close()
        self._outline.edge()

    @property
    def tokens(self) -> list[Token]:
        return self._outline.tokens

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Called by the parser with an opening tag."""
        values = {key: value or "" for key, value in attrs}
        if tag in ("br", "hr", "img"):
            if self._skipped_from is None:
                self._add_empty(tag, values)
            return
        if self._skipped_from is None:
            self._open.append(self._begin(tag, values))
        else:
            self._open.append("")

    def handle_endtag(self, tag: str) -> None:
        """Called by the parser with a closing tag."""
        if tag in ("br", "hr", "img"):
            return
        end = self._open.pop()
        if self._skipped_from is not None:
            if len(self._open) == self._skipped_from:
                self._skipped_from = None
            return
        if tag == "pre":
            self._outline.lines("".join(self._code or ()))
            self._code = None
        elif end == _NO_EDGE:
            return
        elif end in ("/em", "/strong", "/a", "/code"):
            self._outline.inline(end)
        elif end:
            self._outline.block(end)
        elif tag not in ("span", "code"):
            self._outline.edge()

    def handle_data(self, data: str) -> None:
        """Called by the parser with text."""
        if self._code is not None:
            self._code.append(data)
        elif self._skipped_from is None:
            self._outline.words(data.replace(_WORD_JOINER, "").replace("[", ESCAPED_BRACKET))

    def _add_empty(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "br":
            self._outline.words(" ")
        elif tag == "hr":
            self._outline.block("hr")
        else:
            self._outline.inline(address_name("img", values.get("src", ""), values.get("title")))
            self._outline.words(values.get("alt", "").replace("[", ESCAPED_BRACKET))
            self._outline.inline("/img")

    def _begin(self, tag: str, values: Mapping[str, str]) -> str:
        """Add the token of an opening tag; return the name of the one that closes it, "" for none."""
        classes = values.get("class", "").split()
        if "cites" in classes or _OF_THE_SITE.intersection(classes):
            if "cites" in classes:
                self._outline.inline(f"[{' '.join(next(self._citations).split())}]")
            self._skipped_from = len(self._open)
            return ""
        if CHOICE in classes:
            return _NO_EDGE
        if tag in ("em", "strong", "a") or (tag == "code" and self._code is None):
            link = address_name("a", values.get("href", ""), values.get("title"))
            self._outline.inline(link if tag == "a" else tag)
            return f"/{tag}"
        if tag == "pre":
            self._code = []
        return self._begin_block(tag, values, classes)

    def _begin_block(self, tag: str, values: Mapping[str, str], classes: Sequence[str]) -> str:
        if tag in _HEADINGS:
            self.anchors.append(values.get("id", ""))
            self._outline.block(tag, is_leaf=True)
            return ""
        if tag in ("td", "th"):
            self._outline.block("td", is_leaf=True)
            return ""
        if tag in ("tr", "pre"):
            self._outline.block(tag)
            return ""
        own = CHART if tag == "figure" else next((_BOXES[name] for name in classes if name in _BOXES), "")
        if tag in _CONTAINERS or tag == "ol" or own:
            self._outline.block(f"ol {values.get('start', '1')}" if tag == "ol" else own or tag)
            return f"/{own or tag}"
        if tag not in ("span", "code"):
            self._outline.edge()
        return ""
