"""The table below a drawing: the same numbers for those who do not see it, and for those who want to copy them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from commonground.markdown.charts.drawing import Drawing
from commonground.markdown.charts.numbers import whole
from commonground.model.chart import counted
from commonground.model.corpus import Corpus
from commonground.model.source import Finding
from commonground.sources.names import who

_NONE = "–"


def table(drawing: Drawing, corpus: Corpus) -> Element:
    """Return the table of a drawing, a row for each finding, the first cell its header."""
    element = Element("table")
    heads = SubElement(SubElement(element, "thead"), "tr")
    columns = list(_columns(drawing))
    for text in columns:
        SubElement(heads, "th", {"scope": "col"}).text = text
    body = SubElement(element, "tbody")
    for finding in drawing.findings:
        row = SubElement(body, "tr", {"data-values": finding.key})
        SubElement(row, "th", {"scope": "row"}).text = drawing.label(finding)
        source = who(corpus.sources[finding.source], drawing.locale)
        for text in (*_cells(drawing, finding), source):
            SubElement(row, "td").text = text
    return element


def _columns(drawing: Drawing) -> Iterator[str]:
    say = drawing.locale.say
    yield say("chart.columns.outcome")
    if drawing.changes:
        yield from (say("chart.columns.before"), say("chart.columns.after"))
    else:
        yield drawing.measure[:1].upper() + drawing.measure[1:]
    if _has_intervals(drawing):
        yield drawing.interval_words("columns.interval")
    if _has_people(drawing):
        yield say("chart.columns.out_of")
    yield say("chart.columns.source")


def _cells(drawing: Drawing, finding: Finding) -> Iterator[str]:
    numbers = drawing.numbers(finding)
    if change := finding.change:
        yield from (numbers.full(change.before), numbers.full(change.after))
    if estimate := finding.estimate:
        count = counted(finding)
        share = numbers.full(estimate.value)
        yield share if count is None else f"{whole(count, drawing.locale)} ({share})"
        if _has_intervals(drawing):
            has_ends = estimate.low is not None and estimate.high is not None
            yield numbers.range(estimate.low or 0, estimate.high or 0) if has_ends else _NONE
        if _has_people(drawing):
            yield whole(estimate.n, drawing.locale) if estimate.n else _NONE


def _has_intervals(drawing: Drawing) -> bool:
    return any(estimate.low is not None for estimate in drawing.estimates)


def _has_people(drawing: Drawing) -> bool:
    return any(estimate.n for estimate in drawing.estimates)
