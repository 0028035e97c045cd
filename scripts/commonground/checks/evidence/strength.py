"""A sentence claims no more than its kind of study can show."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.claiming import Claim, Span, claims
from commonground.languages.message import SiteText, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
WEAK = (
    "systematic-review", "meta-analysis", "review", "modelling", "cohort", "cross-sectional", "qualitative", "mixed-methods",
    "official-statistics", "news-report",
)  # fmt: skip
"""Designs that show an association at most. Experiments and studies of a real change may show more; the rest are no studies."""

_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each causal verb in a sentence that rests on such designs alone, unless the sentence hedges."""
    for claim in claims(corpus):
        designs = {corpus.sources[finding.source].design for finding in claim.findings}
        if not designs <= set(WEAK):
            continue
        if (verb := _unhedged(claim)) is not None:
            yield _report(claim, verb, sorted(designs))


def _unhedged(claim: Claim) -> Span | None:
    """Return the first causal verb of the sentence that no word before it weakens."""
    hedges = claim.words("hedges")
    for verb in claim.words("causal"):
        if not any(end <= verb[0] for _, end in hedges):
            return verb
    return None


def _report(claim: Claim, verb: Span, designs: list[str]) -> Problem:
    start = claim.sentence.start
    word = claim.passage.text[start + verb[0] : start + verb[1]]
    keys = listed(finding.key for finding in claim.findings)
    kinds = listed((SiteText(f"designs.{design}.name") for design in designs), "and")
    message = _text("causal", word=word, findings=keys, designs=kinds)
    return _problem(claim.page.path, claim.passage.span(start + verb[0], start + verb[1]), message)
