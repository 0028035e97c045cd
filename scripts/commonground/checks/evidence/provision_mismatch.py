"""A section, paragraph or date of the law stands in the cited finding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from commonground.checks.evidence.citing import cited_findings, pages, sentence_at
from commonground.checks.making import maker
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_NUMBER = r"\d+(?:\.\d+)*(?:\([\da-z]+(?:\.\d+)?\))*(?:[a-z](?:\.\d+)?\))?(?![\w%])(?!\s(?:%|per\s?cent|pour\scent))"
_PART = re.compile(r"[a-z]|\d+(?:\.\d+)?")
_LABELS = {
    "en": r"(?:sub)?sections?|ss?\.|paragraphs?|paras?\b\.?|articles?|arts?\.",
    "fr": r"articles?|arts?\.|paragraphes?|par\.|alinéas?|al\.",
}
_JOINTS = {"en": r"and|or|to|through", "fr": r"et|ou|à"}
_MONTHS = {
    "en": (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
}  # fmt: skip
_NUMBERS = re.compile(_NUMBER)
_LISTS = {
    language: re.compile(
        rf"(?<!\w)(?:{labels})\s?(?P<numbers>{_NUMBER}(?:(?:,?\s(?:{_JOINTS[language]})\s|,\s|[-–])"
        rf"(?:(?:{labels})\s?)?{_NUMBER})*)"
    )
    for language, labels in _LABELS.items()
}
_BARE = re.compile(r"(?<![\w.,(])\d+(?:\.\d+)?\([\da-z]+(?:\.\d+)?\)(?:\([\da-z]+\))*(?:[a-z](?:\.\d+)?\))?")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_DATES = {
    "en": (
        rf"(?P<month>{'|'.join(_MONTHS['en'])})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{'|'.join(_MONTHS['en'])}),?\s{_YEAR}",
    ),
    "fr": (rf"(?<!\d)(?P<day>\d{{1,2}})(?:er)?\s(?P<month>{'|'.join(_MONTHS['fr'])})\s{_YEAR}",),
}
_DATE_PATTERNS = {language: tuple(map(re.compile, patterns)) for language, patterns in _DATES.items()}
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A provision (its number in parts: 213, 1, c) or a full date (year, month, day), and its place in the text."""

    start: int
    end: int
    value: tuple[str, ...]
    is_date: bool


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each section, paragraph and full date that no finding cited in its sentence has."""
    for page in pages(corpus):
        for passage in page.passages:
            for mention in _mentions(passage.text, passage.language):
                sentence = sentence_at(passage, mention.start)
                findings = cited_findings(corpus, sentence.citations if sentence else passage.citations)
                if findings and not any(_is_same(mention, known) for known in _of_findings(findings)):
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


def _of_findings(findings: tuple[Finding, ...]) -> Iterator[_Mention]:
    for finding in findings:
        for text in (finding.states, finding.where):
            for language, words in text.items():
                yield from _mentions(words, language)


@lru_cache(maxsize=4096)
def _mentions(text: str, language: str) -> tuple[_Mention, ...]:
    """Return the provisions and full dates of a text; one with a label and brackets is named once."""
    return tuple(_find(text.lower(), language)) if _DIGIT.search(text) else ()


def _find(lowered: str, language: str) -> Iterator[_Mention]:
    labelled: set[int] = set()
    for match in _LISTS.get(language, _LISTS["en"]).finditer(lowered):
        for number in _NUMBERS.finditer(lowered, match.start("numbers"), match.end()):
            labelled.add(number.start())
            yield _provision(number)
    yield from (_provision(match) for match in _BARE.finditer(lowered) if match.start() not in labelled)
    for pattern in (_ISO, *_DATE_PATTERNS.get(language, _DATE_PATTERNS["en"])):
        for match in pattern.finditer(lowered):
            month = match["month"] if match["month"].isdigit() else _number_of(match["month"])
            value = (match["year"], str(int(month)), str(int(match["day"])))
            yield _Mention(match.start(), match.end(), value, is_date=True)


def _provision(match: re.Match[str]) -> _Mention:
    return _Mention(match.start(), match.end(), tuple(_PART.findall(match.group())), is_date=False)


def _number_of(month: str) -> str:
    return str(next(names.index(month) + 1 for names in _MONTHS.values() if month in names))
