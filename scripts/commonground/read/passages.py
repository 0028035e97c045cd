"""From what was gathered of one paragraph, item, row or field to its passage."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from commonground.languages import Language
from commonground.model import marks
from commonground.model.citation import Citation
from commonground.model.figure import Figure, LeftAlone
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence, line_starts
from commonground.read.figures import NO_NUMERALS, Numerals, knows_numbers, read_numerals
from commonground.read.sentences import addresses, sentences, speech
from commonground.read.text import Flow, Places, shifter, span_of
from commonground.text.ranges import hide

ESCAPED_BRACKET = "\ue000"
"""Stands for a bracket after a backslash, so that it opens no citation."""


Ranges = list[tuple[int, int]]
T = TypeVar("T", Figure, LeftAlone)

_BETWEEN = re.compile(r";|,(?=\s*@)")


class Gathered(Struct):
    """A passage being read: its text so far, and the ranges of it in italics, code, an address or a language that is named."""

    kind: Kind
    level: int = 0
    flow: Flow = field(default_factory=Flow)
    italics: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    addresses: list[tuple[int, int]] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)


class Origin(Struct, frozen=True):
    """What a text belongs to, and where its characters stand there; ``reads_code``: code in it is read like other words."""

    path: str
    language: str
    locale: Language
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
    flow, cited, shifted = _without_marks(origin, gathered, cites=cites)
    text = flow.text.replace(ESCAPED_BRACKET, "[")
    named = sorted([*shifted(gathered.addresses), *addresses(text)])
    code = sorted([*shifted(gathered.code), *named])
    unread = named if origin.reads_code else code
    segments = flow.segments(origin.places)
    numerals = _numerals(text, origin, unread, _foreign(gathered, shifted)) if with_figures else NO_NUMERALS
    return Passage(
        path=origin.path,
        language=origin.language,
        kind=gathered.kind,
        text=text,
        segments=segments,
        sentences=_sentences(gathered.kind, text, cited, origin.locale),
        citations=cited,
        wide=flow.wide,
        speech=((0, len(text)),)
        if in_quotation
        else speech(text, shifted(gathered.italics), origin.locale, line_starts(segments)),
        code=tuple(code),
        unread=tuple(unread),
        figures=numerals.figures,
        left_alone=numerals.left_alone,
        block=block,
        section=section,
        owner=owner,
        label=label,
    )


def _sentences(kind: Kind, text: str, cited: tuple[Citation, ...], locale: Language) -> tuple[Sentence, ...]:
    if kind in (Kind.ROW, Kind.CODE):
        return (Sentence(0, len(text), cited),)
    return sentences(text, cited, locale)


def _foreign(gathered: Gathered, shifted: Callable[[Ranges], Ranges]) -> dict[tuple[int, int], str]:
    """Return the languages that a page names for some of its words, of those whose numbers are known."""
    named = ((start, end, code) for start, end, code in gathered.foreign if knows_numbers(code))
    return {shifted([(start, end)])[0]: code for start, end, code in named}


def _numerals(text: str, origin: Origin, unread: Ranges, foreign: Mapping[tuple[int, int], str]) -> Numerals:
    """Return the numerals of a text; those of words in another language are read in that one."""
    code = origin.locale.code
    found = read_numerals(text, code, [*unread, *foreign]) if knows_numbers(code) else NO_NUMERALS
    if not foreign:
        return found
    figures, left = {one.start: one for one in found.figures}, {one.start: one for one in found.left_alone}
    for (start, end), other in foreign.items():
        hidden = [(max(0, a - start), min(b, end) - start) for a, b in unread if start < b and a < end]
        there = read_numerals(text[start:end], other, hidden)
        figures |= {one.start: one for one in (_moved(one, start) for one in there.figures)}
        left |= {one.start: one for one in (_moved(one, start) for one in there.left_alone)}
    return Numerals(tuple(figures[at] for at in sorted(figures)), tuple(left[at] for at in sorted(left)))


def _moved(one: T, by: int) -> T:
    return replace(one, start=one.start + by, end=one.end + by)


def _without_marks(
    origin: Origin, gathered: Gathered, *, cites: bool
) -> tuple[Flow, tuple[Citation, ...], Callable[[Ranges], Ranges]]:
    """Return a text with one character for each citation mark, the citations, and what moves ranges to where they are now."""
    marked = gathered.flow
    hidden = hide(marked.text, [*gathered.code, *gathered.addresses])
    found = list(marks.CITATION.finditer(hidden)) if cites and "[@" in hidden else []
    ranges = [match.span() for match in found]
    before = shifter(ranges)
    flow, moved = (marked.replaced(ranges, CITATION_CHARACTER) if found else marked).composed()

    def shifted(ranges: Ranges) -> Ranges:
        return [(moved(before(start)), moved(before(end))) for start, end in ranges]

    cited = tuple(
        citation
        for match in found
        for citation in _citations(origin.places, match, marked, moved(before(match.start())))
    )
    return flow, cited, shifted


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
