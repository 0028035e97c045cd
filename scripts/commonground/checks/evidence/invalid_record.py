"""Every record of a source is complete and agrees with itself and with the others."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from commonground.checks.making import maker, nearest
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure, Quantity, agrees, exact
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding, Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TOO_COMMON = frozenset((Fraction(1),))
"""French has one word for "one" and "a": « un an » is no figure."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what reading met, then names that lead nowhere and sentences that do not give their figures."""
    yield from corpus.met("evidence/invalid-record")
    for source in corpus.sources.values():
        yield from _names(source, corpus)
        yield from _nameless(source)
        sentences: dict[str, dict[str, Passage]] = {}
        for passage in source.statements:
            sentences.setdefault(passage.owner, {})[passage.language] = passage
        for finding in source.findings:
            own = sentences.get(finding.key, {})
            if original := own.pop(corpus.default_language, None):
                yield from _unstated(source, finding, original)
                for translation in own.values():
                    yield from _untranslated(finding, original, translation)


def _names(source: Source, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each name of another source or finding that is not there."""
    lists: list[tuple[str, tuple[str, ...], Mapping[str, object]]] = [
        ("contested_by", source.contested_by, corpus.sources),
        ("superseded_by", source.superseded_by, corpus.sources),
    ]
    for finding in source.findings:
        lists.append((f"findings.{finding.id}.contested_by", finding.contested_by, corpus.findings))
    for key, names, known in lists:
        for index, name in enumerate(names):
            if name not in known and not corpus.is_unread(name):
                message = _no_such(key, name, nearest(name, known))
                yield _problem(source.path, _place(source.spans, f"{key}.{index}", key), message)


def _nameless(source: Source) -> Iterator[Problem]:
    """Yield a problem for each author of whom neither a family name nor the name of a body is given."""
    for language, item in source.csl.items():
        for index, author in enumerate(item.author):
            if not (author.family.strip() or author.literal.strip()):
                places = (f"csl_{language}.author.{index}", f"csl.author.{index}", "csl.author", "csl")
                yield _problem(source.path, _place(source.spans, *places), _text("nameless"))


def _no_such(key: str, name: str, near: str) -> Message:
    last = key.rpartition(".")[2]
    if key.startswith("findings."):
        return (
            _text("no-finding-near", key=last, name=name, near=near)
            if near
            else _text("no-finding", key=last, name=name)
        )
    return (
        _text("no-source-near", key=last, name=name, near=near)
        if near
        else _text("no-source", key=last, name=name)
    )


def _place(spans: Mapping[str, Span], *keys: str) -> Span:
    return next((spans[key] for key in keys if key in spans), FILE_START)


def _unstated(source: Source, finding: Finding, sentence: Passage) -> Iterator[Problem]:
    """Yield a problem for each recorded figure that the finding's sentence does not give."""
    missing = {quantity.value for quantity in finding.quantities if not _stands(quantity, sentence)}
    for index, written in enumerate(finding.figures if missing else ()):
        is_there = re.search(rf"(?<!\w){re.escape(written)}(?!\w)", sentence.text, re.IGNORECASE)
        numerals = {exact(numeral.replace(",", "")) for numeral in _NUMERAL.findall(written)}
        if not is_there and (not numerals or numerals & missing):
            key = f"findings.{finding.id}.figures"
            message = _text("unstated", figure=written, finding=finding.key)
            yield _problem(source.path, _place(source.spans, f"{key}.{index}", key), message)


def _stands(quantity: Quantity, passage: Passage) -> bool:
    return any(agrees(written, quantity) for figure in passage.figures for written in _ends(figure))


def _ends(figure: Figure) -> tuple[Quantity, ...]:
    return figure.quantities if figure.bare is None else (*figure.quantities, figure.bare)


def _untranslated(finding: Finding, original: Passage, translation: Passage) -> Iterator[Problem]:
    """Yield a problem where a translated sentence lacks a figure of the original; spelled counts are no figures."""
    given = {quantity.value for figure in translation.figures for quantity in _ends(figure)}
    for figure in original.figures:
        values = {quantity.value for quantity in figure.quantities} - _TOO_COMMON
        if not values <= given:
            message = _text("untranslated", finding=finding.key, figure=figure.text)
            yield _problem(translation.path, translation.whole(), message)
