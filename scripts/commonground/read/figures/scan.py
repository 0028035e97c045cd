"""From a text to its figures: numbers first, then ranges, then what a reader could quote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache

from commonground.model.figure import Figure, Quantity, Unit
from commonground.read.figures.english import ENGLISH
from commonground.read.figures.french import FRENCH
from commonground.read.figures.grammar import Grammar, Scanner, scanner

_GRAMMARS = {"en": ENGLISH, "fr": FRENCH}
_HIDDEN = "\ufffc"
_SIGNS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
_LOOK_BACK = 32
"""Characters before a number in which a hedge, "between" or "section" can stand."""

_FIRST_MARKS = re.compile(r"[0-9]+|[$€£½¼¾⅓⅔]")
_SHORT_CODE = re.compile(r"(?:[2-8]11|\d{5,6})(?!\w|[.,]\d)")
_LEVELS = frozenset(map(Fraction, ("80", "90", "95", "97.5", "98", "99", "99.9")))
"""Per cents at which intervals are given."""

_AFTER_LEVEL = re.compile(r"%[\s-](?:\w+\s)*\w+$")
"""The level stands already: the number after "95% CI" is an end of the interval."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a text; ``scale`` is its "million", else 1; ``bare`` is what it was before it took over a unit."""

    start: int
    end: int
    quantity: Quantity
    in_digits: bool = False
    decimal: bool = False
    scale: int = 1
    bare: Quantity | None = None

    @property
    def is_bare(self) -> bool:
        return self.quantity.unit is Unit.NUMBER and not self.quantity.detail

    @property
    def is_figure(self) -> bool:
        return not self.is_bare or (self.in_digits and (self.decimal or abs(self.quantity.value) >= 10))


def find_figures(text: str, language: str, code: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """
    Return the figures of a text in reading order; spans are tight, and none overlaps another or a range of ``code``.

    A language without number words of its own is read with the English ones.
    """
    scan = _scanner(language)
    lowered = _lowered(text)
    for start, end in code:
        lowered = lowered[:start] + _HIDDEN * (end - start) + lowered[end:]
    numbers = list(_numbers(scan, scan.prose, lowered))
    runs = _ranges(scan, lowered, numbers)
    return tuple(_figure(text, run) for run in runs if any(number.is_figure for number in run))


def parse_quantities(recorded: str, language: str) -> tuple[Quantity, ...]:
    """
    Return every quantity of a recorded figure or plain rendering, spelled counts ("five") and small numbers included.

    A text without any gives an empty tuple; "2014" alone is a number here, not a year.
    """
    scan = _scanner(language)
    lowered = _lowered(recorded)
    numbers = list(_numbers(scan, scan.record, lowered))
    found = tuple(number.quantity for run in _ranges(scan, lowered, numbers) for number in run)
    if found:
        return found
    return tuple(Quantity(Fraction(digits), Unit.NUMBER) for digits in re.findall(r"\d+", recorded))


def _figure(text: str, run: tuple[_Number, ...]) -> Figure:
    start, end = run[0].start, run[-1].end
    quantities = tuple(number.quantity for number in run)
    return Figure(start, end, text[start:end], quantities, next((n.bare for n in run if n.bare), None))


@cache
def _scanner(language: str) -> Scanner:
    return scanner(_GRAMMARS.get(language, ENGLISH))


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _numbers(scan: Scanner, pattern: re.Pattern[str], text: str) -> Iterator[_Number]:
    """Yield every number of a lower-case text that is no date, section, name or telephone number."""
    at = list_end = 0
    for start in _starts(scan, text):
        match = pattern.match(text, start) if start >= at else None
        if match is None:
            continue
        if match["skip"] is not None:
            is_listed = _is_in_list(scan, text, match.start(), list_end)
            at = match.end()
            list_end = at if is_listed else 0
        elif number := _read(scan, match):
            name = _name(scan, text, number, list_end)
            at = name.end() if name else number.end
            list_end = at if name and name.re is scan.listed else 0
            if not name and not _is_idiom(scan, text, number):
                yield number


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


def _name(scan: Scanner, text: str, number: _Number, list_end: int) -> re.Match[str] | None:
    """
    Return the match of a number that names something ("section 213"), or None where it is a quantity.

    ``list_end`` is where the number before ended, if it was in a list of names: "sections 213 and 286.5" are two.
    """
    if not number.is_bare or not number.in_digits:
        return None
    if _is_in_list(scan, text, number.start, list_end):
        return scan.listed.match(text, number.start)
    before = _before(text, number.start)
    if before.endswith(scan.labels):
        return scan.named.match(text, number.start)
    if before.endswith(scan.dials) and (short := _SHORT_CODE.match(text, number.start)):
        return short if short.end() - short.start() == 3 or "text" in before else None
    return None


def _is_idiom(scan: Scanner, text: str, number: _Number) -> bool:
    """Tell whether words before a number take its meaning: the level of an interval, "the first half"."""
    if number.quantity.unit not in (Unit.PERCENT, Unit.TIMES):
        return False
    before = _before(text, number.start)
    if number.in_digits:
        is_level = number.quantity.value in _LEVELS and before.endswith(scan.levels)
        return is_level and not _AFTER_LEVEL.search(before)
    return before.endswith(scan.idioms)


def _before(text: str, start: int) -> str:
    return f" {text[max(0, start - _LOOK_BACK) : start]}".rstrip()


def _read(scan: Scanner, match: re.Match[str]) -> _Number | None:
    """Return the number that a match stands for, or None where it is none after all."""
    if match["fraction"] is not None:
        return _fraction(scan, match)
    if match["multiple"] is not None:
        word = match["multiple"]
        quantity = next(value for start, value in scan.grammar.multiples.items() if word.startswith(start))
        return _Number(match.start(), match.end(), quantity)
    return _counted(scan, match)


def _fraction(scan: Scanner, match: re.Match[str]) -> _Number | None:
    if match["half"] is not None:
        value = Fraction(1, 2)
    elif match["sign"] is not None:
        value = _SIGNS[match["sign"]]
    elif match["low"] is not None:
        value = Fraction(int(match["low"]), max(1, int(match["high"])))
    else:
        value = Fraction(scan.grammar.whole[match["whole"]], scan.grammar.parts[match["part"]])
        if scan.unsure.fullmatch(match.group()) and not _is_share(scan, match):
            return None
    if value >= 1:
        return None
    return _Number(match.start(), match.end(), Quantity(value * 100, Unit.PERCENT))


def _is_share(scan: Scanner, match: re.Match[str]) -> bool:
    """Tell "about a third" and "a third of" from "a third party"."""
    before = max(0, match.start() - _LOOK_BACK)
    hedge = scan.hedge.search(match.string, before, match.start())
    return hedge is not None or scan.part_of.match(match.string, match.end()) is not None


def _counted(scan: Scanner, match: re.Match[str]) -> _Number:
    """Return a number in digits or words with its unit; a ratio that is none leaves the bare number."""
    grammar = scan.grammar
    value, scale = _value(scan, match["number"])
    if any(match[half] is not None for half in ("and_half", "times_half", "time_half")):
        value += Fraction(1, 2)
    in_digits = match["spelled"] is None
    decimal = in_digits and re.search(grammar.decimal, match["number"]) is not None
    quantity = _ratio(scan, match, value) or _measured(grammar, match, value)
    bare = quantity is None
    quantity = quantity or Quantity(value, Unit.NUMBER)
    end = match.end("counted") if bare else match.end()
    return _Number(match.start(), end, quantity, in_digits, decimal, scale)


def _ratio(scan: Scanner, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return "one in four" as a percentage and "12 per 100,000" as a rate, or None."""
    if match["rate"]:
        base = int(re.sub(r"\D", "", match["rate"]))
        if base == 100:
            return Quantity(value, Unit.PERCENT)
        return Quantity(value, Unit.RATE, f"per {base}") if base > 100 else None
    written = match["ratio"] or match["share"]
    if not written:
        return None
    total, _ = _value(scan, written)
    if not 0 < value < total or re.fullmatch(r"(?:1[5-9]|20)\d\d", written):
        return None
    if match["share"] and not (value == 1 or total <= 20 or str(total).strip("0") == "1"):
        return None
    return Quantity(value / total * 100, Unit.PERCENT)


def _measured(grammar: Grammar, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return a quantity with the unit that follows or precedes it, or None."""
    if money := (match["before"] or match["money"]):
        return Quantity(
            value, Unit.MONEY, next(name for mark, name in grammar.currencies.items() if mark in money)
        )
    if match["points"]:
        return Quantity(value, Unit.PERCENT, "points")
    if match["percent"]:
        return Quantity(value, Unit.PERCENT)
    if match["times"]:
        return Quantity(value, Unit.TIMES)
    if match["time"]:
        return Quantity(
            value, Unit.TIME, grammar.time[match["time"]] + (" less a day" if match["less"] else "")
        )
    if match["measure"]:
        return Quantity(value, Unit.NUMBER, match["measure"].strip())
    return None


@lru_cache(maxsize=4096)
def _value(scan: Scanner, written: str) -> tuple[Fraction, int]:
    """Return the value of a number in digits or words, and the scale in it ("million"), else 1."""
    scale = 1
    in_digits = re.search(r"\d", written) is not None
    found = scan.scale_words.search(written) if written[-1].isalpha() else None
    if found and found.start() and (in_digits or found.group() not in scan.grammar.words):
        scale = scan.grammar.scales[found.group()]
        written = written[: found.start()].rstrip(" -\u00a0\u202f")
    value = _digits(scan.grammar, written) if in_digits else _spelled(scan, written)
    return value * scale, scale


def _digits(grammar: Grammar, written: str) -> Fraction:
    sign = -1 if written[0] in "-−" else 1
    number = re.sub(r"[\s−-]", "", written)
    marks = list(re.finditer(grammar.decimal, number))
    if not marks:
        return sign * Fraction(re.sub(r"\D", "", number))
    mark = marks[-1].start()
    whole = re.sub(r"\D", "", number[:mark]) or "0"
    return sign * Fraction(f"{whole}.{number[mark + 1 :]}")


def _spelled(scan: Scanner, written: str) -> Fraction:
    """Return the value of number words: "four hundred and six", "quatre-vingt-dix-sept"."""
    total = current = 0
    for match in scan.number_words.finditer(written):
        value = scan.grammar.words[match.group()]
        if value == 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * value
        elif value == 20 and current % 100 == 4:
            current += 76
        else:
            current += value
    return Fraction(total + current)


def _ranges(scan: Scanner, text: str, numbers: list[_Number]) -> Iterator[tuple[_Number, ...]]:
    """Yield the numbers one by one, the two ends of a range together."""
    at = 0
    while at < len(numbers):
        first = numbers[at]
        if at + 1 < len(numbers) and (run := _range(scan, text, first, numbers[at + 1])):
            yield run
            at += 2
        else:
            yield (first,)
            at += 1


def _range(scan: Scanner, text: str, low: _Number, high: _Number) -> tuple[_Number, _Number] | None:
    """Return the two ends with one unit, or None where the numbers do not belong together."""
    if high.start - low.end > _LOOK_BACK:
        return None
    unlike = not low.is_bare and not high.is_bare and low.quantity.unit is not high.quantity.unit
    if unlike or not _are_joined(scan, text, low, high):
        return None
    if low.is_bare and not high.is_bare:
        unit, detail = high.quantity.unit, high.quantity.detail
        low = replace(low, quantity=Quantity(low.quantity.value, unit, detail), bare=low.quantity)
    elif high.is_bare and not low.is_bare:
        unit, detail = low.quantity.unit, low.quantity.detail
        high = replace(high, quantity=Quantity(high.quantity.value, unit, detail), bare=high.quantity)
    if high.scale > 1 and low.scale == 1 and abs(low.quantity.value) < 1000:
        low = replace(low, quantity=replace(low.quantity, value=low.quantity.value * high.scale))
    return low, high


def _are_joined(scan: Scanner, text: str, low: _Number, high: _Number) -> bool:
    if scan.joins.fullmatch(text, low.end, high.start):
        return True
    if scan.pair.fullmatch(text, low.end, high.start):
        return scan.between.search(text, max(0, low.start - _LOOK_BACK), low.start) is not None
    if scan.either.fullmatch(text, low.end, high.start):
        return low.is_bare and not high.is_bare
    return False
