"""What can be drawn: which findings make one chart, of which kind, and where an article has charts."""

import math
from collections.abc import Iterator, Sequence
from enum import StrEnum

from commonground.model.article import Article, Block
from commonground.model.figure import Unit
from commonground.model.marks import CHART
from commonground.model.passage import Passage
from commonground.model.schema.declared import Text
from commonground.model.source import Finding

RATIOS = ("odds ratio", "adjusted odds ratio")
"""Measures with "no difference" at 1, drawn on a log scale."""

PERCENTAGES = ("share", "prevalence", "percentage reduction")
"""Measures from 0 to 100."""

AMOUNTS = ("count",)
"""Measures from 0 upwards."""

MEASURES = (*RATIOS, *PERCENTAGES, *AMOUNTS)
"""Measures that can be drawn; each has a name in every language."""

_TOPS = {**dict.fromkeys(PERCENTAGES, 100.0), **dict.fromkeys(AMOUNTS, math.inf)}

MOST_MARKS = 299
"""Up to so many people a chart of one share has a mark for each."""


class ChartKind(StrEnum):
    """How findings are drawn: intervals on a log scale, bars from zero, or pairs of bars."""

    INTERVALS = "intervals"
    SHARES = "shares"
    CHANGE = "change"


def measure_of(finding: Finding) -> str:
    """Return what a finding's estimate measures, "" where it has none."""
    drawn = finding.estimate or finding.change
    return drawn.measure if drawn else ""


def numbers_of(finding: Finding) -> dict[str, float]:
    """Return the numbers that a chart shows of a finding, by their key in the record."""
    drawn = finding.estimate or finding.change
    found = {key: getattr(drawn, key, None) for key in ("value", "low", "high", "n", "before", "after")}
    return {key: number for key, number in found.items() if number is not None}


def label_of(finding: Finding) -> Text:
    """Return the short name of a finding's outcome by language, {} where it has none."""
    drawn = finding.estimate or finding.change
    return drawn.label if drawn else {}


def kind_of(finding: Finding) -> ChartKind | None:
    """Tell how a finding can be drawn, None where it cannot."""
    if change := finding.change:
        pair = (change.before, change.after)
        fits = min(pair) >= 0 and max(pair) <= _TOPS.get(change.measure, -1.0)
        return ChartKind.CHANGE if fits else None
    estimate = finding.estimate
    if estimate is None:
        return None
    ends = [estimate.value, *(end for end in (estimate.low, estimate.high) if end is not None)]
    if estimate.measure in RATIOS and len(ends) == 3 and min(ends) > 0:
        return ChartKind.INTERVALS
    if estimate.measure in PERCENTAGES and min(ends) >= 0 and max(ends) <= 100:
        return ChartKind.SHARES
    return None


def kind_of_all(findings: Sequence[Finding]) -> ChartKind | None:
    """Return the one kind in which findings of one measure can be drawn together, else None."""
    found = {(kind_of(finding), measure_of(finding)) for finding in findings}
    return found.pop()[0] if len(found) == 1 else None


def counted(finding: Finding) -> int | None:
    """Return how many of ``n`` a share is, where the finding itself gives that number."""
    estimate = finding.estimate
    if estimate is None or not estimate.n:
        return None
    count = round(estimate.value * estimate.n / 100)
    is_given = any(one.value == count and one.unit is Unit.NUMBER for one in finding.quantities)
    return count if is_given else None


def marks_for(findings: Sequence[Finding]) -> tuple[int, int] | None:
    """Return (count, n) where one share is drawn with a mark for each person, else None: bars."""
    if len(findings) != 1 or kind_of_all(findings) is not ChartKind.SHARES:
        return None
    estimate, count = findings[0].estimate, counted(findings[0])
    if estimate is None or estimate.n is None or count is None:
        return None
    return (count, estimate.n) if estimate.n <= MOST_MARKS else None


def data_name(findings: Sequence[Finding]) -> str:
    """Return the name of the file with a chart's numbers: its sources and findings, in order."""
    parts: list[str] = []
    source = ""
    for finding in findings:
        parts += [finding.id] if finding.source == source else [finding.source, finding.id]
        source = finding.source
    return f"{'_'.join(parts)}.csv"


def charts_in(article: Article) -> Iterator[tuple[Block, tuple[Passage, ...]]]:
    """Yield each chart block of an article with the passages inside."""
    for block in article.blocks:
        if block.name == CHART:
            yield block, article.within(block)
