"""
Markdown to passages with exact places.

The renderer forgets where things stood, so this reader finds spans itself, with pulldown-cmark's events (byte ranges,
through pyromark). ``model/marks.py`` spells our own marks for both, and a test compares what the two saw.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pyromark

from commonground.model import marks
from commonground.model.article import Block, Link, Override, RawHtml
from commonground.model.citation import Citation
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence
from commonground.model.position import Span
from commonground.model.settings import Locale
from commonground.read.blocks import mask_blocks
from commonground.read.figures import read_numerals
from commonground.read.sentences import addresses, sentences, speech
from commonground.read.text import Flow, Lines, Places, byte_offsets, hide, shifter, span_of

MAX_DEPTH = 12
"""Levels of nesting that a page may use; the renderer is recursive, and no reader can follow more."""

_MARKUP = re.compile(r"[\[\]*_`<\\&]")
_ESCAPED_BRACKET = "\ue000"
_CELL_GAP = " | "


@dataclass(slots=True)
class _Open:
    """A passage being read."""

    kind: Kind
    level: int = 0
    flow: Flow = field(default_factory=Flow)
    italics: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """What one body of Markdown holds, in reading order."""

    passages: list[Passage] = field(default_factory=list)
    headings: list[tuple[int, str, Span]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    html: list[RawHtml] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    too_deep: Span | None = None


def inline_passage(
    text: str,
    *,
    path: str,
    language: str,
    locale: Locale,
    place: tuple[int, int] | Places,
    kind: Kind,
    owner: str = "",
    label: str = "",
) -> Passage:
    """
    Read one short text (a field, a title) as inline Markdown.

    Args: place: Line and column of its first character in the file, or what knows the place of each.
    """
    places = Lines(text, *place) if isinstance(place, tuple) else place
    reader = _Reader(text, path, language, locale, places)
    opened = _Open(kind)
    if _MARKUP.search(text):
        reader.read_inline(opened)
    else:
        opened.flow.add(text.replace("\n", " "), 0, len(text))
    return reader.passage(opened, owner=owner, label=label)


def read_body(
    text: str,
    *,
    path: str,
    language: str,
    locale: Locale,
    first_line: int,
    keep: Callable[[str], bool] | None = None,
) -> Body:
    """
    Read the Markdown below the front matter.

    Args: first_line: The file's line on which it starts. keep: Passages whose text it refuses are left out.
    """
    lines = Lines(text, first_line)
    masked, blocks = mask_blocks(text, lines)
    reader = _Reader(masked, path, language, locale, lines)
    reader.keep = keep
    reader.body.blocks = blocks
    reader.read()
    reader.finish()
    return reader.body


class _Reader:
    """Walks the events of one text and gathers what they say."""

    def __init__(self, text: str, path: str, language: str, locale: Locale, lines: Places) -> None:
        self.text = text
        self.path = path
        self.language = language
        self.locale = locale
        self.lines = lines
        self.body = Body()
        self._open: _Open | None = None
        self._depth = 0
        self._quotes = 0
        self._items = 0
        self._code_block = False
        self._links: list[tuple[str, int, bool, int]] = []
        self._image: _Open | None = None
        self._styles: list[int] = []
        self._section = ""
        self._pending: list[tuple[Span, str, str]] = []
        self.keep: Callable[[str], bool] | None = None

    def read(self) -> None:
        """Read the whole text."""
        for event, start, end in self._events():
            self._take(event, start, end)

    def read_inline(self, opened: _Open) -> None:
        """Read a text without block structure into one passage."""
        self._open = opened
        for event, start, end in self._events():
            match event:
                case {"Start": "Paragraph"} | {"End": "Paragraph"}:
                    continue
                case {"Start": {"Link": _} | {"Image": _} | "Emphasis" | "Strong"} | {"End": _} | {"Text": _}:
                    self._take_inline(event, start, end)
                case {"Code": _} | {"InlineHtml": _} | {"Html": _} | "SoftBreak" | "HardBreak":
                    self._take_inline(event, start, end)
        if not opened.flow.text.strip():
            # Block syntax in a field (a leading "-", "#" or "1."): it is shown as it stands.
            opened.flow = Flow()
            opened.flow.add(self.text.replace("\n", " "), 0, len(self.text))

    def _events(self) -> Iterator[tuple[object, int, int]]:
        to_offset = byte_offsets(self.text)
        for event, span in pyromark.events_with_range(self.text, options=pyromark.Options.ENABLE_TABLES):
            start, end = span["start"], span["end"]
            yield (
                event,
                (start if to_offset is None else to_offset[start]),
                (end if to_offset is None else to_offset[end]),
            )

    def _take(self, event: object, start: int, end: int) -> None:
        # Half of all events are text: they go the short way.
        text = event.get("Text") if type(event) is dict else None
        if text is not None:
            if not self._code_block:
                self._add_text(self._target(), text, start, end)
            return
        match event:
            case {"Start": tag}:
                self._depth += 1
                if self._depth > MAX_DEPTH and self.body.too_deep is None:
                    self.body.too_deep = span_of(self.lines, start, start + 1)
                self._settle_overrides(start, end, tag)
                self._start(tag, start, end)
            case {"End": tag}:
                self._depth -= 1
                self._end(tag, start, end)
            case {"Html": str(html)}:
                self._take_html(html, start, end)
            case _:
                if not self._code_block:
                    self._take_inline(event, start, end)

    def _start(self, tag: object, start: int, end: int) -> None:
        match tag:
            case {"Heading": {"level": level}}:
                self._open = _Open(Kind.HEADING, int(str(level).lstrip("H")))
            case "Paragraph":
                self._begin_text()
            case {"BlockQuote": _}:
                self._flush()
                self._quotes += 1
            case {"CodeBlock": _}:
                self._flush()
                self._code_block = True
            case {"List": _} | {"Table": _}:
                self._flush()
            case "Item":
                self._flush()
                self._items += 1
            case "TableHead" | "TableRow":
                self._open = _Open(Kind.ROW)
            case "TableCell":
                if self._open and self._open.flow.text:
                    self._open.flow.add(_CELL_GAP, max(0, start - 1), 1)
            case _:
                self._take_inline({"Start": tag}, start, end)

    def _begin_text(self) -> None:
        self._flush()
        self._open = _Open(Kind.ITEM if self._items else Kind.PARAGRAPH)

    def _end(self, tag: object, start: int, end: int) -> None:
        match tag:
            case {"Heading": _}:
                self._end_heading(start, end)
            case "Paragraph" | "TableHead" | "TableRow":
                self._flush()
            case "Item":
                self._flush()
                self._items -= 1
            case {"BlockQuote": _}:
                self._flush()
                self._quotes -= 1
            case "CodeBlock" | {"CodeBlock": _}:
                self._code_block = False
            case "TableCell" | "Table" | {"List": _} | {"Table": _} | "HtmlBlock":
                pass
            case _:
                self._take_inline({"End": tag}, start, end)

    def _end_heading(self, start: int, end: int) -> None:
        opened = self._open
        if opened is None:
            return
        self._flush()
        text = " ".join(opened.flow.text.split())
        raw = self.text[start:end].rstrip()
        self.body.headings.append((opened.level, text, span_of(self.lines, start, start + len(raw))))
        if opened.level <= 2:
            self._section = text

    def _target(self) -> _Open:
        """Return the passage being read; text outside any block begins one."""
        if self._open is None:
            self._open = _Open(Kind.ITEM if self._items else Kind.PARAGRAPH)
        return self._image or self._open

    def _take_inline(self, event: object, start: int, end: int) -> None:
        target = self._target()
        match event:
            case {"Text": str(text)}:
                self._add_text(target, text, start, end)
            case {"Code": str(text)}:
                inner = self.text.find(text, start, end)
                target.code.append(target.flow.add(text, inner if inner >= 0 else start, len(text)))
            case "SoftBreak" | "HardBreak":
                target.flow.add(" ", start, 1)
            case {"InlineHtml": str(html)} | {"Html": str(html)}:
                self._take_html(html, start, end)
            case {"Start": "Emphasis" | "Strong"}:
                self._styles.append(len(target.flow.text))
            case {"End": ("Emphasis" | "Strong") as style}:
                begin = self._styles.pop()
                if style == "Emphasis":
                    target.italics.append((begin, len(target.flow.text)))
            case {"Start": {"Link": link}}:
                self._links.append(
                    (link["dest_url"], len(target.flow.text), link["link_type"] == "Autolink", start)
                )
            case {"End": "Link"}:
                self._end_link(target, end)
            case {"Start": {"Image": image}}:
                self._image = _Open(Kind.IMAGE_TEXT)
                self._links.append((image["dest_url"], 0, False, start))
            case {"End": "Image"}:
                self._end_image(end)

    def _add_text(self, target: _Open, text: str, start: int, end: int) -> None:
        if text.startswith("[") and start > 0 and self.text[start - 1] == "\\":
            text = _ESCAPED_BRACKET + text[1:]
        target.flow.add(text, start, end - start)

    def _end_link(self, target: _Open, end: int) -> None:
        address, begin, is_bare, start = self._links.pop()
        if is_bare:
            target.code.append((begin, len(target.flow.text)))
        self.body.links.append(
            Link(address, target.flow.text[begin:].strip(), span_of(self.lines, start, end))
        )

    def _end_image(self, end: int) -> None:
        address, _, _, start = self._links.pop()
        image, self._image = self._image, None
        if image is None:
            return
        text = image.flow.text.strip()
        self.body.links.append(Link(address, text, span_of(self.lines, start, end), is_image=True))
        if text:
            self._keep(image)

    def _take_html(self, html: str, start: int, end: int) -> None:
        for match in marks.OVERRIDE.finditer(html):
            at = start + match.start()
            span = span_of(self.lines, at, at + len(match.group()))
            self._pending.append((span, match["rule"], " ".join((match["reason"] or "").split())))
        rest = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
        if rest.strip():
            at = start + html.find(rest.strip()[:1])
            self.body.html.append(
                RawHtml(rest.strip(), span_of(self.lines, at, max(at + 1, start + len(html.rstrip()))))
            )

    def _settle_overrides(self, start: int, end: int, tag: object) -> None:
        """Bind the waiting overrides to the top-level block that starts here."""
        if self._depth != 1 or not self._pending or tag == "HtmlBlock":
            return
        first, last = self.lines.place(start)[0], self.lines.place(max(start, end - 1))[0]
        for span, rule, reason in self._pending:
            around = next(
                (b for b in self.body.blocks if span.line < b.span.line <= first <= b.end_line), None
            )
            until = around.end_line if around else last
            self.body.overrides.append(Override(rule, reason, span, first, until))
        self._pending.clear()

    def finish(self) -> None:
        """Keep overrides that no block follows: they hold for nothing."""
        for span, rule, reason in self._pending:
            self.body.overrides.append(Override(rule, reason, span, span.end_line + 1, span.end_line))
        self._pending.clear()

    def _flush(self) -> None:
        opened, self._open = self._open, None
        if opened is not None and opened.flow.text.strip():
            self._keep(opened)

    def _keep(self, opened: _Open) -> None:
        if self.keep is not None and not self.keep(opened.flow.text):
            return
        line = self.lines.place(opened.flow.offsets[0])[0]
        inside = [block for block in self.body.blocks if block.span.line < line <= block.end_line]
        block = inside[-1].name if inside else ""
        self.body.passages.append(self.passage(opened, block=block, section=self._section))

    def passage(
        self, opened: _Open, *, block: str = "", section: str = "", owner: str = "", label: str = ""
    ) -> Passage:
        """Turn what was gathered into a passage: citations, sentences, speech and figures found."""
        hidden = hide(opened.flow.text, opened.code)
        found = list(marks.CITATION.finditer(hidden)) if "[@" in hidden else []
        marked = opened.flow
        ranges = [match.span() for match in found]
        flow = (marked.replaced(ranges, CITATION_CHARACTER) if found else marked).composed()
        segments = flow.segments(self.lines)
        text = flow.text.replace(_ESCAPED_BRACKET, "[")
        shift = shifter(ranges)
        code = sorted([(shift(a), shift(b)) for a, b in opened.code] + list(addresses(text)))
        italics = [(shift(a), shift(b)) for a, b in opened.italics]
        cited = tuple(
            citation for match in found for citation in self._citations(match, marked, shift(match.start()))
        )
        said = ((0, len(text)),) if self._quotes else speech(text, italics, self.locale)
        whole = (Sentence(0, len(text), cited),)
        numerals = read_numerals(text, self.language, code)
        return Passage(
            path=self.path,
            language=self.language,
            kind=opened.kind,
            text=text,
            segments=segments,
            sentences=whole if opened.kind is Kind.ROW else sentences(text, cited, self.locale),
            citations=cited,
            wide=flow.wide,
            speech=said,
            code=tuple(code),
            figures=numerals.figures,
            left_alone=numerals.left_alone,
            block=block,
            section=section,
            owner=owner,
            label=label,
        )

    def _citations(self, match: re.Match[str], flow: Flow, offset: int) -> Iterator[Citation]:
        position = match.start(1)
        for raw in match.group(1).split(";"):
            lead = len(raw) - len(raw.lstrip())
            start, end = flow.offsets[position + lead], flow.offsets[position + len(raw.rstrip()) - 1] + 1
            part = marks.CITATION_PART.fullmatch(raw)
            span = span_of(self.lines, start, max(end, start + 1))
            if part:
                yield Citation(
                    part["source"], part["finding"], part["locator"] or "", span, offset, raw.strip()
                )
            else:
                yield Citation("", None, "", span, offset, raw.strip())
            position += len(raw) + 1
