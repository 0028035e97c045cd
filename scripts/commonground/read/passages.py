"""From what was gathered of one paragraph, item, row or field to its passage."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from commonground.languages import Language
from commonground.model import marks
from commonground.model.citation import Citation
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence, line_starts
from commonground.read.figures import NO_NUMERALS, knows_numbers, read_numerals
from commonground.read.sentences import addresses, sentences, speech
from commonground.read.text import Flow, Places, hide, shifter, span_of

ESCAPED_BRACKET = "\ue000"
"""Stands for a bracket after a backslash, so that it opens no citation."""


_BETWEEN = re.compile(r";|,(?=\s*@)")


class Gathered(Struct):
    """A passage being read: its text so far, and the ranges of it that are in italics, code or an address."""

    kind: Kind
    level: int = 0
    flow: Flow = field(default_factory=Flow)
    italics: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    addresses: list[tuple[int, int]] = field(default_factory=list)


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
    hidden = hide(gathered.flow.text, [*gathered.code, *gathered.addresses])
    found = list(marks.CITATION.finditer(hidden)) if cites and "[@" in hidden else []
    marked = gathered.flow
    ranges = [match.span() for match in found]
    before = shifter(ranges)
    flow, moved = (marked.replaced(ranges, CITATION_CHARACTER) if found else marked).composed()

    def shifted(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(moved(before(start)), moved(before(end))) for start, end in ranges]

    text = flow.text.replace(ESCAPED_BRACKET, "[")
    named = sorted([*shifted(gathered.addresses), *addresses(text)])
    code = sorted([*shifted(gathered.code), *named])
    unread = named if origin.reads_code else code
    cited = tuple(
        citation
        for match in found
        for citation in _citations(origin.places, match, marked, moved(before(match.start())))
    )
    is_one = gathered.kind in (Kind.ROW, Kind.CODE)
    segments = flow.segments(origin.places)
    starts = line_starts(segments)
    can_read = with_figures and knows_numbers(origin.locale.code)
    numerals = read_numerals(text, origin.locale.code, unread) if can_read else NO_NUMERALS
    whole = (0, len(text))
    return Passage(
        path=origin.path,
        language=origin.language,
        kind=gathered.kind,
        text=text,
        segments=segments,
        sentences=(Sentence(*whole, cited),) if is_one else sentences(text, cited, origin.locale),
        citations=cited,
        wide=flow.wide,
        speech=(whole,) if in_quotation else speech(text, shifted(gathered.italics), origin.locale, starts),
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
