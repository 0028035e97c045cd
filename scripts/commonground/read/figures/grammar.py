"""What a language says of numbers, and the patterns that are built from it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from commonground.model.figure import Quantity, Reason
from commonground.read.figures.names import SHARED, Names, Naming, naming

GLYPHS = {
    chr(code): Fraction(unicodedata.numeric(chr(code))).limit_denominator(10)
    for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F))
}
"""Fractions of one character, such as ⅙."""

_BEFORE = r"(?<!\w)(?<!\d[.,])(?:(?<![^\W\d_]-)|(?<=-to-))"
"""A number does not begin inside a word, another number or a name such as COVID-19; "5-to-10-year" is none."""

_NEVER = "(?!)"


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """
    The words and notations of one language, as data. Patterns meet lower-case text and are read verbosely: no
    literal space outside a class.

    Attributes:
        digits: A numeral, thousands and decimals included; ``decimal`` finds the mark before the decimals.
        words: Value of each number word; ``linked`` is what may stand between two of them.
        scales: Value of the words that multiply what stands before them, such as "million"; ``letters`` are the
            values of their letters, which ``short`` finds right after a numeral: the M of "$2M" (``cased``: which of
            these letters keep their capital).
        large: Words of which one stands in every spelled number of a thousand or more; ``not_alone`` begin none.
        implied: Value of what stands for a number before a scale or a unit (``implied_before``): the "a" of "a million".
        rounds: Value of nouns that say "about" as well, such as "cinquantaine"; ``round_before`` stands before them,
            ``round_scaled`` may follow; ``vague`` are those that count only with a unit.
        about: What stands after a number for "about", such as "or so".
        and_part: "and a half", after a number or after its unit; ``added`` is what its last word adds.
        currencies: Name of a currency by a mark of it, the narrowest first; "¢" is a hundredth of a dollar.
        money_before, money_after: A currency before and after its number.
        percent, per_mille, points, basis_points, times: What makes a number one of these.
        loose_points: Points that are of percentage only where words of change stand near: ``moves`` before (with ``moved_by``
            right before), ``moved`` after.
        glued: Units that may follow digits without a space.
        multiples: Quantity of words such as "twice", by their beginning; ``multiple`` finds the words.
        multiplied, divided: What makes the number after it a multiple or a share.
        time: Name of a unit of time by its word; ``time_link`` and ``time_end`` stand around it.
        less_a_day: The end of "two years less a day".
        ratio: What always joins "one" and "four" in "one in four"; ``share`` what does for small or round numbers.
        odds: What joins "three" and "one" in "three to one" where the first is the larger, or ``odds_before`` it;
            after ``scores`` it joins votes and goals, after ``ranging`` the ends of a range.
        rate: What joins a number and the base of its rate, which may be in words (``bases``).
        measures: Name of a unit of measure by its word.
        whole: Value of the words before a fraction's noun; ``parts`` are the nouns with their denominators, ``part_scaled``
            what makes them a number instead: "a quarter of a million".
        halves: The words for a half.
        unsure: A fraction that may also be an ordinal; it counts after a hedge or before ``part_of``.
        person: A fraction that may also be a person; it counts after ``person_not`` or before ``part_of_person``.
        joins: What stands between the ends of a range; ``pair`` joins them after ``between`` only, and ``either``
            where the first is bare and the second has a unit.
        hedge: Words such as "about" and "nearly".
        starts: Beginnings of what does not begin with a digit or a number word.
        names: What makes a number none.
    """

    digits: str
    decimal: str
    words: Mapping[str, int]
    linked: str
    scales: Mapping[str, int]
    letters: Mapping[str, int]
    short: str
    cased: str
    large: tuple[str, ...]
    not_alone: str = _NEVER
    implied: Mapping[str, Fraction]
    implied_before: str
    rounds: Mapping[str, int]
    round_before: str = _NEVER
    round_scaled: str = _NEVER
    vague: tuple[str, ...] = ()
    about: str = _NEVER
    and_part: str
    added: Mapping[str, Fraction]
    currencies: Mapping[str, str]
    money_before: str
    money_after: str
    percent: str
    per_mille: str
    points: str
    basis_points: str
    loose_points: str
    moves: str
    moved_by: str
    moved: str
    times: str
    glued: str
    multiples: Mapping[str, Quantity]
    multiple: str
    multiplied: str
    divided: str
    time: Mapping[str, str]
    time_link: str
    time_end: str = _NEVER
    less_a_day: str
    ratio: str = _NEVER
    share: str
    odds: str
    odds_before: str
    scores: str
    ranging: str
    rate: str
    bases: tuple[str, ...]
    measures: Mapping[str, str]
    whole: Mapping[str, int]
    parts: Mapping[str, int]
    part_scaled: str
    halves: str
    unsure: str
    person: str = _NEVER
    person_not: str = _NEVER
    part_of: str
    part_of_person: str = _NEVER
    joins: str
    pair: str
    between: str
    either: str
    hedge: str
    starts: str
    names: Names


@dataclass(frozen=True, eq=False)
class Scanner:
    """
    The compiled patterns of one language.

    ``first_words`` is quick and finds where a number may begin with a letter; ``cased`` meets the text as it is
    written, at a numeral: a letter that keeps its capital, or a number before the name of a street.
    """

    grammar: Grammar
    first_words: re.Pattern[str]
    cased: re.Pattern[str]
    joins: re.Pattern[str]
    pair: re.Pattern[str]
    either: re.Pattern[str]
    between: re.Pattern[str]
    hedge: re.Pattern[str]
    part_of: re.Pattern[str]
    unsure: re.Pattern[str]
    person: re.Pattern[str]
    person_not: re.Pattern[str]
    part_of_person: re.Pattern[str]
    moves: re.Pattern[str]
    moved_by: re.Pattern[str]
    moved: re.Pattern[str]
    other_part: re.Pattern[str]
    odds_before: re.Pattern[str]
    scores: re.Pattern[str]
    ranging: re.Pattern[str]
    range_open: re.Pattern[str]
    capital: re.Pattern[str] | None
    number_words: re.Pattern[str]
    scale_words: re.Pattern[str]
    scales: Mapping[str, int]
    naming: Naming

    @cached_property
    def prose(self) -> re.Pattern[str]:
        """Finds numbers of any kind, but a small spelled one only with a unit."""
        return _pattern(self.grammar, spelled_alone=False)

    @cached_property
    def record(self) -> re.Pattern[str]:
        """Finds spelled numbers without a unit as well."""
        return _pattern(self.grammar, spelled_alone=True)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def scanner(grammar: Grammar) -> Scanner:
    """Compile a grammar."""
    hedged = rf"(?:(?:{grammar.hedge})\s?)?"
    names = grammar.names
    return Scanner(
        grammar=grammar,
        first_words=_first_words(grammar),
        cased=re.compile(rf"\d+(?P<letter>{grammar.cased})(?!\w)|(?P<place>{names.address})"),
        joins=_verbose(rf"(?:{grammar.joins}){hedged}"),
        pair=_verbose(rf"(?:{grammar.pair}){hedged}"),
        either=_verbose(rf"(?:{grammar.either}){hedged}"),
        between=_verbose(rf"\b(?:{grammar.between})\s?{hedged}$"),
        hedge=_verbose(rf"\b(?:{grammar.hedge}|{grammar.between})\s?$"),
        part_of=_verbose(grammar.part_of),
        unsure=_verbose(grammar.unsure),
        person=_verbose(grammar.person),
        person_not=_verbose(rf"(?:{grammar.person_not})$"),
        part_of_person=_verbose(grammar.part_of_person),
        moves=_verbose(rf"\b(?:{grammar.moves})\b"),
        moved_by=_verbose(rf"\b(?:{grammar.moves})\s(?:{grammar.moved_by})?$"),
        moved=_verbose(grammar.moved),
        other_part=_verbose(rf"\b{one_of(grammar.parts)}\s(?:of|de|des|du)\b[^.;:]*$"),
        odds_before=_verbose(rf"\b(?:{grammar.odds_before})\s(?:[^\W\d]+\s){{0,2}}$"),
        scores=_verbose(rf"\b(?:{grammar.scores})\b"),
        ranging=_verbose(rf"\b(?:{grammar.ranging})$"),
        range_open=_verbose(rf"(?:\d|\b{one_of(grammar.words)})(?:{grammar.joins})$"),
        capital=re.compile(names.capital) if names.capital else None,
        number_words=re.compile(
            rf"(?P<part>{grammar.and_part})|(?<!\w){one_of((*grammar.words, *grammar.rounds))}(?!\w)"
        ),
        scale_words=re.compile(rf"(?<![^\W\d_]){one_of((*grammar.scales, *grammar.letters))}(?!\w)"),
        scales={**grammar.scales, **grammar.letters},
        naming=naming(names),
    )


def _verbose(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


def _first_words(grammar: Grammar) -> re.Pattern[str]:
    """Return a pattern of the beginnings of words, grouped by their first letter for speed."""
    beginnings: dict[str, set[str]] = {}
    for word in (*grammar.words, *(word for word in grammar.multiples if " " not in word)):
        beginnings.setdefault(word[0], set()).add(word[1:4])
    grouped = [f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(beginnings.items())]
    return re.compile(rf"\b(?:{'|'.join(grouped)}|{grammar.starts})")


def _number(grammar: Grammar) -> tuple[str, str, str]:
    """Return the patterns of a number in digits, of one in words, and of the second number of a ratio, which is simple."""
    word = rf"{one_of(grammar.words)}(?!\w)"
    implied = rf"{one_of(grammar.implied).replace(' ', '[ ]')}(?={grammar.implied_before})"
    scales = one_of(grammar.scales)
    rounds = (
        rf"(?:{grammar.round_before})\s{one_of(grammar.rounds)}\b(?:{grammar.round_scaled})?|"
        if grammar.rounds
        else ""
    )
    more = rf"(?:(?:{grammar.linked}){word})*"
    rest = rf"\s(?=[^.,;:()\d]{{0,40}}?\b{one_of(grammar.large)}\b){word}{more}(?:[\s-]{scales}\b)?"
    spelled = (
        rf"(?>{rounds}(?:{implied}|{word}){more}(?:{grammar.and_part}(?=[\s-]{scales}\b))?"
        rf"(?:[\s-]{scales}\b(?:{rest})?)?)"
    )
    glyph = f"[{''.join(GLYPHS)}]"
    mixed = r"\d{1,3}\s[1-9]/(?:[2-9]|1[0-6])(?![\d/])"
    end = rf"(?!(?!x\b|{scales}\b|(?:{grammar.glued})(?!\w))\w|[.,]\d)"
    digits = (
        rf"(?>(?:(?<![\d%+])[-−+])?(?:{mixed}|{grammar.digits}|\d+{glyph})"
        rf"(?:{grammar.short}|{end}(?:[\s-]?{scales}\b)?))"
    )
    whole = (
        rf"(?>(?:{grammar.digits}){end}(?:[\s-]?{scales}\b)?|(?:{implied}|{word}){more}(?:[\s-]{scales}\b)?)"
    )
    return digits, spelled, whole


def _units(grammar: Grammar, number: str) -> str:
    """Return the pattern of what may follow a number and make it a quantity of some unit."""
    time = one_of(grammar.time)
    no_time = rf"(?!{grammar.time_link}{time}\b|-[^\W\d_])"
    no_unit = rf"(?!{grammar.percent}|{grammar.money_after}|{grammar.times}|\s{one_of(grammar.scales)}\b|{grammar.rate}|[-:])"
    return rf"""
      (?: (?:{grammar.ratio})(?P<ratio>{number}){no_time}
        | (?:{grammar.share})(?P<share>{number}){no_time}
        | (?:{grammar.rate})(?P<rate>(?:10{{0,2}}(?:[,.\s]000)+|10{{2,}}|{one_of(grammar.bases)}))(?!\w|[,.]\d)
        | (?P<basis_points>{grammar.basis_points})
        | (?P<points>{grammar.points})
        | (?P<loose_points>{grammar.loose_points})
        | (?P<percent>{grammar.percent})
        | (?P<per_mille>{grammar.per_mille})
        | (?P<money>{grammar.money_after})
        | (?P<times>{grammar.times})(?P<times_part>{grammar.and_part})?
        | {grammar.time_link}(?P<time>{time})\b(?P<time_part>{grammar.and_part})?
          (?:{grammar.time_end})?(?P<less>{grammar.less_a_day})?
        | \s?(?P<measure>{one_of(grammar.measures)})(?!\w)
        | (?:{grammar.odds})(?P<odds>{number}){no_time}{no_unit}
      )"""


def _pattern(grammar: Grammar, *, spelled_alone: bool) -> re.Pattern[str]:
    digits, spelled, whole = _number(grammar)
    units = _units(grammar, whole)
    joined = rf"(?={grammar.joins}|{grammar.pair}|{grammar.either})"
    alone = "" if spelled_alone else rf"(?(about)|(?(large)|{joined}))"
    large = rf"(?P<large>(?!{grammar.not_alone})(?=[^.,;:()\d]{{0,40}}?\b{one_of((*grammar.large, *grammar.rounds))}))?"
    skips = "|".join(f"(?P<{reason.name}>{_skipped(grammar, reason)})" for reason in SHARED)
    phrases = "|".join(grammar.names.not_figures[Reason.PHRASE])
    article = _NEVER if spelled_alone else grammar.names.articles
    pattern = rf"""
    {_BEFORE}(?:
      (?=[\d\[+])(?:{skips}) | (?P<PHRASE>{phrases}) | (?P<article>{article})
    | (?P<fraction> (?P<whole>{one_of(grammar.whole)})[\s-](?P<part>{one_of(grammar.parts)})\b(?!-[^\W\d_]|{grammar.part_scaled})
        | (?P<half>{grammar.halves})(?![\w-]) | (?P<low>\d)[/⁄](?P<high>\d|100?)(?![\d/]|[.,\s]\d{{3}})
        | (?P<sign>[{"".join(GLYPHS)}]))
    | (?P<multiple>{grammar.multiple})
    | (?:(?P<before>{grammar.money_before})|(?P<multiplied>{grammar.multiplied})|(?P<divided>{grammar.divided}))?
      (?P<number>{digits}|{large}(?P<spelled>{spelled}))
      (?P<and_part>{grammar.and_part})?(?P<counted>)(?P<about>(?={grammar.about}))?
      (?: (?:{grammar.about})?{units} | (?(spelled)(?(before)|(?(multiplied)|(?(divided)|{alone})))|) )
    )"""
    return re.compile(pattern, re.VERBOSE)


def _skipped(grammar: Grammar, reason: Reason) -> str:
    return "|".join((*SHARED[reason], *grammar.names.not_figures.get(reason, ()))) or _NEVER
