"""What one number is worth: from a match of a language's patterns to a quantity."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from commonground.model.figure import Quantity, Unit, exact
from commonground.read.figures.grammar import GLYPHS, Grammar, Scanner
from commonground.read.figures.names import LOOK_BACK

LARGE = 1000
"""From here on a spelled number is a figure without any unit."""

_LONGEST_BASE = 12
"""Digits of the largest base that a rate has: more is no rate."""

_BOUND = re.compile(r"[<>≤≥≈~±]\s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MIXED = re.compile(r"(\d+)\s(\d)/(\d+)")
_BESIDE_SCALE = " -\u00a0\u2009\u202f"
_UNITS = ("basis_points", "points", "percent", "per_mille", "times", "time", "measure")


@dataclass(frozen=True, slots=True)
class Number:
    """
    A number in a text.

    Attributes:
        in_digits, decimal: How it is written.
        scale: The value of its "million", else 1.
        of: The whole of a ratio ("one in four": 4), else 0.
        counts: A figure whatever its unit and size: "< 5", "fifty or so", "two thousand".
        bare: What it was before it took over the unit of the other end of a range.
    """

    start: int
    end: int
    quantity: Quantity
    in_digits: bool = False
    decimal: bool = False
    scale: int = 1
    of: Fraction = Fraction(0)
    counts: bool = False
    bare: Quantity | None = None

    @property
    def is_bare(self) -> bool:
        return self.quantity.unit is Unit.NUMBER and not self.quantity.detail

    @property
    def is_figure(self) -> bool:
        if self.counts or not self.is_bare:
            return True
        return self.in_digits and (self.decimal or abs(self.quantity.value) >= 10)


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
        value = GLYPHS[match["sign"]]
    elif match["low"] is not None:
        value = Fraction(int(match["low"]), max(1, int(match["high"])))
    else:
        value = Fraction(scan.grammar.whole[match["whole"]], scan.grammar.parts[match["part"]])
        if not _is_share(scan, match):
            return None
    if value >= 1:
        return None
    return Number(match.start(), match.end(), Quantity(value * 100, Unit.PERCENT))


def _is_share(scan: Scanner, match: re.Match[str]) -> bool:
    """Tell "about a third" and "a third of" from "a third time", and « un tiers des » from « un tiers », a person."""
    before = max(0, match.start() - LOOK_BACK)
    if scan.person.fullmatch(match.group()):
        shared = scan.person_not.search(match.string, before, match.start())
        return shared is not None or scan.part_of_person.match(match.string, match.end()) is not None
    if not scan.unsure.fullmatch(match.group()):
        return True
    hedge = scan.hedge.search(match.string, before, match.start())
    hedge = hedge or scan.moved_by.search(match.string, before, match.start())
    hedge = hedge or scan.other_part.search(
        match.string, max(0, match.start() - 2 * LOOK_BACK), match.start()
    )
    return hedge is not None or scan.part_of.match(match.string, match.end()) is not None


def _counted(scan: Scanner, match: re.Match[str]) -> Number:
    """Return a number in digits or words with its unit; a ratio that is none leaves the bare number."""
    grammar = scan.grammar
    value, scale = _value(scan, match["number"])
    if part := (match["and_part"] or match["times_part"] or match["time_part"]):
        value += _added(grammar, part) * scale
    in_digits = match["spelled"] is None
    decimal = in_digits and (value.denominator > 1 or re.search(grammar.decimal, match["number"]) is not None)
    ratio, whole = _ratio(scan, match, value)
    quantity = ratio or _measured(scan, match, value)
    is_joined = any(match[joint] is not None for joint in ("ratio", "share", "odds", "rate"))
    takes_unit = (ratio if is_joined else quantity) is not None
    return Number(
        match.start(),
        match.end() if takes_unit else match.end("counted"),
        quantity or Quantity(value, Unit.NUMBER),
        in_digits,
        decimal,
        scale,
        whole,
        counts=_counts(scan, match, value),
    )


def _counts(scan: Scanner, match: re.Match[str], value: Fraction) -> bool:
    """Tell a number that counts for its own form: large, about, or with a sign of comparison before it."""
    if match["spelled"] is None:
        return _BOUND.search(match.string, max(0, match.start() - 2), match.start()) is not None
    noun = match["spelled"].rpartition(" ")[2]
    if noun in scan.grammar.rounds and value < LARGE:
        return noun not in scan.grammar.vague
    return value >= LARGE or match["about"] is not None


def _ratio(scan: Scanner, match: re.Match[str], value: Fraction) -> tuple[Quantity | None, Fraction]:
    """Return "one in four" as a percentage, "12 per 100,000" and "3 to 1" as a rate, or None; and the ratio's whole."""
    none = Fraction(0)
    if match["rate"]:
        return _rate(scan.grammar, match["rate"], value), none
    if match["odds"]:
        return _odds(scan, match, value), none
    written = match["ratio"] or match["share"]
    if not written:
        return None, none
    whole, _ = _value(scan, written)
    if not 0 < value < whole or _YEAR.fullmatch(written):
        return None, none
    is_round = value == 1 or (value.denominator == 1 and whole <= 20) or str(whole).strip("0") == "1"
    if match["share"] and not is_round and match["spelled"] is None:
        return None, none
    return Quantity(value / whole * 100, Unit.PERCENT), whole


def _rate(grammar: Grammar, written: str, value: Fraction) -> Quantity | None:
    """Return a rate by its base, in digits or in words ("per million"); per hundred is a percentage."""
    digits = re.sub(r"\D", "", written)
    if len(digits) > _LONGEST_BASE:
        return None
    base = int(digits) if digits else grammar.scales.get(written) or grammar.words[written]
    if base == 100:
        return Quantity(value, Unit.PERCENT)
    return Quantity(value, Unit.RATE, f"per {base}") if base > 100 else None


def _odds(scan: Scanner, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return the odds of "3:1" or "three to one", or None for votes, goals and the ends of a range."""
    other, _ = _value(scan, match["odds"])
    if value <= 0 or other <= 0:
        return None
    joint = match.string[match.end("counted") : match.start("odds")]
    before = max(0, match.start() - LOOK_BACK)
    if not scan.odds_before.search(match.string, before, match.start()):
        is_named = ":" in joint or (other == 1 and value > 1)
        if not is_named or scan.scores.search(match.string, before, match.start()):
            return None
        if scan.joins.fullmatch(joint) and scan.ranging.search(match.string, before, match.start()):
            return None
    return Quantity(value / other, Unit.RATE, "to 1")


def _measured(scan: Scanner, match: re.Match[str], value: Fraction) -> Quantity | None:
    """Return a quantity with the unit that follows or precedes it, or None."""
    grammar = scan.grammar
    if match["multiplied"]:
        return Quantity(value, Unit.TIMES)
    if match["divided"]:
        return Quantity(100 / value, Unit.PERCENT) if value > 1 else None
    if money := (match["before"] or match["money"]):
        name = next(name for mark, name in grammar.currencies.items() if mark in money)
        return Quantity(value / 100, Unit.MONEY, "$") if name == "¢" else Quantity(value, Unit.MONEY, name)
    unit = next((name for name in _UNITS if match[name] is not None), "")
    match unit:
        case "basis_points":
            return Quantity(value / 100, Unit.PERCENT, "points")
        case "points":
            return Quantity(value, Unit.PERCENT, "points")
        case "percent":
            return Quantity(value, Unit.PERCENT)
        case "per_mille":
            return Quantity(value, Unit.RATE, "per 1000")
        case "times":
            return Quantity(value, Unit.TIMES)
        case "time":
            less = " less a day" if match["less"] else ""
            return Quantity(value, Unit.TIME, grammar.time[match["time"]] + less)
        case "measure":
            return Quantity(value, Unit.NUMBER, grammar.measures[match["measure"]])
    if match["loose_points"] is not None and _is_change(scan, match):
        return Quantity(value, Unit.PERCENT, "points")
    return None


def _is_change(scan: Scanner, match: re.Match[str]) -> bool:
    """Tell points of percentage ("up 3 points") from those of a list or a score."""
    before = max(0, match.start() - LOOK_BACK)
    moves = scan.moves.search(match.string, before, match.start())
    return moves is not None or scan.moved.match(match.string, match.end()) is not None


@lru_cache(maxsize=4096)
def _value(scan: Scanner, written: str) -> tuple[Fraction, int]:
    """Return the value of a number in digits or words, and the scale at its end ("million"), else 1."""
    grammar = scan.grammar
    in_digits = re.search(r"\d", written) is not None
    value, at, scale = Fraction(0), 0, 1
    for found in scan.scale_words.finditer(written):
        scale = scan.scales[found.group()] if found.start() else 1
        if scale > 1 and (in_digits or found.group() not in grammar.words):
            part = written[at : found.start()].rstrip(_BESIDE_SCALE)
            value += scale * (_digits(grammar, part) if in_digits else _spelled(scan, part))
            at = found.end()
        if found.end() < len(written):
            scale = 1
    if rest := written[at:].lstrip(_BESIDE_SCALE) if at else written:
        value += _digits(grammar, rest) if in_digits else _spelled(scan, rest)
    return value, scale


def _digits(grammar: Grammar, written: str) -> Fraction:
    if mixed := _MIXED.fullmatch(written):
        return exact(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))
    if written[-1] in GLYPHS:
        return _digits(grammar, written[:-1]) + GLYPHS[written[-1]]
    sign = -1 if written[0] in "-−" else 1
    number = re.sub(r"[\s+−-]", "", written)
    marks = list(re.finditer(grammar.decimal, number))
    if not marks:
        return sign * exact(re.sub(r"\D", "", number))
    mark = marks[-1].start()
    whole = re.sub(r"\D", "", number[:mark]) or "0"
    return sign * exact(f"{whole}.{number[mark + 1 :]}")


def _spelled(scan: Scanner, written: str) -> Fraction:
    """Return the value of number words: "four hundred and six", "quatre-vingt-dix-sept", the "half a" of a million."""
    grammar = scan.grammar
    if written in grammar.implied:
        return grammar.implied[written]
    total = current = Fraction(0)
    for match in scan.number_words.finditer(written):
        word = match.group()
        value = grammar.words.get(word) or grammar.rounds.get(word, 0)
        if match["part"]:
            current += _added(grammar, word)
        elif (word in grammar.rounds and value >= LARGE) or value == LARGE:
            total, current = total + (current or Fraction(1)) * value, Fraction(0)
        elif value == 100 or word in grammar.rounds:
            current = (current or Fraction(1)) * value
        elif value == 20 and current % 100 == 4:
            current += 76
        else:
            current += value
    return total + current


def _added(grammar: Grammar, part: str) -> Fraction:
    """Return what "and a half" adds."""
    return next(value for word, value in grammar.added.items() if part.endswith(word))
