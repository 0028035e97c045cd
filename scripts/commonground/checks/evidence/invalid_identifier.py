"""Identifiers of a source are well formed."""

import re
from collections.abc import Callable, Iterator, Mapping

from commonground.checks.making import maker
from commonground.languages.message import Message, Value, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Source
from commonground.sources.identifiers import (
    DOI,
    LIKE_NEUTRAL_CITATION,
    NEUTRAL_CITATION,
    PMCID,
    PMID,
    is_isbn,
    is_issn,
)

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_FORMS: Mapping[str, tuple[Callable[[str], object], Value]] = {
    "DOI": (DOI.fullmatch, _text("doi")),
    "PMCID": (PMCID.fullmatch, "PMC6289426"),
    "PMID": (PMID.fullmatch, "30532209"),
    "ISBN": (lambda text: all(map(is_isbn, re.split(r"[,;]\s*", text))), _text("isbn")),
    "ISSN": (is_issn, _text("issn")),
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each identifier of a record that cannot be right."""
    for source in corpus.sources.values():
        for key, (is_right, example) in _FORMS.items():
            written = getattr(source.item, key.lower())
            if written and not is_right(written):
                yield _report(source, key, _text("invalid", written=written, key=key, example=example))
        number = source.item.number
        if (
            source.item.type == "legal_case"
            and LIKE_NEUTRAL_CITATION.fullmatch(number)
            and not NEUTRAL_CITATION.fullmatch(number)
        ):
            yield _report(source, "number", _text("neutral", written=number))


def _report(source: Source, key: str, message: Message) -> Problem:
    return _problem(source.path, source.spans.get(f"csl.{key}", FILE_START), message)
