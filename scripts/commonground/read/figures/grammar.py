"""What a language says of numbers, and the patterns that are built from it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from commonground.model.figure import Quantity, Reason

_BEFORE = r"(?<!\w)(?<!\d[.,])(?:(?<![^\W\d_]-)|(?<=-to-))"
"""A number does not begin inside a word, another number or a name such as COVID-19; "5-to-10-year" is none."""


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """
    The words and notations of one language, as data. Patterns meet lower-case text and are read verbosely: no
    literal space outside a class.

    Attributes:
        digits: A numeral, thousands and decimals included; ``decimal`` finds the mark before the decimals.
        words: Value of each number word; ``linked`` is what may stand between two of them.
        scales: Value of the words that multiply what stands before them, such as "million"; ``letters`` are the
            values of their letters, which ``short`` finds right after a numeral: the M of "$2M".
        implied: Value of what stands for a number before a scale or a unit (``implied_before``): the "a" of "a million".
        and_half: "and a half", after a number or after its unit.
        currencies: Name of a currency by a mark of it, the narrowest first; "¢" is a hundredth of a dollar.
        money_before, money_after: A currency before and after its number.
        percent, points, times: What makes a number one of these.
        multiples: Quantity of words such as "twice", by their beginning; ``multiple`` finds the words.
        multiplied, divided: What makes the number after it a multiple or a share.
        time: Name of a unit of time by its word; ``time_link`` and ``time_end`` stand around it.
        less_a_day: The end of "two years less a day".
        ratio: What always joins "one" and "four" in "one in four"; ``share`` what does for small or round numbers.
        rate: What joins a number and the base of its rate, which may be in words (``bases``).
        measures: Units of measure.
        whole: Value of the words before a fraction's noun; ``parts`` are the nouns with their denominators.
        halves: The words for a half.
        unsure: A fraction that may also be an ordinal or a person; it counts after a hedge or before ``part_of``.
        joins: What stands between the ends of a range; ``pair`` joins them after ``between`` only, and ``either``
            where the first is bare and the second has a unit.
        hedge: Words such as "about" and "nearly".
        starts: Beginnings of what does not begin with a digit or a number word.
        not_figures: Numbers that are no figures, from their first character, by the reason, the first that fits; but
            for ``PHRASE`` they begin with a digit or a bracket.
        capital: Months that are other words without their capital, after a day; "" where there are none.
        labels: What makes the number after it a name: "section"; ``months``, a date (``days``); ``list_labels`` name a whole list.
        list_joint: What stands between the numbers of such a list, and what may follow each (``label_end``).
        levels: What makes the percentage after it the level of an interval.
        dials: What makes a short number after it one to call.
        idioms: Words after which a half or a multiple is no quantity.
        articles: Number words that are also articles, with a unit; they count as numbers in records only.
    """

    digits: str
    decimal: str
    words: Mapping[str, int]
    linked: str
    scales: Mapping[str, int]
    letters: Mapping[str, int]
    short: str
    implied: Mapping[str, Fraction]
    implied_before: str
    and_half: str
    currencies: Mapping[str, str]
    money_before: str
    money_after: str
    percent: str
    points: str
    times: str
    multiples: Mapping[str, Quantity]
    multiple: str
    multiplied: str
    divided: str
    time: Mapping[str, str]
    time_link: str
    time_end: str
    less_a_day: str
    ratio: str
    share: str
    rate: str
    bases: tuple[str, ...]
    measures: str
    whole: Mapping[str, int]
    parts: Mapping[str, int]
    halves: str
    unsure: str
    part_of: str
    joins: str
    pair: str
    between: str
    either: str
    hedge: str
    starts: str
    not_figures: Mapping[Reason, str]
    capital: str
    labels: tuple[str, ...]
    months: tuple[str, ...]
    days: str
    list_labels: tuple[str, ...]
    list_joint: str
    label_end: str
    levels: tuple[str, ...]
    dials: tuple[str, ...]
    idioms: tuple[str, ...]
    articles: str


@dataclass(frozen=True, eq=False)
class Scanner:
    """
    The compiled patterns of one language.

    ``prose`` finds numbers of any kind, but a spelled one only with a unit; ``record`` finds those as well.
    ``first_words`` is quick and finds where a number may begin with a letter; lists are for ``str.endswith``.
    """

    grammar: Grammar
    prose: re.Pattern[str]
    record: re.Pattern[str]
    first_words: re.Pattern[str]
    joins: re.Pattern[str]
    pair: re.Pattern[str]
    either: re.Pattern[str]
    between: re.Pattern[str]
    hedge: re.Pattern[str]
    part_of: re.Pattern[str]
    unsure: re.Pattern[str]
    capital: re.Pattern[str] | None
    number_words: re.Pattern[str]
    scale_words: re.Pattern[str]
    scales: Mapping[str, int]
    list_joint: re.Pattern[str]
    named: re.Pattern[str]
    days: re.Pattern[str]
    listed: re.Pattern[str]
    labels: tuple[str, ...]
    months: tuple[str, ...]
    list_labels: tuple[str, ...]
    levels: tuple[str, ...]
    dials: tuple[str, ...]
    idioms: tuple[str, ...]


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def scanner(grammar: Grammar) -> Scanner:
    """Compile a grammar."""
    hedged = rf"(?:(?:{grammar.hedge})\s?)?"
    return Scanner(
        grammar=grammar,
        prose=_pattern(grammar, spelled_alone=False),
        record=_pattern(grammar, spelled_alone=True),
        first_words=_first_words(grammar),
        joins=re.compile(rf"(?:{grammar.joins}){hedged}", re.VERBOSE),
        pair=re.compile(rf"(?:{grammar.pair}){hedged}", re.VERBOSE),
        either=re.compile(rf"(?:{grammar.either}){hedged}", re.VERBOSE),
        between=re.compile(rf"\b(?:{grammar.between})\s?{hedged}$", re.VERBOSE),
        hedge=re.compile(rf"\b(?:{grammar.hedge}|{grammar.between})\s?$", re.VERBOSE),
        part_of=re.compile(grammar.part_of, re.VERBOSE),
        unsure=re.compile(grammar.unsure, re.VERBOSE),
        capital=re.compile(grammar.capital) if grammar.capital else None,
        number_words=re.compile(rf"(?<!\w){one_of(grammar.words)}(?!\w)"),
        scale_words=re.compile(rf"(?<![^\W\d_]){one_of((*grammar.scales, *grammar.letters))}(?!\w)"),
        scales={**grammar.scales, **grammar.letters},
        list_joint=re.compile(grammar.list_joint),
        named=re.compile(rf"{grammar.label_end}(?:[-–]\d+(?:\.\d+)*)?"),
        days=re.compile(grammar.days),
        listed=re.compile(grammar.label_end),
        labels=_whole_words(grammar.labels),
        months=_whole_words(grammar.months),
        list_labels=_whole_words(grammar.list_labels),
        levels=_whole_words(grammar.levels),
        dials=_whole_words(grammar.dials),
        idioms=_whole_words(grammar.idioms),
    )


def _whole_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{before}{word}" for word in words for before in " \u00a0\n([/'’")


def _first_words(grammar: Grammar) -> re.Pattern[str]:
    """Return a pattern of the beginnings of words, grouped by their first letter for speed."""
    beginnings: dict[str, set[str]] = {}
    for word in (*grammar.words, *(word for word in grammar.multiples if " " not in word)):
        beginnings.setdefault(word[0], set()).add(word[1:4])
    grouped = [f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(beginnings.items())]
    return re.compile(rf"\b(?:{'|'.join(grouped)}|{grammar.starts})")


def _number(grammar: Grammar) -> tuple[str, str]:
    """Return the patterns of a number in digits and of one in words."""
    word = rf"{one_of(grammar.words)}(?!\w)"
    implied = rf"{one_of(grammar.implied).replace(' ', '[ ]')}(?={grammar.implied_before})"
    scale = rf"(?:[\s-]{one_of(grammar.scales)}\b)?"
    spelled = rf"(?>(?:{implied}|{word})(?:(?:{grammar.linked}){word})*{scale})"
    end = r"(?!(?!x\b)\w|[.,]\d)"
    return rf"(?>(?:(?<![\d%])[-−])?(?:{grammar.digits}|\d+[½¼¾⅓⅔])(?:{grammar.short}|{end}{scale}))", spelled


def _units(grammar: Grammar, number: str) -> str:
    """Return the pattern of what may follow a number and make it a quantity of some unit."""
    time = one_of(grammar.time)
    no_time = rf"(?!{grammar.time_link}{time}\b|-[^\W\d_])"
    return rf"""
      (?: (?:{grammar.ratio})(?P<ratio>{number}){no_time}
        | (?:{grammar.share})(?P<share>{number}){no_time}
        | (?:{grammar.rate})(?P<rate>(?:10*(?:[,\s]000)*|{one_of(grammar.bases)}))(?!\w)
        | (?P<points>{grammar.points})
        | (?P<percent>{grammar.percent})
        | (?P<money>{grammar.money_after})
        | (?P<times>{grammar.times})(?:{grammar.and_half}(?P<times_half>))?
        | {grammar.time_link}(?P<time>{time})\b(?:{grammar.and_half}(?P<time_half>))?
          (?:{grammar.time_end})?(?P<less>{grammar.less_a_day})?
        | (?P<measure>{grammar.measures})(?!\w)
      )"""


def _pattern(grammar: Grammar, *, spelled_alone: bool) -> re.Pattern[str]:
    digits, spelled = _number(grammar)
    units = _units(grammar, f"(?:{digits}|{spelled})")
    alone = "" if spelled_alone else rf"(?={grammar.joins}|{grammar.pair}|{grammar.either})"
    skips = "|".join(
        f"(?P<{reason.name}>{pattern})"
        for reason, pattern in grammar.not_figures.items()
        if reason is not Reason.PHRASE
    )
    article = "(?!)" if spelled_alone else grammar.articles
    pattern = rf"""
    {_BEFORE}(?:
      (?=[\d\[])(?:{skips}) | (?P<PHRASE>{grammar.not_figures[Reason.PHRASE]}) | (?P<article>{article})
    | (?P<fraction> (?P<whole>{one_of(grammar.whole)})[\s-](?P<part>{one_of(grammar.parts)})\b(?!-[^\W\d_])
        | (?P<half>{grammar.halves})(?![\w-]) | (?P<low>\d)/(?P<high>\d|100?)(?![\d/]) | (?P<sign>[½¼¾⅓⅔]))
    | (?P<multiple>{grammar.multiple})
    | (?:(?P<before>{grammar.money_before})|(?P<multiplied>{grammar.multiplied})|(?P<divided>{grammar.divided}))?
      (?P<number>{digits}|(?P<spelled>{spelled}))
      (?:{grammar.and_half}(?P<and_half>))?(?P<counted>)
      (?: {units} | (?(spelled)(?(before)|(?(multiplied)|(?(divided)|{alone})))|) )
    )"""
    return re.compile(pattern, re.VERBOSE)
