"""Numbers that are no figures: the notations that all languages share, and what a language says of the others."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from commonground.model.figure import LeftAlone, Reason

YEAR = r"(?:1[5-9]|20)\d\d"
LOOK_BACK = 32
"""Characters before a number in which a hedge, "between" or "section" can stand."""

SPACE = "[ \u00a0\u2009\u202f]"

_DATES = (
    rf"{YEAR}[-./]\d\d[-./]\d\d(?!\d)",  # 2014-04-12
    rf"\d{{1,2}}-\d{{1,2}}-{YEAR}(?!\d)",  # 12-04-2014
    rf"\d{{1,2}}\.\d{{1,2}}\.{YEAR}(?!\d)",  # 12.04.2014
    r"\d{1,2}/\d{1,2}/\d{2,4}(?!\d)",  # 12/04/2014
)
_TELEPHONES = (
    r"[2-9]-1-1",  # 9-1-1
    r"9-8-8",
    r"\+\d{1,3}(?:[\s.-]\(?\d{1,4}\)?){2,6}(?!\d)",  # +44 20 7946 0018
    r"1-8\d\d-[\w-]+",  # 1-800-FLOWERS
    r"\d{3}-0\d{3}(?!\d)",  # 555-0142
    r"(?:1[-.\s])?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)",  # 604-555-0123
    r"0\d(?:[\s.-]\d\d){4}(?!\d)",  # 01 55 55 00 18
    r"0\d{2,4}\s\d{3,4}\s?\d{3,4}(?![\s-]?\d)",  # 01632 960 001
)
_BOOKS = (
    r"97[89](?:[-\s]?\d){10}(?!\d)",  # an ISBN
    r"\d{4}(?:[-\s]\d{4}){2}[-\s]\d{3}[\dx](?!\w)",  # an ORCID or ISNI
    r"10\.\d{4,9}/\S+",  # a DOI
    rf"\d+(?=\s\({YEAR}\)\s?:)",  # the 12 of "12 (2019): 45-67"
    rf"(?<=\({YEAR}\):)\s?\d+(?:[-–]\d+)?",
    rf"(?<=\({YEAR}\):\s)\d+(?:[-–]\d+)?",
    rf"(?<=\({YEAR}\)\s:\s)\d+(?:[-–]\d+)?",
    r"\d+\(\d+\)\s?:\s?e?\d+(?:[-–]\d+)?",  # 14(3):221-235
    r"\d+\(\d+\),\s\d+[-–]\d+",  # 14(3), 221-235
    r"\d+:\s?\d{3,}[-–]\d+",  # 14:221-235
)
_LAW = (
    rf"\[{YEAR}\]\s\d+\s[a-z.]+\s\d+",  # [1978] 2 S.C.R. 476
    rf"\[{YEAR}\]",
    r"\d+\s(?:[a-z]\.){2,4}\s\d+",  # 410 U.S. 113
    r"\d+\su\.?s\.?c\.?(?!\w)(?:\s\d+)?",  # 18 U.S.C. 1591
    r"\d+(?:\.\d+)?\([\da-z.]+\)(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?",  # 286.1(1)
    r"(?:286\.[1-5]|279\.0\d+)(?!\d)",  # sections of the Criminal Code, known without their "s."
    rf"{YEAR}-\d{{3}}(?!\d)",  # SOR/2002-227
)
_CODES = (
    r"(?!\d{1,3}(?:\.\d{3}){2,6}(?![\d.]))\d+(?:\.\d+){2,6}(?![\d.]|\w)",  # 18.0.2, 10.0.0.12
    r"\d+(?:-\d+){2,6}(?![\w-])",  # 500-17-084110-146
    r"\d+(?:-\d+){1,6}-[a-z]{1,2}(?!\w)",  # 12-581-X
    r"\d{4}(?:\s\d{4})*\s0\d{3}(?!\d)|\d{4}(?:\s\d{4}){2,4}(?!\d)",  # an account: 5512 0098
    r"0\d+(?![\w%]|[.,]\d|\s?%|[-–]\d)",  # 0098
    r"\d{5}\s?\d{4}\s?rr\s?\d{4}(?!\d)",  # a Canadian charity
)
_NO_RATIO = "".join(
    rf"(?<!{words}\s)" for words in (r"ratio\sof", r"odds\sof", r"scale\sof", "échelle", r"rapport\sde")
)
"""10:30 is a time of day unless it is said to be a ratio."""

SHARED: Mapping[Reason, tuple[str, ...]] = {
    Reason.LEVEL: (),
    Reason.DATE: _DATES,
    Reason.TELEPHONE: _TELEPHONES,
    Reason.NUMBERED: (*_BOOKS, *_LAW, *_CODES),
    Reason.CLOCK: (r"24/7", rf"{_NO_RATIO}\d{{1,2}}:\d\d(?!\d)"),
    Reason.YEAR: (),
}
"""Notations that are no figures in any language, from their first character: a digit, a plus sign or a bracket."""

_SECRETS = ("code", "pin", "password", r"mot\sde\spasse")
OPENERS = " \u00a0\u2009\u202f\n([/'’"
_OPENER = re.compile(f"[{re.escape(OPENERS)}]")
_CODE = r"\d\w*(?:[-–./:]\w+)*(?:\([\da-z.]+\))*(?:[a-z](?:\.\d+)?\))?"


@dataclass(frozen=True, kw_only=True)
class Names:
    """
    What makes a number no figure in one language. Patterns meet lower-case text.

    Attributes:
        not_figures: Patterns of what is none by its own form, in the order in which they are tried.
        articles: Number words that are also articles, with a unit; they count as numbers in records only.
        capital: Months that are other words without their capital, after a day; "" where there are none.
        address: A number before the name of a street, in the text as it is written.
        identifiers: Words that make a number near after them one of a work or a person: "ISSN".
        labels: Words that make the number after them a name: "section". ``loose_labels`` do so only where ``loose_end``
            follows: "file 12 is", not "in this file 12 women". ``list_labels`` name a whole list, whose numbers
            ``list_joint`` parts, and each may go on as ``label_end``.
        months: Words that make the number after them a date (``days``), unless what is ``counted`` follows.
        dials: Words that make the number after them one to call.
        hours: Words that make hours after them a time of day, unless they last (``lasting``).
        levels: Words that make the percentage after them the level of an interval; ``levels_near`` may have others
            between them and the last.
        before_names: Words before a proper name that goes on with a number, such as "the".
        idioms: Words after which a half or a multiple is no quantity.
    """

    not_figures: Mapping[Reason, tuple[str, ...]]
    articles: str = "(?!)"
    capital: str = ""
    address: str
    identifiers: tuple[str, ...]
    labels: tuple[str, ...]
    loose_labels: tuple[str, ...]
    loose_end: tuple[str, ...]
    list_labels: tuple[str, ...]
    list_joint: str
    label_end: str
    months: tuple[str, ...]
    days: str
    counted: str
    dials: tuple[str, ...]
    hours: tuple[str, ...] = ()
    lasting: str = "(?!)"
    levels: tuple[str, ...]
    levels_near: tuple[tuple[str, ...], str]
    before_names: tuple[str, ...]
    idioms: tuple[str, ...]


class Before:
    """
    What stands shortly before an offset of a text, without the space at its end: in lower case, and as it is written.

    ``last`` is the numeral before it that is no figure, if there is one.
    """

    def __init__(self, written: str, end: int, last: LeftAlone | None = None) -> None:
        self.written = f" {written[max(0, end - LOOK_BACK) : end]}".rstrip()
        self.text = self.written.lower()
        self.last = last if last and end - last.end < LOOK_BACK else None

    @cached_property
    def last_word(self) -> str:
        """The last word of it."""
        return _OPENER.split(self.text)[-1]


class Endings:
    """A list of words and phrases, of which one may end a text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        for phrase in phrases:
            found.setdefault(Before(phrase, len(phrase)).last_word, []).append(phrase)
        self._by_last_word = {word: tuple(ends) for word, ends in found.items()}

    def end(self, before: "Before") -> bool:
        """Tell whether one of them does."""
        text = before.text
        return any(
            text.endswith(phrase) and (len(phrase) == len(text) or text[-len(phrase) - 1] in OPENERS)
            for phrase in self._by_last_word.get(before.last_word, ())
        )


class Nearby:
    """A list of words, of which one may stand shortly before the end of a text, with no numeral between."""

    def __init__(self, words: Iterable[str], last: str = "") -> None:
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)[^\d.;,()%]{{0,20}}{last}$")

    def end(self, before: Before) -> bool:
        """Tell whether one of them does."""
        return self._pattern.search(before.text) is not None


class Written:
    """A pattern for the end of a text as it is written, capitals and all."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(rf"(?<!\w){pattern}$")

    def end(self, before: Before) -> bool:
        """Tell whether a text ends so."""
        return before.written[-1:].isalpha() and self._pattern.search(before.written) is not None


@dataclass(frozen=True, eq=False)
class Naming:
    """The compiled form of ``Names``."""

    by_label: tuple[tuple[Endings | Nearby | Written, re.Pattern[str], Reason], ...]
    list_labels: Endings
    list_joint: re.Pattern[str]
    listed: re.Pattern[str]
    hours: Endings
    lasting: re.Pattern[str]
    levels: Endings
    levels_near: Nearby
    idioms: Endings


def naming(names: Names) -> Naming:
    """Compile what a language says of numbers that are none."""
    ends = "|".join(names.loose_end)
    loose = (
        rf"\d+[-/]\d{{3,}}\w*(?!\s?%)"
        rf"|{_CODE}(?!(?:{names.list_joint})\d)(?=\s?(?:[.,;:!?)\]\ufffc]|$)|\s(?:{ends})\b)"
    )
    files = "|".join(map(re.escape, names.loose_labels))
    articles = "|".join(names.before_names)
    telephone = rf"(?:[2-8]11|\d{{5,6}}|\d{{3}}[-.\s]\d{{4}})(?!\w|[.,]\d|{names.counted})"
    return Naming(
        by_label=(
            (Endings(names.months), re.compile(rf"(?:{names.days})(?!{names.counted})"), Reason.DATE),
            (Nearby(names.identifiers), re.compile(rf"{_CODE}(?:\s\d[\dx]*)*"), Reason.NUMBERED),
            (Endings(names.labels), re.compile(_CODE), Reason.NUMBERED),
            (Endings(names.loose_labels), re.compile(loose), Reason.NUMBERED),
            (Nearby(_SECRETS, r"(?:\sis|\sest|:)"), re.compile(r"\d{4,}(?!\w|[.,]\d|\s?%)"), Reason.NUMBERED),
            (
                Written("[A-Z]{3,}"),
                re.compile(r"\d{5,}(?!\w|[.,]\d|\s?%)"),
                Reason.NUMBERED,
            ),  # ISRCTN 45110293
            (Written(rf"(?i:{files}),?\s[A-Z]{{1,4}}"), re.compile(_CODE), Reason.NUMBERED),  # form IMM 5707
            (
                Written(rf"(?i:{articles})(?:\s|(?<=['’]))[A-ZÉ]\w+"),
                re.compile(loose),
                Reason.NUMBERED,
            ),  # a Boeing 737
            (Endings(names.dials), re.compile(telephone), Reason.TELEPHONE),
        ),
        list_labels=Endings(names.list_labels),
        list_joint=re.compile(names.list_joint),
        listed=re.compile(names.label_end),
        hours=Endings(names.hours),
        lasting=re.compile(names.lasting),
        levels=Endings(names.levels),
        levels_near=Nearby(*names.levels_near),
        idioms=Endings(names.idioms),
    )
