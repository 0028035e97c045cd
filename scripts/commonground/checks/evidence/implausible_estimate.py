"""
An estimate lies inside its interval, and a ratio near the middle of it.

Source of the second rule: intervals of ratios are made on a logarithmic scale, where the estimate is their middle, so it
is the geometric mean of the two ends (Altman, Practical Statistics for Medical Research, 1991, chapter 10).
"""

import math
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Estimate

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_FAR = 0.10
"""How far a ratio may lie from the geometric mean of its interval, as a part of that mean."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each estimate outside its interval, and for each ratio far from its middle without a caution."""
    for source in corpus.sources.values():
        for finding in source.findings:
            if finding.estimate and (message := _fault(finding.key, finding.estimate, bool(finding.caution))):
                place = source.spans.get(f"findings.{finding.id}.estimate", FILE_START)
                yield _problem(source.path, place, message)


def _fault(key: str, estimate: Estimate, is_told: bool) -> Message | None:
    value, low, high = estimate.value, estimate.low, estimate.high
    if low is None or high is None:
        return None
    shown, first, last = f"{value:g}", f"{low:g}", f"{high:g}"
    if not low <= value <= high:
        return _text("outside", finding=key, value=shown, low=first, high=last)
    if is_told or "ratio" not in estimate.measure or min(low, value) <= 0:
        return None
    middle = math.sqrt(low * high)
    if abs(value - middle) <= _FAR * middle:
        return None
    return _text("far", finding=key, value=shown, low=first, high=last, middle=f"{middle:.2f}")
