"""A section, paragraph or date of the law stands in the cited finding."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from commonground.checks.making import maker
from commonground.checks.shared.citing import cited_findings, pages, sentence_at
from commonground.languages import Language
from commonground.languages.law import Law
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_NUMBER = r"\d+(?:\.\d+)*(?:\([\da-z]+(?:\.\d+)?\))*(?:[a-z](?:\.\d+)?\))?(?![\w%])(?!\s%)"
_PART = re.compile(r"[a-z]|\d+(?:\.\d+)?")
_BARE = re.compile(r"(?<![\w.,(])\d+(?:\.\d+)?\([\da-z]+(?:\.\d+)?\)(?:\([\da-z]+\))*(?:[a-z](?:\.\d+)?\))?")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


_DIGIT = re.compile(r"\d")


class _Mention(Struct, frozen=True):
    """A provision (its number in parts: 213, 1, c) or a full date (year, month, day), and its place in the text."""

    start: int
    end: int
    value: tuple[str, ...]
    is_date: bool


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each section, paragraph and full date that no finding cited in its sentence has."""
    for page in pages(corpus):
        for passage in page.passages:
            for mention in _mentions(passage.text, corpus.locale(passage.language)):
                sentence = sentence_at(passage, mention.start)
                findings = cited_findings(corpus, sentence.citations if sentence else passage.citations)
                if findings and not any(_is_same(mention, known) for known in _of_findings(findings, corpus)):
                    message = _message(passage.text[mention.start : mention.end], mention, findings)
                    yield _problem(page.path, passage.span(mention.start, mention.end), message)


def _message(written: str, mention: _Mention, findings: tuple[Finding, ...]) -> Message:
    names = listed((finding.key for finding in findings), "or")
    if mention.is_date:
        return _text("date", written=written, findings=names)
    return _text("provision", written=written, findings=names)


def _is_same(written: _Mention, known: _Mention) -> bool:
    """Tell whether one is the other, or the section that a recorded subsection belongs to."""
    if written.is_date != known.is_date:
        return False
    return written.value == known.value[: len(written.value)]


def _of_findings(findings: tuple[Finding, ...], corpus: Corpus) -> Iterator[_Mention]:
    for finding in findings:
        for text in (finding.states, finding.where):
            for language, words in text.items():
                yield from _mentions(words, corpus.locale(language))


@lru_cache(maxsize=4096)
def _mentions(text: str, locale: Language) -> tuple[_Mention, ...]:
    """Return the provisions and full dates of a text; one with a label and brackets is named once."""
    return tuple(_find(text.lower(), locale)) if _DIGIT.search(text) else ()


def _find(lowered: str, locale: Language) -> Iterator[_Mention]:
    labelled: set[int] = set()
    for match in _lists(locale.law).finditer(lowered):
        for number in _number(locale.law).finditer(lowered, match.start("numbers"), match.end()):
            labelled.add(number.start())
            yield _provision(number)
    yield from (_provision(match) for match in _BARE.finditer(lowered) if match.start() not in labelled)
    months = [month.lower() for month in locale.words.months]
    # Where no month is named, as in most texts, only one form is left; asking is much faster than looking.
    written = _dates(locale) if any(month in lowered for month in months) else ()
    for pattern in (_ISO, *written):
        for match in pattern.finditer(lowered):
            month = int(match["month"]) if match["month"].isdigit() else months.index(match["month"]) + 1
            value = (match["year"], str(month), str(int(match["day"])))
            yield _Mention(match.start(), match.end(), value, is_date=True)


@cache
def _number(law: Law) -> re.Pattern[str]:
    """Return a pattern for the number of a provision."""
    return re.compile(rf"{_NUMBER}(?!\s{_one_of(law.units)})")


@cache
def _lists(law: Law) -> re.Pattern[str]:
    """Return a pattern for one or more provisions after their label."""
    label, joint, number = _one_of(law.labels), _one_of(law.joints.values()), _number(law).pattern
    return re.compile(
        rf"(?<!\w){label}\s?(?P<numbers>{number}(?:(?:,?\s{joint}\s|,\s|[-–])(?:{label}\s?)?{number})*)"
    )


@cache
def _dates(locale: Language) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each form of a full date."""
    ending = f"{_one_of(locale.law.day_endings)}?" if locale.law.day_endings else ""
    places = {
        "day": rf"(?<!\d)(?P<day>\d{{1,2}}){ending}",
        "month": f"(?P<month>{_one_of(month.lower() for month in locale.words.months)})",
        "year": _YEAR,
    }
    return tuple(
        re.compile(re.sub(r"\{(\w+)\}", lambda found: places[found[1]], form.replace(" ", r"\s")))
        for form in locale.law.dates
    )


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first; for nothing at all where there are none."""
    longest_first = sorted((word.lower() for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?!)"


def _provision(match: re.Match[str]) -> _Mention:
    return _Mention(match.start(), match.end(), tuple(_PART.findall(match.group())), is_date=False)
