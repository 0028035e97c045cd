"""From a text to its figures, and to the numerals that are none: numbers first, then ranges."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from commonground.model.figure import Figure, LeftAlone, Quantity, Reason, Unit, exact
from commonground.read.figures.compiled import GLYPHS
from commonground.read.figures.grammar import Grammar, grammar
from commonground.read.figures.left_alone import left_alone
from commonground.read.figures.number import Number, read_number
from commonground.read.figures.plain import plain
from commonground.read.figures.ranges import ranges
from commonground.read.figures.rules import Before, ListRule
from commonground.text.ranges import hide

_HIDDEN = "\ufffc"
_NUMERAL = re.compile("[0-9]+")
_NAME = re.compile(r"\d+(?:-\d+)*(?!\d|-\d|[.,]\d|\s?%)|\d+")
"""What a numeral that is none has with it: the 1234-18 of "T-1234-18"."""

_FIRST_MARKS = re.compile(rf"[0-9$€£¥₹×{GLYPHS}][0-9]*")


class Numerals(Struct, frozen=True):
    """The figures of a text and the numerals that are none, each in reading order; together they hold every digit."""

    figures: tuple[Figure, ...]
    left_alone: tuple[LeftAlone, ...]


NO_NUMERALS = Numerals((), ())


def read_numerals(text: str, language: str, code: Sequence[tuple[int, int]] = ()) -> Numerals:
    """
    Return the figures of a text and the numerals left alone; spans are tight, and none overlaps another.

    What stands in the ranges of ``code`` is not read.

    Raises: LacksPart: Nothing is known of the numbers of this language; those of another are never put in its place.
    """
    known = grammar(language)
    shown, offsets = plain(hide(text, code, _HIDDEN))
    reading = _reading(known, shown, in_prose=True)
    if not reading.starts:
        return NO_NUMERALS
    found = list(_numbers(known, reading))
    numbers = [item for item in found if isinstance(item, Number)]
    left = [item for item in found if isinstance(item, LeftAlone)]
    figures = []
    for run in ranges(known, reading.lowered, numbers):
        if any(number.is_figure for number in run):
            figures.append(_figure(text, run, offsets))
        else:
            left += [LeftAlone(n.start, n.end, Reason.SMALL) for n in run if n.in_digits]
    if offsets is not None:
        left = [LeftAlone(*_placed(offsets, one.start, one.end), one.reason) for one in left]
    return Numerals(tuple(figures), tuple(sorted(left, key=lambda one: one.start)))


def find_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a text in reading order, as ``read_numerals`` does."""
    return read_numerals(text, language).figures


def parse_quantities(recorded: str, language: str) -> tuple[Quantity, ...]:
    """
    Return every quantity of a recorded figure or plain rendering, spelled counts ("five") and small numbers included.

    A text without any gives an empty tuple; "2014" alone is a number here, not a year.
    """
    known = grammar(language)
    recorded, _ = plain(recorded)
    reading = _reading(known, recorded, in_prose=False)
    items = _numbers(known, reading)
    numbers = [item for item in items if isinstance(item, Number)]
    found = tuple(number.quantity for run in ranges(known, reading.lowered, numbers) for number in run)
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


class Reading(Struct, frozen=True):
    """
    A text being read.

    Attributes:
        shown: As a reader sees it.
        lowered: In lower case and of the same length, but for months, and letters after numbers, that need their capital.
        starts: Where numbers may begin, in order.
        in_prose: It is running text; a recorded figure is not, and each number word counts there.
    """

    shown: str
    lowered: str
    starts: Sequence[int]
    in_prose: bool


def _reading(grammar: Grammar, shown: str, *, in_prose: bool) -> Reading:
    lowered = shown.lower()
    if not (_FIRST_MARKS.search(lowered) or grammar.patterns["first_words"].search(lowered)):
        return Reading(shown, lowered, (), in_prose)
    if len(lowered) != len(shown):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in shown)
    for match in grammar.patterns["capitals"].finditer(shown):
        lowered = lowered[: match.start()] + match.group() + lowered[match.end() :]
    return Reading(shown, lowered, _starts(grammar, lowered), in_prose)


def _starts(grammar: Grammar, text: str) -> list[int]:
    """Return where numbers may begin, in order: a mark before a digit may belong to the number, or be a dash."""
    starts = [match.start() for match in grammar.patterns["first_words"].finditer(text)]
    words = len(starts)
    for mark in _FIRST_MARKS.finditer(text):
        at = mark.start()
        if not text[at].isdigit() and text[at + 1 : at + 2].isdigit():
            starts.append(at + 1)
        if text[at] == "$":
            at = _before_letters(text, at)
        elif at and text[at - 1] in "-−+.,[":
            starts.append(at - 1)
        starts.append(at)
    return sorted(starts) if len(starts) > words else starts


def _before_letters(text: str, dollar: int) -> int:
    """Return where "US$" begins."""
    start = dollar
    while start > max(0, dollar - 2) and text[start - 1].isalpha():
        start -= 1
    return start


def _numbers(known: Grammar, text: Reading) -> Iterator[Number | LeftAlone]:
    """Yield every number of a text, and in its place each that is a date, section or telephone number."""
    at = list_end = 0
    last: LeftAlone | None = None
    listing: ListRule | None = None
    for start in text.starts:
        if start < at:
            continue
        before = Before(text.shown, start, last)
        found = _found(known, text, start, before)
        if found is None:
            continue
        if not isinstance(found, Number) or (found.is_bare and found.in_digits):
            goes_on = listing is not None and listing.joins(text.lowered, list_end, start)
            listing = listing if goes_on else known.rules.opens_list(before)
        else:
            listing = None
        if isinstance(found, Number):
            end = listing.item(text.lowered, start) if listing else 0
            listed = LeftAlone(start, end, Reason.NUMBERED) if end else None
            found = listed or left_alone(known, text.lowered, found, before, in_prose=text.in_prose) or found
        at = list_end = found.end
        if isinstance(found, Number):
            listing = None
            yield found
        elif _NUMERAL.search(text.lowered, start, at):
            last = found
            yield found


def _found(known: Grammar, text: Reading, start: int, before: Before) -> Number | LeftAlone | None:
    """Return the number that begins at an offset, or what is none by its own form, or None."""
    lowered = text.lowered
    if text.in_prose and (left := known.rules.cased(text.shown, lowered, start, before)):
        return left
    if known.patterns["begins"].match(lowered, start):
        if left := known.rules.form(lowered, start, before, in_prose=text.in_prose):
            return left
        if text.in_prose and (article := known.patterns["articles"].match(lowered, start)):
            return LeftAlone(start, article.end(), Reason.PHRASE)
        if number := read_number(known, lowered, start):
            return number
    name = _NAME.match(lowered, start)
    return LeftAlone(start, name.end(), Reason.NAME) if name else None
