"""
An estimate lies inside its interval, and a ratio near the middle of it.

Why: Two abstracts had misprinted digits that nobody saw until the numbers were held against each other.

Fix: Look at the source again. Where it really says so, tell readers in the finding's `caution`.

Source of the second rule: intervals of ratios are made on a logarithmic scale, where the estimate is their middle, so it
is the geometric mean of the two ends (Altman, Practical Statistics for Medical Research, 1991, chapter 10).
"""

import math
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Estimate

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_FAR = 0.10
"""How far a ratio may lie from the geometric mean of its interval, as a part of that mean."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each estimate outside its interval, and for each ratio far from its middle without a caution."""
    for source in corpus.sources.values():
        for finding in source.findings:
            fault = _fault(finding.estimate, told=bool(finding.caution)) if finding.estimate else ""
            if fault:
                place = source.spans.get(f"findings.{finding.id}.estimate", FILE_START)
                message = f"{finding.key}: {fault} Look at the source again; where it says so, add a caution."
                yield _problem(source.path, place, message)


def _fault(estimate: Estimate, *, told: bool) -> str:
    value, low, high = estimate.value, estimate.low, estimate.high
    if low is None or high is None:
        return ""
    if not low <= value <= high:
        return f"{value:g} lies outside its interval, {low:g} to {high:g}."
    if told or "ratio" not in estimate.measure or min(low, value) <= 0:
        return ""
    middle = math.sqrt(low * high)
    if abs(value - middle) <= _FAR * middle:
        return ""
    return f"{value:g} is a ratio, but lies far from the middle of {low:g} to {high:g} (about {middle:.2f})."
