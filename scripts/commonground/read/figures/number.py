"""What one number is worth: from a match of a language's patterns to a quantity."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from commonground.model.figure import Quantity, Unit, exact
from commonground.read.figures.grammar import Grammar, Scanner

LOOK_BACK = 32
"""Characters before a number in which a hedge, "between" or "section" can stand."""

_LONGEST_BASE = 12
"""Digits of the largest base that a rate has: more is no rate."""

_SIGNS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}


@dataclass(frozen=True, slots=True)
class Number:
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


def read_number(scan: Scanner, match: re.Match[str]) -> Number | None:
    """Return the number that a match stands for, or None where it is none after all."""
    if match["fraction"] is not None:
        return _fraction(scan, match)
    if match["multiple"] is not None:
        word = match["multiple"]
        quantity = next(value for start, value in scan.grammar.multiples.items() if word.startswith(start))
        return Number(match.start(), match.end(), quantity)
    return _counted(scan, match)


def _fraction(scan: Scanner, match: re.Match[str]) -> Number | None:
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
    return Number(match.start(), match.end(), Quantity(value * 100, Unit.PERCENT))


def _is_share(scan: Scanner, match: re.Match[str]) -> bool:
    """Tell "about a third" and "a third of" from "a third party"."""
    before = max(0, match.start() - LOOK_BACK)
    hedge = scan.hedge.search(match.string, before, match.start())
    return hedge is not None or scan.part_of.match(match.string, match.end()) is not None


def _counted(scan: Scanner, match: re.Match[str]) -> Number:
    """Return a number in digits or words with its unit; a ratio that is none leaves the bare number."""
    grammar = scan.grammar
    value, scale = _value(scan, match["number"])
    if any(match[half] is not None for half in ("and_half", "times_half", "time_half")):
        value += Fraction(1, 2)
    in_digits = match["spelled"] is None
    decimal = in_digits and (value.denominator > 1 or re.search(grammar.decimal, match["number"]) is not None)
    ratio = _ratio(scan, match, value)
    quantity = ratio or _measured(grammar, match, value)
    is_no_ratio = ratio is None and any(match[joint] is not None for joint in ("ratio", "share", "rate"))
    end = match.end("counted") if quantity is None or is_no_ratio else match.end()
    quantity = quantity or Quantity(value, Unit.NUMBER)
    return Number(match.start(), end, quantity, in_digits, decimal, scale)


def _ratio(scan: Scanner, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return "one in four" as a percentage and "12 per 100,000" as a rate, or None."""
    if match["rate"]:
        base = _base(scan.grammar, match["rate"])
        if base == 100:
            return Quantity(value, Unit.PERCENT)
        return Quantity(value, Unit.RATE, f"per {base}") if base > 100 else None
    written = match["ratio"] or match["share"]
    if not written:
        return None
    total, _ = _value(scan, written)
    if not 0 < value < total or re.fullmatch(r"(?:1[5-9]|20)\d\d", written):
        return None
    if match["share"] and not (
        value == 1 or (value.denominator == 1 and total <= 20) or str(total).strip("0") == "1"
    ):
        return None
    return Quantity(value / total * 100, Unit.PERCENT)


def _base(grammar: Grammar, written: str) -> int:
    """Return the base of a rate, in digits or in words ("per million")."""
    if digits := re.sub(r"\D", "", written):
        return int(digits) if len(digits) <= _LONGEST_BASE else 0
    return grammar.scales.get(written) or grammar.words[written]


def _measured(grammar: Grammar, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return a quantity with the unit that follows or precedes it, or None."""
    if match["multiplied"]:
        return Quantity(value, Unit.TIMES)
    if match["divided"]:
        return Quantity(100 / value, Unit.PERCENT) if value > 1 else None
    if money := (match["before"] or match["money"]):
        name = next(name for mark, name in grammar.currencies.items() if mark in money)
        return Quantity(value / 100, Unit.MONEY, "$") if name == "¢" else Quantity(value, Unit.MONEY, name)
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
    """Return the value of a number in digits or words, and the scale at its end ("million"), else 1."""
    in_digits = re.search(r"\d", written) is not None
    found = scan.scale_words.search(written) if written[-1].isalpha() else None
    scale = scan.scales[found.group()] if found and found.start() else 1
    if found and scale > 1 and (in_digits or found.group() not in scan.grammar.words):
        start = written[: found.start()].rstrip(" -\u00a0\u202f")
        return (_digits(scan.grammar, start) if in_digits else _spelled(scan, start)) * scale, scale
    return (_digits(scan.grammar, written) if in_digits else _spelled(scan, written)), scale


def _digits(grammar: Grammar, written: str) -> Fraction:
    if written[-1] in _SIGNS:
        return _digits(grammar, written[:-1]) + _SIGNS[written[-1]]
    sign = -1 if written[0] in "-−" else 1
    number = re.sub(r"[\s−-]", "", written)
    marks = list(re.finditer(grammar.decimal, number))
    if not marks:
        return sign * exact(re.sub(r"\D", "", number))
    mark = marks[-1].start()
    whole = re.sub(r"\D", "", number[:mark]) or "0"
    return sign * exact(f"{whole}.{number[mark + 1 :]}")


def _spelled(scan: Scanner, written: str) -> Fraction:
    """Return the value of number words: "four hundred and six", "quatre-vingt-dix-sept", the "half a" of a million."""
    if written in scan.grammar.implied:
        return scan.grammar.implied[written]
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
