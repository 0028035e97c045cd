"""Figures: a value is the same in every accepted spelling, in digits and in words, in both languages."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from commonground.model.figure import Unit
from commonground.read.figures import find_figures, parse_quantities

NOTATIONS = {
    "en": (
        lambda n: f"{n:,}",
        lambda n: f"{n:,}".replace(",", "\u00a0"),
        lambda n: f"{n:,}".replace(",", "\u202f"),
    ),
    "fr": (
        lambda n: f"{n:,}".replace(",", " "),
        lambda n: f"{n:,}".replace(",", "\u00a0"),
        lambda n: f"{n:,}".replace(",", "\u202f"),
    ),
}
SPELLINGS = {
    Unit.PERCENT: {"en": ("{}%", "{} %", "{}\u202f%", "{} per cent", "{} percent"), "fr": ("{} %", "{}\u00a0%", "{}\u202f%", "{} pour cent", "{} p. 100")},
    Unit.MONEY: {"en": ("${}", "C${}", "CAD {}", "{} dollars"), "fr": ("{} $", "{}\u00a0$", "{} dollars", "{}\u00a0$ CA", "{} dollars canadiens")},
    Unit.TIMES: {"en": ("{} times", "{}-fold", "{}x", "multiplied by {}"), "fr": ("{} fois", "{}\u00a0fois", "multiplié par {}")},
    Unit.TIME: {"en": ("{} years", "{}-year", "{}-year-olds", "{} years old"), "fr": ("{} ans", "{}\u00a0ans", "{} années")},
    Unit.RATE: {"en": ("{} per 100,000", "{} cases per 100,000", "{} per 100 000"), "fr": ("{} pour 100\u00a0000", "{} cas pour 100 000", "{} par 100\u202f000")},
}  # fmt: skip


@given(
    st.integers(0, 10**9) | st.sampled_from((911, 988, 2014)),
    st.integers(0, 999),
    st.sampled_from(sorted(SPELLINGS)),
    st.data(),
)
def test_both_languages_read_every_spelling_of_a_value_alike(
    whole: int, thousandths: int, unit: Unit, data: st.DataObject
) -> None:
    """In a sentence as in a record: one figure, its span just what was written, the same quantity in both languages."""
    quantities = set()
    for language, mark in (("en", "."), ("fr", ",")):
        notation = data.draw(st.sampled_from(NOTATIONS[language]))
        number = notation(whole) + (f"{mark}{thousandths:03}" if thousandths else "")
        written = data.draw(st.sampled_from(SPELLINGS[unit][language])).format(number)
        (figure,) = find_figures(f"({written})", language)
        assert figure.text == written
        assert figure.quantities == parse_quantities(written, language)
        quantities |= set(figure.quantities)
    (quantity,) = quantities
    assert (quantity.value, quantity.unit) == (Fraction(whole * 1000 + thousandths, 1000), unit)


@given(st.integers(1, 10**6 - 1), st.sampled_from(("{} per cent", "{} dollars", "{} times")))
def test_number_words_say_what_digits_say(number: int, form: str) -> None:
    """A number in words, in either language, is the number in digits."""
    french = {"{} per cent": "{} pour cent", "{} dollars": "{} dollars", "{} times": "{} fois"}[form]
    digits = find_figures(form.format(number) + ".", "en")[0].quantities
    assert find_figures(form.format(in_english(number)) + ".", "en")[0].quantities == digits
    if form != "{} times" or number not in (
        1,
        100,
        1000,
    ):  # « une fois » is "once", « mille fois » "ever so often"
        assert find_figures(french.format(in_french(number)) + ".", "fr")[0].quantities == digits


EN_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FR_WORDS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
FR_TENS = (
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
)


def in_english(number: int) -> str:
    """Return the words for 1 to 999,999."""
    if number >= 1000:
        rest = f" {in_english(number % 1000)}" if number % 1000 else ""
        return f"{in_english(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {in_english(number % 100)}" if number % 100 else ""
        return f"{EN_WORDS[number // 100]} hundred{rest}"
    if number < 20:
        return EN_WORDS[number]
    return EN_TENS[number // 10] + (f"-{EN_WORDS[number % 10]}" if number % 10 else "")


def in_french(number: int) -> str:
    """Return the words for 1 to 999,999, in the spelling before 1990."""
    if number >= 1000:
        start = (
            "mille"
            if number < 2000
            else re.sub("(cent|vingt)s$", r"\1", in_french(number // 1000)) + " mille"
        )
        return start + (f" {in_french(number % 1000)}" if number % 1000 else "")
    if number >= 100:
        start = "cent" if number < 200 else f"{FR_WORDS[number // 100]} cent"
        plural = "s" if number >= 200 and number % 100 == 0 else ""
        return start + plural + (f" {in_french(number % 100)}" if number % 100 else "")
    return in_small_french(number)


def in_small_french(number: int) -> str:
    """Return the words for 1 to 99."""
    tens, unit = divmod(number, 10)
    if number < 17:
        return FR_WORDS[number]
    if number < 20:
        return f"dix-{FR_WORDS[unit]}"
    if number == 80:
        return "quatre-vingts"
    if tens in (7, 9):
        unit += 10
    joint = " et " if unit in (1, 11) and tens < 8 else "-"
    return FR_TENS[tens] + (joint + in_small_french(unit) if unit else "")
