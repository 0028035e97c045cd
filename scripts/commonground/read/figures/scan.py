"""From a text to its figures, and to the numerals that are none: numbers first, then ranges."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    marks = [mark.start() for mark in _FIRST_MARKS.finditer(shown)]
    lowered, places = _cased(scan, shown, _lowered(scan, shown), marks)
    starts = _starts(scan, lowered, marks)
    if not starts:
        return NO_NUMERALS
    found = list(_numbers(scan, scan.prose, lowered, starts, places))
    numbers = [item for item in found if isinstance(item, Number)]
    left = [item for item in found if isinstance(item, LeftAlone)]
    figures = []
    for run in ranges(scan, lowered, numbers):
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
    marks = [mark.start() for mark in _FIRST_MARKS.finditer(recorded)]
    lowered, _ = _cased(scan, recorded, _lowered(scan, recorded), marks)
    items = _numbers(scan, scan.record, lowered, _starts(scan, lowered, marks), {})
    numbers = [item for item in items if isinstance(item, Number)]
    found = tuple(number.quantity for run in ranges(scan, lowered, numbers) for number in run)
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


def _lowered(scan: Scanner, text: str) -> str:
    """Return the text in lower case and of the same length, but for months that need their capital."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    for month in scan.capital.finditer(text) if scan.capital else ():
        lowered = lowered[: month.start()] + month.group().upper() + lowered[month.end() :]
    return lowered


def _cased(scan: Scanner, text: str, lowered: str, marks: Sequence[int]) -> tuple[str, dict[int, int]]:
    """Return the lower-case text with the capitals of letters such as the M of "2.5M", and where street numbers end."""
    places = {}
    for at in marks:
        match = scan.cased.match(text, at)
        if match and match["letter"]:
            lowered = lowered[:at] + match.group() + lowered[match.end() :]
        elif match and (house := _HOUSE.match(text, at)):
            places[at] = house.end()
    return lowered, places


def _numbers(
    scan: Scanner, pattern: re.Pattern[str], text: str, starts: Sequence[int], places: Mapping[int, int]
) -> Iterator[Number | LeftAlone]:
    """Yield every number of a lower-case text, and in its place each that is a date, section or telephone number."""
    at = list_end = 0
    for start in starts:
        if start < at:
            continue
        if start in places:
            at = places[start]
            yield LeftAlone(start, at, Reason.NUMBERED)
            continue
        match = pattern.match(text, start)
        if match is None:
            if name := _NAME.match(text, start):
                at = name.end()
                yield LeftAlone(start, at, Reason.NAME)
            continue
        reason = _REASONS.get(match.lastgroup or "")
        number = None if reason or match["article"] is not None else read_number(scan, match)
        may_name = number is None or (number.is_bare and number.in_digits)
        before = Before(text, start)
        is_listed = may_name and _is_in_list(scan, text, start, list_end, before)
        found: Number | LeftAlone = LeftAlone(start, match.end(), reason or Reason.PHRASE)
        if number:
            found = left_alone(scan, text, number, before, is_listed=is_listed) or number
        at = found.end
        list_end = at if is_listed and found is not number else 0
        if found is number or _NUMERAL.search(text, start, at):
            yield found


def _starts(scan: Scanner, text: str, marks: Sequence[int]) -> list[int]:
    """Return where numbers may begin, in order: a mark before a digit may belong to the number, or be a dash."""
    starts = [match.start() for match in scan.first_words.finditer(text)]
    if not marks:
        return starts
    for at in marks:
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


def _is_in_list(scan: Scanner, text: str, start: int, list_end: int, before: Before) -> bool:
    """Tell whether a number goes on a list of names; ``list_end`` is where the name before it ended, or 0."""
    if list_end and scan.naming.list_joint.fullmatch(text, list_end, start):
        return True
    return scan.naming.list_labels.end(before)
