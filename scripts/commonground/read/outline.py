"""
What one body of Markdown holds, as one list in reading order: edges of blocks, words, links, pictures, citations.

Both readers of our Markdown are brought into this form: here pulldown-cmark, which the checks read with; in
``markdown/outline.py`` what the renderer made. ``markdown/comparison.py`` holds the two against each other.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyromark

from commonground.model import marks
from commonground.model.anchor import Anchors
from commonground.model.article import Block
from commonground.read.attributes import class_after_inline, cut_heading_id, cut_last_line
from commonground.read.blocks import hide_bars, mask_blocks, show_bars
from commonground.read.passages import ESCAPED_BRACKET
from commonground.read.text import COMMENT, Flow, Lines, byte_offsets, parts_of
from commonground.text.ranges import hide

BLOCK, INLINE = "\n", "\t"
"""First characters of tokens that are edges of blocks, and of those among words; no word can begin so."""

CITATION = f"{INLINE}[@"

_SWAPPED = {f"{INLINE}<em>": f"{INLINE}<strong>", f"{INLINE}</strong>": f"{INLINE}</em>"}
_WORD = re.compile(r"\S+")


class Token(NamedTuple):
    """
    One piece: ``<ul>``, ``</ul>``, ``<h2>``, ``<a address>``, ``[@mark]``, or words, after a space where one stands before.

    ``start`` and ``end`` are offsets in the text that was read; 0 where places are not known.
    """

    text: str
    start: int
    end: int


class Outline:
    """Gathers tokens. Both readers use it, so that two lists never differ in form alone."""

    def __init__(self, source: str = "", *, by_words: bool = False) -> None:
        """Args: source: The text that is read, where places are known. by_words: Each word is a token, with its place."""
        self.tokens: list[Token] = []
        self.flow = Flow()
        self._source = source
        self._by_words = by_words
        self._marks: list[tuple[int, int, str, int]] = []
        self._code: list[tuple[int, int]] = []
        self._is_leaf = False

    def block(self, name: str, start: int = 0, *, is_leaf: bool = False) -> None:
        """Add the edge of a block; a leaf holds words itself and needs no paragraph around them."""
        self.edge()
        self.tokens.append(Token(f"{BLOCK}<{name}>", start, start + 1))
        self._is_leaf = is_leaf

    def edge(self) -> None:
        """End the words that run on."""
        text = self.flow.text
        if text.endswith("}") and self._source:
            cut_last_line(self.flow, self._source)
        if self._marks or (text and not text.isspace()):
            self._settle()
        if self._marks or text:
            self.flow, self._marks, self._code = Flow(), [], []
        self._is_leaf = False

    def inline(self, name: str, start: int = 0) -> None:
        """Add the edge of a mark among the words that run on, or a citation: ``[@…]``."""
        at = len(self.flow.text)
        token = INLINE + (name if name.startswith("[@") else f"<{name}>")
        self._marks.append((at, at, token, start))

    def words(self, text: str, start: int = 0, length: int = -1) -> None:
        """Add text to what runs on; its length in the source may differ."""
        self.flow.add(text, start, len(text) if length < 0 else length)

    def code(self, text: str, start: int = 0) -> None:
        """Add inline code; white space at its ends is not shown."""
        self.inline("code", start)
        start += len(text) - len(text.lstrip())
        self._code.append(self.flow.add(text.strip(), start, len(text.strip())))
        self.inline("/code", start)

    def lines(self, text: str, start: int = 0) -> None:
        """Add a block of code, line by line; how far it is indented means nothing to a reader."""
        at = start
        for line in text.split("\n"):
            if plain := " ".join(line.split()):
                self.tokens.append(Token(plain, at, at + len(line)))
            at += len(line) + 1

    def _settle(self) -> None:
        text = self.flow.text
        if not self._is_leaf:
            at_once = bool(self._marks) and self._marks[0][0] == 0
            first = self._marks[0][3] if at_once else self.flow.offset(0)
            self.tokens.append(Token(f"{BLOCK}<p>", first, first + 1))
        last, spaced = 0, False
        held: list[Token] = []
        in_link = False
        for begin, end, name, start in self._edges(text):
            spaced = self._add_words(text, last, begin, spaced)
            last = end
            token = Token(name, start, start + max(1, end - begin))
            is_citation = name.startswith(CITATION)
            if is_citation:
                spaced = False  # it belongs to the word before it
            # In the text of a link it is set right after the link: numbers are links, and links do not nest.
            if is_citation and in_link:
                held.append(token)
            else:
                self._append(token)
            in_link = in_link or name.startswith(f"{INLINE}<a ")
            if name == f"{INLINE}</a>":
                self.tokens += held
                held, in_link = [], False
        self._add_words(text, last, len(text), spaced)

    def _append(self, token: Token) -> None:
        """Add a token; of italics and bold that begin or end together, it means nothing which is the outer one."""
        is_swapped = bool(self.tokens) and _SWAPPED.get(token.text) == self.tokens[-1].text
        self.tokens.insert(len(self.tokens) - is_swapped, token)

    def _edges(self, text: str) -> Iterator[tuple[int, int, str, int]]:
        """Yield marks and citations in order; what is marked within a citation is left out, for its words differ then."""
        found = marks.CITATION.finditer(hide(text, self._code)) if "[@" in text else ()
        cited = [
            (*match.span(), f"{INLINE}[{' '.join(match[1].split())}]", self.flow.offset(match.start()))
            for match in found
        ]
        # What stood in braces behind a heading is cut off, and the space before it may have been within a mark.
        most = len(text)
        marked = [(min(at, most), min(at, most), token, start) for at, _, token, start in self._marks]
        last = 0
        for edge in sorted([*marked, *cited], key=lambda edge: edge[0]):
            if edge[0] >= last:
                yield edge
                last = edge[1]

    def _add_words(self, text: str, begin: int, end: int, spaced: bool) -> bool:
        """Add the words of a stretch; return whether a space stands before what follows."""
        if begin == end:
            return spaced
        if not self._by_words:
            if words := text[begin:end].split():
                shown = " ".join(words).replace(ESCAPED_BRACKET, "[").replace("’", "'")
                self.tokens.append(Token(f" {shown}" if spaced or text[begin].isspace() else shown, 0, 0))
                return text[end - 1].isspace()
            return True
        for match in _WORD.finditer(text, begin, end):
            word = match.group().replace(ESCAPED_BRACKET, "[").replace("’", "'")
            first = self.flow.offset(match.start())
            space = " " if spaced or match.start() > begin else ""
            self.tokens.append(Token(space + word, first, self.flow.offset(match.end() - 1) + 1))
            begin, spaced = match.end(), False
        return spaced or text[end - 1].isspace()


def outline(text: str, *, by_words: bool = False) -> list[Token]:
    """
    Return what pulldown-cmark sees in the Markdown below a front matter.

    Args: by_words: Each word is a token of its own, with its place; else words that run on are one, which is quicker.
    """
    masked, blocks = mask_blocks(text, Lines(text))
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    edges = [(starts[block.span.line - 1], block.name, _title(block)) for block in blocks]
    edges += [(starts[block.end_line - 1], f"/{block.name}", "") for block in blocks if block.closed]
    reader = _Reader(hide_bars(masked), sorted(edges), by_words=by_words)
    reader.read()
    return reader.outline.tokens


class _Reader:
    """Turns the events of one text into tokens."""

    def __init__(self, text: str, edges: list[tuple[int, str, str]], *, by_words: bool) -> None:
        """Args: edges: Offset, name and title of the lines of blocks, which were taken out, in order."""
        self.outline = Outline(text, by_words=by_words)
        self._text = text
        self._edges = edges[::-1]
        self._anchors = Anchors()
        self._in_code = False
        self._inline_end = -1

    def read(self) -> None:
        """Read the whole text."""
        for event, start, end in self._events():
            name, value = parts_of(event)
            while self._edges and name != "End" and self._edges[-1][0] <= start:
                self._own_block()
            match name:
                case "Text":
                    self._words(value, start, end)
                case "Start":
                    self._begin(*parts_of(value), start, end)
                case "End":
                    self._finish(*parts_of(value), start)
                    self._inline_end = end
                case "Code":
                    inner = self._text.find(value, start, end)
                    self.outline.code(show_bars(value), inner if inner >= 0 else start)
                    self._inline_end = end
                case "SoftBreak" | "HardBreak":
                    self.outline.words(" ", start)
                case "Rule":
                    self.outline.block("hr", start)
                case "InlineHtml":
                    self._html(start, end)
        while self._edges:
            self._own_block()
        self.outline.edge()

    def _events(self) -> Iterator[tuple[Any, int, int]]:
        events = pyromark.events_with_range(self._text, options=pyromark.Options.ENABLE_TABLES)
        to_offset = byte_offsets(self._text)
        if to_offset is None:
            return ((event, span["start"], span["end"]) for event, span in events)
        return ((event, to_offset[span["start"]], to_offset[span["end"]]) for event, span in events)

    def _own_block(self) -> None:
        offset, name, title = self._edges.pop()
        self.outline.block(name, offset)
        self.outline.words(title, offset)
        self.outline.edge()

    def _words(self, text: str, start: int, end: int) -> None:
        text = show_bars(text)
        if self._in_code:
            self.outline.lines(text, start)
            return
        if text.startswith("[") and start > 0 and self._text[start - 1] == "\\":
            text = ESCAPED_BRACKET + text[1:]
        elif start == self._inline_end and text.startswith("{") and (width := class_after_inline(text)[0]):
            start, text = start + width, text[width:]
        self.outline.words(text, start, end - start)

    def _html(self, start: int, end: int) -> None:
        """Add HTML as the words that readers see; a comment is nothing."""
        at = start
        for comment in [*COMMENT.finditer(self._text, start, end), None]:
            until = comment.start() if comment else end
            self.outline.words(self._text[at:until].replace("[", ESCAPED_BRACKET), at)
            at = comment.end() if comment else end

    def _begin(self, tag: str, values: Any, start: int, end: int) -> None:
        match tag:
            case "Emphasis" | "Strong":
                self.outline.inline(_NAMES[tag], start)
            case "Link" | "Image":
                is_mail = values["link_type"] == "Email"
                address = f"mailto:{values['dest_url']}" if is_mail else values["dest_url"]
                self.outline.inline(address_name(_NAMES[tag], address, values["title"]), start)
            case "Heading":
                self.outline.block(values["level"].lower(), start, is_leaf=True)
            case "TableCell":
                self.outline.block("td", start, is_leaf=True)
            case "List":
                self.outline.block("ul" if values is None else f"ol {values}", start)
            case "CodeBlock":
                self.outline.block("pre", start)
                self._in_code = True
            case "HtmlBlock":
                self.outline.edge()
                self._html(start, end)
            case _ if tag in _NAMES:
                self.outline.block(_NAMES[tag], start)
            case _:
                self.outline.edge()

    def _finish(self, tag: str, values: Any, start: int) -> None:
        match tag:
            case "Emphasis" | "Strong" | "Link" | "Image":
                self.outline.inline(f"/{_NAMES[tag]}", start)
            case "List":
                self.outline.block("/ol" if values else "/ul", start)
            case "CodeBlock":
                self._in_code = False
            case "Item" | "BlockQuote" | "Table":
                self.outline.block(f"/{_NAMES[tag]}", start)
            case _:
                if tag == "Heading":
                    cut_heading_id(self.outline.flow, self._anchors)
                self.outline.edge()


_NAMES = {
    "BlockQuote": "blockquote",
    "Emphasis": "em",
    "Image": "img",
    "Item": "li",
    "Link": "a",
    "Strong": "strong",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
}


def address_name(name: str, address: str, title: str | None) -> str:
    """Return the name of the token of a link or picture."""
    return f"{name} {address} {title}" if title else f"{name} {address}"


def _title(block: Block) -> str:
    """Return the title that the page shows."""
    return block.title if block.name in marks.BORROWED_BLOCKS else ""
