"""From a text to its figures, and to the numerals that are none: numbers first, then ranges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from commonground.model.figure import Figure, LeftAlone, Quantity, Reason, Unit, exact
from commonground.read.figures.english import ENGLISH
from commonground.read.figures.french import FRENCH
from commonground.read.figures.grammar import Scanner, scanner
from commonground.read.figures.number import LOOK_BACK, Number, read_number
from commonground.read.figures.ranges import ranges

_GRAMMARS = {"en": ENGLISH, "fr": FRENCH}
_HIDDEN = "\ufffc"
_REASONS = Reason.__members__
_NUMERAL = re.compile(r"[0-9]+")
_FIRST_MARKS = re.compile(r"[0-9]+|[$€£½¼¾⅓⅔]")
_SHORT_CODE = re.compile(r"(?:[2-8]11|\d{5,6})(?!\w|[.,]\d)")
_LEVELS = frozenset(map(Fraction, ("80", "90", "95", "97.5", "98", "99", "99.9")))
"""Per cents at which intervals are given."""

_AFTER_LEVEL = re.compile(r"%[\s-](?:\w+\s)*\w+$")
"""The level stands already: the number after "95% CI" is an end of the interval."""


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
    lowered = _lowered(scan, text)
    for start, end in code:
        lowered = lowered[:start] + _HIDDEN * (end - start) + lowered[end:]
    found = list(_numbers(scan, scan.prose, lowered))
    numbers = [item for item in found if isinstance(item, Number)]
    left = [item for item in found if isinstance(item, LeftAlone)]
    figures = []
    for run in ranges(scan, lowered, numbers):
        if any(number.is_figure for number in run):
            figures.append(_figure(text, run))
        else:
            left += [LeftAlone(n.start, n.end, Reason.SMALL) for n in run if n.in_digits]
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
    lowered = _lowered(scan, recorded)
    numbers = [item for item in _numbers(scan, scan.record, lowered) if isinstance(item, Number)]
    found = tuple(number.quantity for run in ranges(scan, lowered, numbers) for number in run)
    if found:
        return found
    return tuple(Quantity(exact(digits), Unit.NUMBER) for digits in _NUMERAL.findall(recorded))


def _figure(text: str, run: tuple[Number, ...]) -> Figure:
    start, end = run[0].start, run[-1].end
    quantities = tuple(number.quantity for number in run)
    return Figure(start, end, text[start:end], quantities, next((n.bare for n in run if n.bare), None))


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


def _numbers(scan: Scanner, pattern: re.Pattern[str], text: str) -> Iterator[Number | LeftAlone]:
    """Yield every number of a lower-case text, and in its place each that is a date, section or telephone number."""
    at = list_end = 0
    for start in _starts(scan, text):
        if start < at:
            continue
        match = pattern.match(text, start)
        if match is None:
            if name := _NUMERAL.match(text, start):
                yield LeftAlone(start, name.end(), Reason.NAME)
            continue
        reason = _REASONS.get(match.lastgroup or "")
        number = None if reason or match["article"] is not None else read_number(scan, match)
        may_name = number is None or (number.is_bare and number.in_digits)
        is_listed = may_name and _is_in_list(scan, text, start, list_end)
        found: Number | LeftAlone = LeftAlone(start, match.end(), reason or Reason.PHRASE)
        if number:
            found = _left(scan, text, number, is_listed) or number
        at = found.end
        list_end = at if is_listed and found is not number else 0
        if found is number or _NUMERAL.search(text, start, at):
            yield found


def _starts(scan: Scanner, text: str) -> list[int]:
    """Return where numbers may begin, in order: a mark before a digit may belong to the number, or be a dash."""
    starts = [match.start() for match in scan.first_words.finditer(text)]
    for match in _FIRST_MARKS.finditer(text):
        at = match.start()
        if text[at] == "$":
            at = _before_letters(text, at)
        elif at and text[at - 1] in "-−.,[":
            starts.append(at - 1)
        starts.append(at)
    return sorted(starts)


def _before_letters(text: str, dollar: int) -> int:
    """Return where "US$" begins."""
    start = dollar
    while start > max(0, dollar - 2) and text[start - 1].isalpha():
        start -= 1
    return start


def _is_in_list(scan: Scanner, text: str, start: int, list_end: int) -> bool:
    """Tell whether a number goes on a list of names; ``list_end`` is where the name before it ended, or 0."""
    if list_end and scan.list_joint.fullmatch(text, list_end, start):
        return True
    return _before(text, start).endswith(scan.list_labels)


def _left(scan: Scanner, text: str, number: Number, is_listed: bool) -> LeftAlone | None:
    """Return a number that words before it take out of count ("section 213"), or None where it is a quantity."""
    before = _before(text, number.start)
    if not number.is_bare:
        return LeftAlone(number.start, number.end, Reason.LEVEL) if _is_idiom(scan, number, before) else None
    if not number.in_digits:
        return None
    match, reason = None, Reason.NUMBERED
    if is_listed:
        match = scan.listed.match(text, number.start)
    elif before.endswith(scan.months):
        match, reason = scan.days.match(text, number.start), Reason.DATE
    elif before.endswith(scan.labels):
        match = scan.named.match(text, number.start)
    elif before.endswith(scan.dials):
        match, reason = _SHORT_CODE.match(text, number.start), Reason.TELEPHONE
        if match and match.end() - match.start() > 3 and "text" not in before:
            return None
    return LeftAlone(match.start(), match.end(), reason) if match else None


def _is_idiom(scan: Scanner, number: Number, before: str) -> bool:
    """Tell whether the words before take a percentage's meaning: the level of an interval, "the first half"."""
    if number.quantity.unit is not Unit.PERCENT:
        return False
    if number.in_digits:
        is_level = number.quantity.value in _LEVELS and before.endswith(scan.levels)
        return is_level and not _AFTER_LEVEL.search(before)
    return before.endswith(scan.idioms)


def _before(text: str, start: int) -> str:
    return f" {text[max(0, start - LOOK_BACK) : start]}".rstrip()
