"""
The walk over the events of one text: what they say is gathered into passages, headings, links and the rest.

The events are pulldown-cmark's, with byte ranges, through pyromark.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyromark
from msgspec import Struct, field

from commonground.model import marks
from commonground.model.anchor import Anchors
from commonground.model.article import Block, Link, Override, RawHtml
from commonground.model.passage import CELL_GAP, Kind, Passage
from commonground.model.position import Span
from commonground.model.quotations import may_go_on
from commonground.read.attributes import class_after_inline, cut_heading_id, cut_last_line
from commonground.read.blocks import show_bars
from commonground.read.carrying import with_carried
from commonground.read.passages import ESCAPED_BRACKET, Gathered, Origin, passage_of
from commonground.read.text import COMMENT, Flow, byte_offsets, parts_of, span_of

MAX_DEPTH = 12
"""Levels of nesting that a page may use; the renderer is recursive, and no reader can follow more."""


class Body(Struct):
    """What one body of Markdown holds, in reading order; a heading: level, text, the id that it was given or "", place."""

    passages: list[Passage] = field(default_factory=list)
    headings: list[tuple[int, str, str, Span]] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    links: list[Link] = field(default_factory=list)
    html: list[RawHtml] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    too_deep: Span | None = None


class Reader:
    """Walks the events of one text and gathers what they say."""

    def __init__(self, text: str, origin: Origin) -> None:
        self.text = text
        self.origin = origin
        self.places = origin.places
        self.body = Body()
        self.keep: Callable[[str], bool] | None = None
        self._passages: list[Passage | None] = []
        self._is_quotation_open = False
        self._open: Gathered | None = None
        self._depth = 0
        self._quotes = 0
        self._items = 0
        self._links: list[tuple[str, int, bool, int, int]] = []
        self._images: list[Gathered] = []
        self._styles: list[int] = []
        self._section = ""
        self._inline_begin = self._inline_end = -1
        self._pending: list[tuple[Span, str, str]] = []

    def read(self) -> None:
        """Read the whole text."""
        for event, start, end in self._events():
            name, value = parts_of(event)
            # Half of all events are text: they go the short way.
            if name == "Text":
                self._add_text(value, start, end)
            elif name == "Start":
                self._start(*parts_of(value), start, end)
            elif name == "End":
                self._depth -= 1
                self._inline_end = end
                if handle := _ENDS.get(parts_of(value)[0]):
                    handle(self, value, start, end)
            elif handle := _WITHIN.get(name):
                handle(self, value, start, end)
        self.body.passages = list(with_carried(self._passages, self.origin.locale))
        # Overrides that no block follows hold for nothing.
        for span, rule, reason in self._pending:
            self.body.overrides.append(Override(rule, reason, span, span.end_line + 1, span.end_line))

    def read_inline(self, gathered: Gathered) -> None:
        """Read a text without block structure into one passage."""
        self._open = gathered
        for event, start, end in self._events():
            name, value = parts_of(event)
            tag = parts_of(value)[0] if name in ("Start", "End") else ""
            if name == "Text":
                self._add_text(value, start, end)
            elif tag in _INLINE_TAGS:
                (_STARTS if name == "Start" else _ENDS)[tag](self, parts_of(value)[1], start, end)
                self._inline_end = end
            elif handle := _WITHIN.get(name):
                handle(self, value, start, end)
        if not gathered.flow.text.strip():
            # Block syntax in a field (a leading "-", "#" or "1."): it is shown as it stands.
            gathered.flow = Flow()
            gathered.flow.add(self.text.replace("\n", " "), 0, len(self.text))

    def _events(self) -> Iterator[tuple[object, int, int]]:
        events = pyromark.events_with_range(self.text, options=pyromark.Options.ENABLE_TABLES)
        to_offset = byte_offsets(self.text)
        if to_offset is None:
            return ((event, span["start"], span["end"]) for event, span in events)
        return ((event, to_offset[span["start"]], to_offset[span["end"]]) for event, span in events)

    def _start(self, tag: str, value: Any, start: int, end: int) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH and self.body.too_deep is None:
            self.body.too_deep = span_of(self.places, start, start + 1)
        if self._pending and self._depth == 1 and tag != "HtmlBlock":
            self._settle_overrides(start, end)
        if handle := _STARTS.get(tag):
            handle(self, value, start, end)

    def _start_heading(self, value: Any, start: int, end: int) -> None:
        self._open = Gathered(Kind.HEADING, int(str(value["level"]).lstrip("H")))

    def _start_paragraph(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._target()

    def _start_quotation(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._passages.append(None)
        self._quotes += 1

    def _start_code(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._open = Gathered(Kind.CODE)

    def _start_html(self, value: Any, start: int, end: int) -> None:
        """Take a block of HTML whole: a comment may fill several lines."""
        self._take_html(self.text[start:end], start, end)

    def _start_group(self, value: Any, start: int, end: int) -> None:
        self._flush()

    def _start_item(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._items += 1

    def _start_row(self, value: Any, start: int, end: int) -> None:
        self._open = Gathered(Kind.ROW)

    def _start_cell(self, value: Any, start: int, end: int) -> None:
        if self._open and self._open.flow.text:
            self._open.flow.add(CELL_GAP, max(0, start - 1), 1)

    def _start_style(self, value: Any, start: int, end: int) -> None:
        self._styles.append(len(self._target().flow.text))

    def _start_link(self, value: Any, start: int, end: int) -> None:
        begin = len(self._target().flow.text)
        is_mail = value["link_type"] == "Email"
        address = f"mailto:{value['dest_url']}" if is_mail else value["dest_url"]
        is_bare = is_mail or value["link_type"] == "Autolink"
        self._links.append((address, begin, is_bare, start, len(self.body.links)))
        self._take_title(value["title"], start, end)

    def _start_image(self, value: Any, start: int, end: int) -> None:
        self._images.append(Gathered(Kind.IMAGE_TEXT))
        self._links.append((value["dest_url"], 0, False, start, 0))
        self._take_title(value["title"], start, end)

    def _take_title(self, title: str, start: int, end: int) -> None:
        """Keep what a pointer over a link or picture shows; that of a reference stands somewhere else."""
        if not title.strip():
            return
        gathered = Gathered(Kind.LINK_TITLE)
        at = self.text.rfind(title, start, end)
        gathered.flow.add(title.replace("\n", " "), *((at, len(title)) if at >= 0 else (start, end - start)))
        self._keep(gathered)

    def _end_heading(self, value: Any, start: int, end: int) -> None:
        gathered = self._open
        if gathered is None:
            return
        id = cut_heading_id(gathered.flow, self.body.anchors)
        self._flush()
        text = " ".join(marks.CITATION.sub("", gathered.flow.text).split())
        raw = self.text[start:end].rstrip()
        self.body.headings.append((gathered.level, text, id, span_of(self.places, start, start + len(raw))))
        if gathered.level <= 2:
            self._section = text

    def _end_passage(self, value: Any, start: int, end: int) -> None:
        self._flush()

    def _end_quotation(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._passages.append(None)
        self._quotes -= 1

    def _end_code(self, value: Any, start: int, end: int) -> None:
        if code := self._open:
            code.flow.text = code.flow.text.rstrip().replace("\n", " ")
            code.code.append((0, len(code.flow.text)))
        self._flush()

    def _end_item(self, value: Any, start: int, end: int) -> None:
        self._flush()
        self._items -= 1

    def _end_strong(self, value: Any, start: int, end: int) -> None:
        self._inline_begin = self._styles.pop()

    def _end_emphasis(self, value: Any, start: int, end: int) -> None:
        target = self._target()
        self._inline_begin = self._styles.pop()
        target.italics.append((self._inline_begin, len(target.flow.text)))

    def _end_link(self, value: Any, start: int, end: int) -> None:
        target = self._target()
        address, begin, is_bare, first, before = self._links.pop()
        self._inline_begin = begin
        if is_bare:
            target.addresses.append((begin, len(target.flow.text)))
        pictures = " ".join(picture.text for picture in self.body.links[before:])
        text = target.flow.text[begin:].strip() or pictures
        self.body.links.append(Link(address, text, span_of(self.places, first, end)))

    def _end_image(self, value: Any, start: int, end: int) -> None:
        address, _, _, first, _ = self._links.pop()
        image = self._images.pop()
        text = image.flow.text.strip()
        self.body.links.append(Link(address, text, span_of(self.places, first, end), is_image=True))
        if text:
            self._keep(image)

    def _take_code(self, text: str, start: int, end: int) -> None:
        target = self._target()
        inner = self.text.find(text, start, end)
        target.code.append(target.flow.add(show_bars(text), inner if inner >= 0 else start, len(text)))
        self._inline_begin, self._inline_end = target.code[-1][0], end

    def _take_break(self, value: Any, start: int, end: int) -> None:
        self._target().flow.add(" ", start, 1)

    def _take_html(self, html: str, start: int, end: int) -> None:
        for match in marks.OVERRIDE.finditer(html):
            at = start + match.start()
            span = span_of(self.places, at, at + len(match.group()))
            self._pending.append((span, match["rule"], " ".join((match["reason"] or "").split())))
        rest = COMMENT.sub("", html).strip()
        if rest:
            at = start + html.find(rest[:1])
            self.body.html.append(
                RawHtml(rest, span_of(self.places, at, max(at + 1, start + len(html.rstrip()))))
            )

    def _target(self) -> Gathered:
        """Return the passage being read; text outside any block begins one."""
        if self._open is None:
            self._open = Gathered(Kind.ITEM if self._items else Kind.PARAGRAPH)
        return self._images[-1] if self._images else self._open

    def _add_text(self, text: str, start: int, end: int) -> None:
        if text.startswith("[") and start > 0 and self.text[start - 1] == "\\":
            text = ESCAPED_BRACKET + text[1:]
        elif start == self._inline_end and text.startswith("{"):
            width, language = class_after_inline(text)
            start, text = start + width, text[width:]
            self._say_language(self._inline_begin, language)
        self._target().flow.add(show_bars(text), start, end - start)

    def _say_language(self, begin: int, language: str) -> None:
        """Keep in which language the words from an offset on are; "" where nothing says it."""
        target = self._target()
        if language:
            target.foreign.append((begin, len(target.flow.text), language))

    def _settle_overrides(self, start: int, end: int) -> None:
        """Bind the waiting overrides to the top-level block that starts here."""
        first, last = self.places.place(start)[0], self.places.place(max(start, end - 1))[0]
        for span, rule, reason in self._pending:
            around = next(
                (b for b in self.body.blocks if span.line < b.span.line <= first <= b.end_line), None
            )
            until = around.end_line if around else last
            self.body.overrides.append(Override(rule, reason, span, first, until))
        self._pending.clear()

    def _flush(self) -> None:
        gathered, self._open = self._open, None
        if gathered is not None and gathered.flow.text.strip():
            if gathered.flow.text.endswith("}"):
                language = cut_last_line(gathered.flow, self.text)
                gathered.foreign += [(0, len(gathered.flow.text), language)] if language else []
            self._keep(gathered)

    def _keep(self, gathered: Gathered) -> None:
        if self.keep is not None and not self._goes_on(gathered) and not self.keep(gathered.flow.text):
            self._passages.append(None)
            return
        line = self.places.place(gathered.flow.offset(0))[0]
        inside = [block.name for block in self.body.blocks if block.span.line < line <= block.end_line]
        passage = passage_of(
            self.origin,
            gathered,
            in_quotation=bool(self._quotes),
            block=inside[-1] if inside else "",
            section=self._section,
            with_figures=self.keep is None,
        )
        self._passages.append(passage)

    def _goes_on(self, gathered: Gathered) -> bool:
        """Tell whether a quotation may be open before or after a passage."""
        before = self._is_quotation_open and gathered.kind is Kind.PARAGRAPH
        self._is_quotation_open = before or may_go_on(gathered.flow.text)
        return self._is_quotation_open


_Handlers = Mapping[str, Callable[[Reader, Any, int, int], None]]
_STARTS: _Handlers = {
    "Heading": Reader._start_heading,
    "Paragraph": Reader._start_paragraph,
    "BlockQuote": Reader._start_quotation,
    "CodeBlock": Reader._start_code,
    "HtmlBlock": Reader._start_html,
    "List": Reader._start_group,
    "Table": Reader._start_group,
    "Item": Reader._start_item,
    "TableHead": Reader._start_row,
    "TableRow": Reader._start_row,
    "TableCell": Reader._start_cell,
    "Emphasis": Reader._start_style,
    "Strong": Reader._start_style,
    "Link": Reader._start_link,
    "Image": Reader._start_image,
}
_ENDS: _Handlers = {
    "Heading": Reader._end_heading,
    "Paragraph": Reader._end_passage,
    "TableHead": Reader._end_passage,
    "TableRow": Reader._end_passage,
    "Item": Reader._end_item,
    "BlockQuote": Reader._end_quotation,
    "CodeBlock": Reader._end_code,
    "Emphasis": Reader._end_emphasis,
    "Strong": Reader._end_strong,
    "Link": Reader._end_link,
    "Image": Reader._end_image,
}
_WITHIN: _Handlers = {
    "Code": Reader._take_code,
    "SoftBreak": Reader._take_break,
    "HardBreak": Reader._take_break,
    "InlineHtml": Reader._take_html,
}
_INLINE_TAGS = ("Emphasis", "Strong", "Link", "Image")
