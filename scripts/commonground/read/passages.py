"""From what was gathered of one paragraph, item, row or field to its passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from commonground.model import marks
from commonground.model.citation import Citation
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence, line_starts
from commonground.model.settings import Locale
from commonground.read.figures import NO_NUMERALS, read_numerals
from commonground.read.sentences import addresses, sentences, speech
from commonground.read.text import Flow, Places, hide, shifter, span_of

ESCAPED_BRACKET = "\ue000"
"""Stands for a bracket after a backslash, so that it opens no citation."""


_BETWEEN = re.compile(r";|,(?=\s*@)")


@dataclass(slots=True)
class Gathered:
    """A passage being read: its text so far, and the ranges of it that are in italics, code or an address."""

    kind: Kind
    level: int = 0
    flow: Flow = field(default_factory=Flow)
    italics: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    addresses: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a text belongs to, and where its characters stand there; ``reads_code``: code in it is read like other words."""

    path: str
    language: str
    locale: Locale
    places: Places
    reads_code: bool = True


def passage_of(
    origin: Origin,
    gathered: Gathered,
    *,
    in_quotation: bool = False,
    block: str = "",
    section: str = "",
    owner: str = "",
    label: str = "",
    with_figures: bool = True,
    cites: bool = True,
) -> Passage:
    """
    Turn what was gathered into a passage: citations, sentences, speech and figures found.

    Args: cites: A citation mark is one; False where it would be shown as it is written.
    """
    hidden = hide(gathered.flow.text, [*gathered.code, *gathered.addresses])
    found = list(marks.CITATION.finditer(hidden)) if cites and "[@" in hidden else []
    marked = gathered.flow
    ranges = [match.span() for match in found]
    flow = (marked.replaced(ranges, CITATION_CHARACTER) if found else marked).composed()
    text = flow.text.replace(ESCAPED_BRACKET, "[")
    shift = shifter(ranges)
    named = sorted([(shift(a), shift(b)) for a, b in gathered.addresses] + list(addresses(text)))
    code = sorted([(shift(a), shift(b)) for a, b in gathered.code] + named)
    unread = named if origin.reads_code else code
    italics = [(shift(a), shift(b)) for a, b in gathered.italics]
    cited = tuple(
        citation
        for match in found
        for citation in _citations(origin.places, match, marked, shift(match.start()))
    )
    whole = (Sentence(0, len(text), cited),)
    segments = flow.segments(origin.places)
    numerals = read_numerals(text, origin.language, unread) if with_figures else NO_NUMERALS
    return Passage(
        path=origin.path,
        language=origin.language,
        kind=gathered.kind,
        text=text,
        segments=segments,
        sentences=whole if gathered.kind in (Kind.ROW, Kind.CODE) else sentences(text, cited, origin.locale),
        citations=cited,
        wide=flow.wide,
        speech=((0, len(text)),)
        if in_quotation
        else speech(text, italics, origin.locale, line_starts(segments)),
        code=tuple(code),
        unread=tuple(unread),
        figures=numerals.figures,
        left_alone=numerals.left_alone,
        block=block,
        section=section,
        owner=owner,
        label=label,
    )


def _citations(places: Places, match: re.Match[str], flow: Flow, offset: int) -> Iterator[Citation]:
    position = match.start(1)
    # Where a comma stands for the semicolon, a check says so; what is meant is plain all the same.
    for raw in _BETWEEN.split(match.group(1)):
        lead = len(raw) - len(raw.lstrip())
        start, end = flow.offset(position + lead), flow.offset(position + len(raw.rstrip()) - 1) + 1
        part = marks.CITATION_PART.fullmatch(raw)
        span = span_of(places, start, max(end, start + 1))
        source, finding, locator = part.group("source", "finding", "locator") if part else ("", None, "")
        after_comma = match.string[position - 1] == ","
        yield Citation(source, finding, locator or "", span, offset, raw.strip(), after_comma)
        position += len(raw) + 1
