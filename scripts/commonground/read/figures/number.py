"""One number of a text: where it ends, and what it is worth."""

import re
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from commonground.model.figure import LeftAlone, Quantity, Reason, Unit, exact
from commonground.read.figures.grammar import GLYPH_VALUES, Grammar
from commonground.read.figures.rules import LOOK_BACK

_COUNTED = 10
"""From here on a number is a figure without any unit, in digits and in words."""

_LARGE = 1000
"""From here on a round word multiplies all that stands before it."""

_LONGEST_BASE = 12
"""Digits of the largest base that a rate has: more is no rate."""

_BOUND = re.compile(r"[<>≤≥≈~±]\s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MIXED = re.compile(r"(\d+)\s(\d)/(\d+)")
_POWER = re.compile(r"(?:(.+?)\s?[×x·]\s?)?10(\^[-−]?[0-9]+|[⁻⁰¹²³⁴-⁹]+)")
_RAISED = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789", "^")
_BESIDE_SCALE = " -\u00a0\u2009\u202f"
_JOINED = ("ratio", "share", "odds", "rate")
"""Units that need a second number; without it the first stays bare."""


class Number(Struct, frozen=True):
    """
    A number in a text.

    Attributes:
        in_digits, decimal: How it is written.
        scale: The value of its "million", else 1.
        of: The whole of a ratio ("one in four": 4), else 0.
        counts: A figure whatever its unit and size: "< 5", "fifty or so", "two hundred".
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
        return self.in_digits and (self.decimal or abs(self.quantity.value) >= _COUNTED)


class _Counted(Struct, frozen=True):
    """A number before its unit is known: ``prefix`` is the name of what stands before it, such as "money"."""

    start: int
    end: int
    value: Fraction
    scale: int
    written: str
    in_digits: bool
    prefix: str = ""
    before: str = ""


def read_number(grammar: Grammar, text: str, at: int) -> Number | LeftAlone | None:
    """Return the number at an offset of a text in lower case, what only looks like one, or None."""
    if match := grammar.patterns["fraction"].match(text, at):
        return _fraction(grammar, match) or LeftAlone(at, match.end(), Reason.PHRASE)
    if match := grammar.patterns["multiple"].match(text, at):
        word = match.group()
        quantity = next(value for start, value in grammar.multiples.items() if word.startswith(start))
        return Number(at, match.end(), quantity)
    counted = _counted(grammar, text, at)
    return _with_unit(grammar, text, counted) if counted else None


def _fraction(grammar: Grammar, match: re.Match[str]) -> Number | None:
    if match["half"] is not None:
        value = Fraction(1, 2)
    elif match["sign"] is not None:
        value = GLYPH_VALUES[match["sign"]]
    elif match["low"] is not None:
        value = Fraction(int(match["low"]), max(1, int(match["high"])))
    else:
        value = Fraction(grammar.whole[match["whole"]], grammar.fractions[match["part"]])
        if not _is_share(grammar, match):
            return None
    if value >= 1:
        return None
    if percent := grammar.units["percent"].match(match.string, match.end()):
        return Number(match.start(), percent.end(), Quantity(value, Unit.PERCENT))
    return Number(match.start(), match.end(), Quantity(value * 100, Unit.PERCENT))


def _is_share(grammar: Grammar, match: re.Match[str]) -> bool:
    """Tell "about a third" and "a third of" from "a third time", and « un tiers des » from « un tiers », a person."""
    text, start, end = match.string, match.start(), match.end()
    find = grammar.patterns
    before = max(0, start - LOOK_BACK)
    if find["person_or_fraction"].fullmatch(match.group()):
        shared = find["person_shared_before"].search(text, before, start)
        return shared is not None or find["person_shared_after"].match(text, end) is not None
    if not find["ordinal_or_fraction"].fullmatch(match.group()):
        return True
    return (
        find["shared_after"].match(text, end) is not None
        or find["hedge"].search(text, before, start) is not None
        or find["changed_by"].search(text, before, start) is not None
        or find["other_part"].search(text, max(0, start - 2 * LOOK_BACK), start) is not None
    )


def _counted(grammar: Grammar, text: str, at: int) -> _Counted | None:
    """Return the number in digits or words at an offset, with what stands before it, or None."""
    prefix = grammar.patterns["prefix"].match(text, at)
    if prefix and (found := _numeral(grammar, text, prefix.end(), prefix.lastgroup or "")):
        match, in_digits = found
        name, before = prefix.lastgroup or "", prefix.group()
    elif found := _numeral(grammar, text, at, ""):
        match, in_digits = found
        name = before = ""
    else:
        return None
    value, scale = _value(grammar, match.group())
    return _Counted(at, match.end(), value, scale, match.group(), in_digits, name, before)


def _numeral(grammar: Grammar, text: str, at: int, prefix: str) -> tuple[re.Match[str], bool] | None:
    """Return the match of a number in digits, or in words, and whether it is in digits."""
    digits = grammar.patterns["digits_after_a_currency" if prefix == "money" else "digits"].match(text, at)
    if digits:
        return digits, True
    spelled = grammar.patterns["spelled"].match(text, at)
    return (spelled, False) if spelled else None


def _with_unit(grammar: Grammar, text: str, one: _Counted) -> Number:
    """Return a number with its unit, or bare; a ratio that is none leaves it bare."""
    value, end = one.value, one.end
    if part := grammar.patterns["and_a_half"].match(text, end):
        value, end = value + _added(grammar, part.group()) * one.scale, part.end()
    about = grammar.patterns["about"].match(text, end)
    unit, found = _unit(grammar, text, about.end() if about else end)
    if about and found is None:
        unit, found = _unit(grammar, text, end)
    if found and (part_of_unit := found.groupdict().get("half")):
        value += _added(grammar, part_of_unit) * one.scale
    ratio, whole = (
        _joined(grammar, text, one, value, unit, found) if found and unit in _JOINED else (None, Fraction(0))
    )
    quantity = ratio or _prefixed(grammar, one, value)
    if found and quantity is None and unit not in _JOINED:
        quantity = _measured(grammar, text, one, value, unit, found)
    takes_unit = found is not None and (ratio if unit in _JOINED else quantity) is not None
    in_digits = one.in_digits
    return Number(
        one.start,
        found.end() if found is not None and takes_unit else end,
        quantity or Quantity(value, Unit.NUMBER),
        in_digits,
        in_digits and (value.denominator > 1 or grammar.patterns["decimal"].search(one.written) is not None),
        one.scale,
        whole,
        counts=_counts(grammar, text, one, value, has_about=about is not None),
    )


def _unit(grammar: Grammar, text: str, at: int) -> tuple[str, re.Match[str] | None]:
    """Return the name and match of the unit at an offset, or none."""
    for name in grammar.unit_names:
        if match := grammar.units[name].match(text, at):
            return name, match
    return "", None


def _joined(
    grammar: Grammar, text: str, one: _Counted, value: Fraction, unit: str, found: re.Match[str]
) -> tuple[Quantity | None, Fraction]:
    """Return what a number is together with the second one that follows it, or None, and the whole of a ratio, else 0."""
    match unit:
        case "rate":
            return _rate(grammar, found["base"], value), Fraction(0)
        case "odds":
            return _odds(grammar, text, one, value, found), Fraction(0)
    return _ratio(grammar, one, value, found["other"], is_share=unit == "share")


def _counts(grammar: Grammar, text: str, one: _Counted, value: Fraction, *, has_about: bool) -> bool:
    """Tell a number that counts for its own form: of ten or more, with decimals, about, or behind a sign of comparison."""
    if one.in_digits:
        return _BOUND.search(text, max(0, one.start - 2), one.start) is not None
    noun = one.written.rpartition(" ")[2]
    if noun in grammar.rounds and value < _LARGE:
        return noun not in grammar.vague
    return (
        value >= _COUNTED or has_about or grammar.patterns["spoken_decimal"].search(one.written) is not None
    )


def _ratio(
    grammar: Grammar, one: _Counted, value: Fraction, written: str, *, is_share: bool
) -> tuple[Quantity | None, Fraction]:
    """Return "one in four" as a percentage, or None; and its whole."""
    whole, _ = _value(grammar, written)
    if not 0 < value < whole or _YEAR.fullmatch(written):
        return None, Fraction(0)
    is_round = value == 1 or (value.denominator == 1 and whole <= 20) or str(whole).strip("0") == "1"
    if is_share and not is_round and one.in_digits:
        return None, Fraction(0)
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


def _odds(
    grammar: Grammar, text: str, one: _Counted, value: Fraction, found: re.Match[str]
) -> Quantity | None:
    """Return the odds of "3:1" or "three to one", or None for votes, goals and the ends of a range."""
    other, _ = _value(grammar, found["other"])
    if value <= 0 or other <= 0:
        return None
    find = grammar.patterns
    joint = text[found.start() : found.start("other")]
    before = max(0, one.start - LOOK_BACK)
    if not find["odds_after"].search(text, before, one.start):
        is_named = ":" in joint or (other == 1 and value > 1)
        if not is_named or find["scores"].search(text, before, one.start):
            return None
        if find["range"].fullmatch(joint) and find["from"].search(text, before, one.start):
            return None
    return Quantity(value / other, Unit.RATE, "to 1")


def _prefixed(grammar: Grammar, one: _Counted, value: Fraction) -> Quantity | None:
    """Return a quantity by what stands before its number, or None."""
    match one.prefix:
        case "money":
            return _money(grammar, one.before, value)
        case "multiplied":
            return Quantity(value, Unit.TIMES)
        case "divided":
            return Quantity(100 / value, Unit.PERCENT) if value > 1 else None
    return None


def _money(grammar: Grammar, words: str, value: Fraction) -> Quantity:
    name = next(name for mark, name in grammar.others["currencies"].items() if mark in words)
    currency, _, part = name.partition("/")
    return Quantity(value / int(part or 1), Unit.MONEY, currency)


def _measured(
    grammar: Grammar, text: str, one: _Counted, value: Fraction, unit: str, found: re.Match[str]
) -> Quantity | None:
    """Return a quantity with the unit that follows its number, or None."""
    match unit:
        case "money":
            return _money(grammar, found.group(), value)
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
            less = " less a day" if found["less"] else ""
            return Quantity(value, Unit.TIME, grammar.others["time"][found["word"]] + less)
        case "measure":
            return Quantity(value, Unit.NUMBER, grammar.others["measures"][found["word"]])
    return Quantity(value, Unit.PERCENT, "points") if _is_change(grammar, text, one, found) else None


def _is_change(grammar: Grammar, text: str, one: _Counted, found: re.Match[str]) -> bool:
    """Tell points of percentage ("up 3 points") from those of a list or a score."""
    changes = grammar.patterns["changes"].search(text, max(0, one.start - LOOK_BACK), one.start)
    return changes is not None or grammar.patterns["change_after"].match(text, found.end()) is not None


@lru_cache(maxsize=4096)
def _value(grammar: Grammar, written: str) -> tuple[Fraction, int]:
    """Return the value of a number in digits or words, and the scale at its end ("million"), else 1."""
    in_digits = re.search(r"\d", written) is not None
    value, at, scale = Fraction(0), 0, 1
    for found in grammar.patterns["scale_words"].finditer(written):
        scale = grammar.scales[found.group()] if found.start() else 1
        if scale > 1 and (in_digits or found.group() not in grammar.words):
            part = written[at : found.start()].rstrip(_BESIDE_SCALE)
            value += scale * (_digits(grammar, part) if in_digits else _spelled(grammar, part))
            at = found.end()
        if found.end() < len(written):
            scale = 1
    if rest := written[at:].lstrip(_BESIDE_SCALE) if at else written:
        value += _digits(grammar, rest) if in_digits else _spelled(grammar, rest)
    return value, scale


def _digits(grammar: Grammar, written: str) -> Fraction:
    if mixed := _MIXED.fullmatch(written):
        return exact(mixed[1]) + Fraction(int(mixed[2]), int(mixed[3]))
    if power := _POWER.fullmatch(written):
        return _digits(grammar, power[1] or "1") * Fraction(10) ** int(power[2].translate(_RAISED))
    if written[-1] in GLYPH_VALUES:
        return _digits(grammar, written[:-1]) + GLYPH_VALUES[written[-1]]
    sign = -1 if written[0] in "-−" else 1
    number = re.sub(r"[\s+−-]", "", written)
    marks = list(grammar.patterns["decimal"].finditer(number))
    if not marks:
        return sign * exact(re.sub(r"\D", "", number))
    mark = marks[-1].start()
    whole, decimals = (re.sub(r"\D", "", part) for part in (number[:mark], number[mark + 1 :]))
    return sign * exact(f"{whole or 0}.{decimals}")


def _spelled(grammar: Grammar, written: str) -> Fraction:
    """Return the value of number words: "four hundred and six", "quatre-vingt-dix-sept", the "half a" of a million."""
    if written in grammar.implied:
        return grammar.implied[written]
    if joint := grammar.patterns["spoken_decimal"].search(written):
        decimals = _spoken_digits(grammar, written[joint.end() :])
        return _spelled(grammar, written[: joint.start()]) + exact(f"0.{decimals}")
    total = current = Fraction(0)
    for match in grammar.patterns["number_words"].finditer(written):
        word = match.group()
        value = grammar.words.get(word) or grammar.rounds.get(word, 0)
        if match["part"]:
            current += _added(grammar, word)
        elif (word in grammar.rounds and value >= _LARGE) or value == _LARGE:
            total, current = total + (current or Fraction(1)) * value, Fraction(0)
        elif value == 100 or word in grammar.rounds:
            current = (current or Fraction(1)) * value
        else:
            current += value
    return total + current


def _spoken_digits(grammar: Grammar, written: str) -> str:
    """Return the digits of "six seven", "oh four" or "twenty-eight" after a decimal point."""
    words = [match.group() for match in grammar.patterns["number_words"].finditer(written)]
    digits = [grammar.words.get(word, _COUNTED) for word in words]
    if max(digits) < _COUNTED:
        return "".join(map(str, digits))
    noughts = next((at for at, digit in enumerate(digits) if digit), len(words))
    return "0" * noughts + str(_spelled(grammar, written))


def _added(grammar: Grammar, part: str) -> Fraction:
    """Return what "and a half" adds."""
    return next(value for word, value in grammar.added.items() if part.endswith(word))
