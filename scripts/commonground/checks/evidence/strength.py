"""
A sentence claims no more than its kind of study can show.

Why: A survey or an interview study can show that two things go together, not that one brings about the other.

Fix: Write "goes with", "is linked to" or "people described"; or cite an experiment or a study of a real change as well.
"""

from collections.abc import Iterator

from commonground.checks.evidence.claiming import Claim, Span, claims
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
WEAK = (
    "systematic-review", "meta-analysis", "review", "modelling", "cohort", "cross-sectional", "qualitative", "mixed-methods",
    "official-statistics",
)  # fmt: skip
"""Designs that show an association at most. Experiments and studies of a real change may show more; the rest are no studies."""

_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each causal verb in a sentence that rests on such designs alone, unless the sentence hedges."""
    for claim in claims(corpus):
        designs = {corpus.sources[finding.source].design for finding in claim.findings}
        if not designs <= set(WEAK):
            continue
        if (verb := _unhedged(claim)) is not None:
            yield _report(claim, verb, sorted(designs), corpus)


def _unhedged(claim: Claim) -> Span | None:
    """Return the first causal verb of the sentence that no word before it weakens."""
    hedges = claim.words("hedges")
    for verb in claim.words("causal"):
        if not any(end <= verb[0] for _, end in hedges):
            return verb
    return None


def _report(claim: Claim, verb: Span, designs: list[str], corpus: Corpus) -> Problem:
    start = claim.sentence.start
    word = claim.passage.text[start + verb[0] : start + verb[1]]
    kinds = " and ".join(corpus.locale("en").say(f"designs.{design}.name").lower() for design in designs)
    keys = ", ".join(finding.key for finding in claim.findings)
    message = (
        f'"{word}" says that one thing brings about another, but {keys} is a {kinds}, which can show that they go together. '
        'Write "goes with" or "is linked to", or say who draws the conclusion.'
    )
    return _problem(claim.page.path, claim.passage.span(start + verb[0], start + verb[1]), message)
