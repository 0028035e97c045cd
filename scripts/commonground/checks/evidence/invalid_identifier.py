"""Identifiers of a source are well formed."""

import re
from collections.abc import Callable, Iterator, Mapping

from commonground.checks.making import maker
from commonground.languages.message import Message, Value, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMCID = re.compile(r"PMC\d+")
_PMID = re.compile(r"\d{1,8}")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dX]")
_NEUTRAL = re.compile(r"(?:1[89]|20)\d\d [A-Z]{2,8} \d+")
_LIKE_NEUTRAL = re.compile(r"\W*(?:1[89]|20)\d\d\W*[A-Za-z]{2,8}\W*\d+\W*")


def _isbn(text: str) -> bool:
    """Tell whether an ISBN of 10 or 13 digits agrees with its check digit (ISO 2108)."""
    digits = text.replace("-", "").replace(" ", "")
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False


def _issn(text: str) -> bool:
    """Tell whether an ISSN agrees with its check digit (ISO 3297)."""
    if not _ISSN.fullmatch(text):
        return False
    digits = text.replace("-", "")
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0


_FORMS: Mapping[str, tuple[Callable[[str], object], Value]] = {
    "DOI": (_DOI.fullmatch, _text("doi")),
    "PMCID": (_PMCID.fullmatch, "PMC6289426"),
    "PMID": (_PMID.fullmatch, "30532209"),
    "ISBN": (lambda text: all(map(_isbn, re.split(r"[,;]\s*", text))), _text("isbn")),
    "ISSN": (_issn, _text("issn")),
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each identifier of a record that cannot be right."""
    for source in corpus.sources.values():
        for key, (is_right, example) in _FORMS.items():
            written = str(source.csl.get(key, ""))
            if written and not is_right(written):
                yield _report(source, key, _text("invalid", written=written, key=key, example=example))
        number = str(source.csl.get("number", ""))
        if (
            source.csl.get("type") == "legal_case"
            and _LIKE_NEUTRAL.fullmatch(number)
            and not _NEUTRAL.fullmatch(number)
        ):
            yield _report(source, "number", _text("neutral", written=number))


def _report(source: Source, key: str, message: Message) -> Problem:
    return _problem(source.path, source.spans.get(f"csl.{key}", FILE_START), message)
