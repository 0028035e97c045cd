"""From a text to its figures, and to the numerals that are none: numbers first, then ranges."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from commonground.model.figure import Figure, LeftAlone, Quantity, Reason, Unit, exact
from commonground.read.figures.english import ENGLISH
from commonground.read.figures.french import FRENCH
from commonground.read.figures.grammar import GLYPHS, Scanner, scanner
from commonground.read.figures.left_alone import left_alone
from commonground.read.figures.names import Before
from commonground.read.figures.number import Number, read_number
from commonground.read.figures.plain import plain
from commonground.read.figures.ranges import ranges

_GRAMMARS = {"en": ENGLISH, "fr": FRENCH}
_HIDDEN = "\ufffc"
_REASONS = Reason.__members__
_NUMERAL = re.compile("[0-9]+")
_NAME = re.compile(r"\d+(?:-\d+)*(?!\d|-\d|[.,]\d|\s?%)|\d+")
"""What a numeral that is none has with it: the 1234-18 of "T-1234-18"."""

_FIRST_MARKS = re.compile(rf"[0-9$€£¥₹×{''.join(GLYPHS)}][0-9]*")
_HOUSE = re.compile(r"\d[\w-]*")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The figures of a text and the numerals that are none, each in reading order; together they hold every digit."""

    figures: tuple[Figure, ...]
    left_alone: tuple[LeftAlone, ...]


NO_NUMERALS = Numerals((), ())


def read_numerals(text: str, language: str, code: Sequence[tuple[int, int]] = ()) -> Numerals:
    """
    Return the figures of a text and the numerals left alone; spans are tight, and none overlaps another.

    What stands in the ranges of ``code`` is not read. A language without number words of its own is read with the
    English ones.
    """
    scan = _scanner(language)
    shown = text
    for start, end in code:
        shown = shown[:start] + _HIDDEN * (end - start) + shown[end:]
    shown, offsets = plain(shown)
    reading = _reading(scan, shown)
    starts = _starts(scan, reading)
    if not starts:
        return NO_NUMERALS
    found = list(_numbers(scan, scan.prose, reading, starts))
    numbers = [item for item in found if isinstance(item, Number)]
    left = [item for item in found if isinstance(item, LeftAlone)]
    figures = []
    for run in ranges(scan, reading.lowered, numbers):
        if any(number.is_figure for number in run):
            figures.append(_figure(text, run, offsets))
        else:
            left += [LeftAlone(n.start, n.end, Reason.SMALL) for n in run if n.in_digits]
    if offsets is not None:
        left = [LeftAlone(*_placed(offsets, one.start, one.end), one.reason) for one in left]
    return Numerals(tuple(figures), tuple(sorted(left, key=lambda one: one.start)))


def find_figures(text: str, language: str, code: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """Return the figures of a text in reading order, as ``read_numerals`` does."""
    return read_numerals(text, language, code).figures


def parse_quantities(recorded: str, language: str) -> tuple[Quantity, ...]:
    """
    Return every quantity of a recorded figure or plain rendering, spelled counts ("five") and small numbers included.

    A text without any gives an empty tuple; "2014" alone is a number here, not a year.
    """
    scan = _scanner(language)
    recorded, _ = plain(recorded)
    reading = replace(_reading(scan, recorded), places={})
    items = _numbers(scan, scan.record, reading, _starts(scan, reading))
    numbers = [item for item in items if isinstance(item, Number)]
    found = tuple(number.quantity for run in ranges(scan, reading.lowered, numbers) for number in run)
    if found:
        return found
    return tuple(Quantity(exact(digits), Unit.NUMBER) for digits in _NUMERAL.findall(recorded))


def _figure(text: str, run: tuple[Number, ...], offsets: Sequence[int] | None) -> Figure:
    start, end = run[0].start, run[-1].end
    if offsets is not None:
        start, end = _placed(offsets, start, end)
    quantities = tuple(number.quantity for number in run)
    return Figure(start, end, text[start:end], quantities, next((n.bare for n in run if n.bare), None))


def _placed(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return where a range of the plain text stands in the text."""
    return offsets[start], offsets[end - 1] + 1


@cache
def _scanner(language: str) -> Scanner:
    return scanner(_GRAMMARS.get(language, ENGLISH))


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A text being read.

    Attributes:
        shown: As a reader sees it.
        lowered: In lower case and of the same length, but for months, and letters after numbers, that need their capital.
        marks: Where digits and currencies begin.
        places: Where a street's number begins, and where it ends.
    """

    shown: str
    lowered: str
    marks: Sequence[int]
    places: Mapping[int, int]


def _reading(scan: Scanner, shown: str) -> Reading:
    lowered = shown.lower()
    if len(lowered) != len(shown):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in shown)
    months = scan.capital.finditer(shown) if scan.capital else ()
    capitals = [(match.start(), match.group().upper()) for match in months]
    marks = [mark.start() for mark in _FIRST_MARKS.finditer(shown)]
    places = {}
    for at in marks:
        match = scan.cased.match(shown, at)
        if match and match["letter"]:
            capitals.append((at, match.group()))
        elif match and (house := _HOUSE.match(shown, at)):
            places[at] = house.end()
    for at, kept in capitals:
        lowered = lowered[:at] + kept + lowered[at + len(kept) :]
    return Reading(shown, lowered, marks, places)


def _numbers(
    scan: Scanner, pattern: re.Pattern[str], text: Reading, starts: Sequence[int]
) -> Iterator[Number | LeftAlone]:
    """Yield every number of a text, and in its place each that is a date, section or telephone number."""
    at = list_end = 0
    last: LeftAlone | None = None
    for start in starts:
        if start < at:
            continue
        found: Number | LeftAlone | None = None
        match = None if start in text.places else pattern.match(text.lowered, start)
        if match is None:
            found = _name(text, start)
        else:
            reason = _REASONS.get(match.lastgroup or "")
            number = None if reason or match["article"] is not None else read_number(scan, match)
            before = Before(text.shown, start, last)
            is_listed = _is_in_list(scan, text.lowered, number, start, list_end, before)
            found = number or LeftAlone(start, match.end(), reason or Reason.PHRASE)
            if number and (left := left_alone(scan, text.lowered, number, before, is_listed=is_listed)):
                found = left
            list_end = found.end if is_listed and found is not number else 0
        if found is None:
            continue
        at = found.end
        if isinstance(found, Number):
            yield found
        elif _NUMERAL.search(text.lowered, start, at):
            last = found
            yield found


def _name(text: Reading, start: int) -> LeftAlone | None:
    """Return a numeral that belongs to a street or a name."""
    if start in text.places:
        return LeftAlone(start, text.places[start], Reason.NUMBERED)
    name = _NAME.match(text.lowered, start)
    return LeftAlone(start, name.end(), Reason.NAME) if name else None


def _starts(scan: Scanner, reading: Reading) -> list[int]:
    """Return where numbers may begin, in order: a mark before a digit may belong to the number, or be a dash."""
    text = reading.lowered
    starts = [match.start() for match in scan.first_words.finditer(text)]
    if not reading.marks:
        return starts
    for at in reading.marks:
        if not text[at].isdigit() and text[at + 1 : at + 2].isdigit():
            starts.append(at + 1)
        if text[at] == "$":
            at = _before_letters(text, at)
        elif at and text[at - 1] in "-−+.,[":
            starts.append(at - 1)
        starts.append(at)
    return sorted(starts)


def _before_letters(text: str, dollar: int) -> int:
    """Return where "US$" begins."""
    start = dollar
    while start > max(0, dollar - 2) and text[start - 1].isalpha():
        start -= 1
    return start


def _is_in_list(
    scan: Scanner, text: str, number: Number | None, start: int, list_end: int, before: Before
) -> bool:
    """Tell whether a numeral goes on a list of names; ``list_end`` is where the name before it ended, or 0."""
    if number and not (number.is_bare and number.in_digits):
        return False
    if list_end and scan.naming.list_joint.fullmatch(text, list_end, start):
        return True
    return scan.naming.list_labels.end(before)
