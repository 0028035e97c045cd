"""Every figure in the texts of a record, a search or a word rule is one that it lists."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import carriers
from commonground.languages.message import Value, listed, texts_of
from commonground.model import marks
from commonground.model.corpus import Corpus
from commonground.model.figure import Quantity, Unit, is_among
from commonground.model.passage import Passage
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding, Source
from commonground.model.term import situations_of

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_NAME = re.compile(rf"\b{marks.SOURCE_ID}\b")
_Values = tuple[tuple[Quantity, ...], ...]


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure of the texts and estimates of records, and of word rules, that stands in no list."""
    for source in corpus.sources.values():
        for passage in source.passages:
            if passage.figures:
                yield from _unlisted(source, passage, corpus)
        for finding in source.findings:
            yield from _undrawn(source, finding)
    for search in corpus.searches.values():
        name = _text("search", id=search.id)
        yield from _unnamed(name, search.values, search.sources, search.passages, corpus)
    for rules in corpus.terms.values():
        for rule in rules:
            yield from _unnamed(rule.rule_id, rule.values, rule.sources, rule.passages, corpus)
        for situation in situations_of(rules):
            name = _text("situation", id=situation.id)
            yield from _unnamed(name, situation.values, (), situation.passages, corpus)


def _unlisted(source: Source, passage: Passage, corpus: Corpus) -> Iterator[Problem]:
    finding = corpus.findings.get(passage.owner)
    field = passage.label.removeprefix(f"findings.{finding.id}.") if finding else passage.label
    if field.startswith("plain"):
        return  # evidence/unfair-rounding
    stated = finding if finding and field.startswith(("states", "quotable.heading")) else None
    values = stated.sayable(passage.language) if stated else _values(source, field, passage.language, corpus)
    for figure in passage.figures:
        if is_among(figure, values):
            continue
        if stated:
            known = _known((*stated.figures, *stated.plain.get(passage.language, ())))
            message = _text("states", figure=figure.text, finding=stated.key, known=known)
        else:
            known = _known(source.figures)
            message = _text("field", figure=figure.text, field=field, source=source.id, known=known)
        yield _problem(passage.path, passage.span(figure.start, figure.end), message)


def _known(figures: tuple[str, ...]) -> Value:
    return listed(figures) if figures else _text("no-figures")


def _values(source: Source, field: str, language: str, corpus: Corpus) -> _Values:
    """Return what a text of a record may give: all that it lists, and where it tells of a dispute what the others do."""
    findings = list(source.findings)
    if field.startswith("contested"):
        ids = {key.partition("#")[0] for finding in findings for key in finding.contested_by}
        others = (corpus.sources.get(id) for id in ids | set(source.contested_by))
        findings += [finding for other in others if other for finding in other.findings]
    return (*source.values, *(value for finding in findings for value in finding.sayable(language)))


def _undrawn(source: Source, finding: Finding) -> Iterator[Problem]:
    """Yield a problem for each number of an estimate, which a chart would draw, that the finding does not list."""
    estimate, change = finding.estimate, finding.change
    drawn = {
        "value": estimate and estimate.value,
        "low": estimate and estimate.low,
        "high": estimate and estimate.high,
        "before": change and change.before,
        "after": change and change.after,
    }
    known = [quantity.value for quantity in finding.quantities if quantity.unit is not Unit.MONEY]
    for key, value in drawn.items():
        if value is not None and not any(float(one) == value for one in known):
            place = source.spans.get(f"findings.{finding.id}.estimate.{key}", FILE_START)
            message = _text("drawn", value=f"{value:g}", finding=finding.key, known=_known(finding.figures))
            yield _problem(source.path, place, message)


def _unnamed(
    name: Value, values: _Values, sources: tuple[str, ...], passages: tuple[Passage, ...], corpus: Corpus
) -> Iterator[Problem]:
    """Yield a problem for each figure that neither a rule nor a source that it names has."""
    for passage in passages:
        named = {*sources, *_NAME.findall(passage.text)}
        findings = [
            finding for id in named if id in corpus.sources for finding in corpus.sources[id].findings
        ]
        for figure in passage.figures:
            if not is_among(figure, values) and not carriers(figure, findings, passage.language):
                message = _text("word-rule", figure=figure.text, field=passage.label, rule=name)
                yield _problem(passage.path, passage.span(figure.start, figure.end), message)
