"""How sure the fact of a page is: one published rule, applied to the records that the page cites."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from commonground.model.article import Article
from commonground.model.chart import RATIOS
from commonground.model.cohorts import groups
from commonground.model.corpus import Corpus
from commonground.model.source import SECOND_HAND, Finding, Source

FACT = "fact"
REVIEWS = ("systematic-review", "meta-analysis", "review")
STUDIES = (
    "systematic-review", "meta-analysis", "experiment", "natural-experiment", "cohort", "cross-sectional", "qualitative",
    "mixed-methods", "evaluation",
)  # fmt: skip
"""Designs that observe people, or gather such studies by a method; all others are counted apart."""

LAW = ("statute", "court-decision")
_TRIALS = ("experiment", "natural-experiment")


class Level(StrEnum):
    """How sure a fact is; ``LAW`` and ``TEXTS`` rest on no study, the first on the text of a law or a ruling."""

    STRONG = "strong"
    SOME = "some"
    LITTLE = "little"
    LAW = "law"
    TEXTS = "texts"


class Certainty(Struct, frozen=True):
    """
    What stands behind a fact.

    Attributes:
        agreeing: Sources with a finding that points the way of the fact, in order of the page.
        disagreeing: The findings that point another way.
        for_it: Groups of people whose studies agree, papers on one cohort counted once.
        against_it: Groups of people whose studies do not.
    """

    level: Level
    agreeing: tuple[Source, ...]
    disagreeing: tuple[Finding, ...]
    for_it: int
    against_it: int

    @property
    def is_second_hand(self) -> bool:
        """Tell whether every study that agrees was read in another's account."""
        return _is_second_hand(studies(self.agreeing))

    @property
    def tests_a_cause(self) -> bool:
        """Tell whether a study that agrees is an experiment, or watched a real change."""
        return any(source.design in _TRIALS for source in self.agreeing)


def certainty(article: Article, corpus: Corpus) -> Certainty | None:
    """
    Weigh what an article cites for its first fact, None where it has no fact or cites nothing for it.

    A finding agrees where the fact itself cites it, or where the page says so (``agrees``). It disagrees where the page says
    so (``disagrees``), or where the record of either says that the two contest each other.
    """
    stated = _findings(cited_in_fact(article), corpus)
    if not stated:
        return None
    original = corpus.original_of(article) or article
    agreeing = [*(stated | _findings(original.front.agrees, corpus)).values()]
    against = _findings(original.front.disagrees, corpus) | _contesting(agreeing, article, corpus)
    disagreeing = tuple(one for key, one in against.items() if key not in {one.key for one in agreeing})
    sources = _sources(agreeing, corpus)
    others = _sources(disagreeing, corpus)
    for_it, against_it = len(groups(studies(sources))), len(groups(studies(others)))
    level = _level(agreeing, disagreeing, corpus, for_it, against_it)
    return Certainty(level, sources, disagreeing, for_it, against_it)


def studies(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return those of the sources that observed people."""
    return tuple(source for source in sources if source.design in STUDIES)


def peer_review(source: Source) -> str:
    """Return the key of what to say of peer review; nothing of a text that nobody reviews so, as a law, a ruling or news."""
    if source.peer_reviewed:
        return "peer_reviewed"
    return "not_peer_reviewed" if source.design in (*STUDIES, *REVIEWS, "modelling") else ""


def _level(
    agreeing: list[Finding], disagreeing: tuple[Finding, ...], corpus: Corpus, for_it: int, against_it: int
) -> Level:
    """
    Apply the rule of "How we check": strong = a review whose interval stays on one side, and none on the other; some = two
    studies or more of different people, and more than point another way; little = less, or all second-hand.
    """
    sources = _sources(agreeing, corpus)
    observed = studies(sources)
    if not observed:
        return Level.LAW if any(source.design in LAW for source in sources) else Level.TEXTS
    if _is_second_hand(observed):
        return Level.LITTLE
    if any(_settles(one, corpus) for one in agreeing) and not any(
        _settles(one, corpus) for one in disagreeing
    ):
        return Level.STRONG
    return Level.SOME if for_it >= 2 and for_it > against_it else Level.LITTLE


def _settles(finding: Finding, corpus: Corpus) -> bool:
    """Tell whether a review's pooled estimate has an interval on one side of "no difference"."""
    estimate = finding.estimate
    if (
        corpus.sources[finding.source].design not in REVIEWS
        or estimate is None
        or estimate.measure not in RATIOS
    ):
        return False
    return estimate.low is not None and estimate.high is not None and (estimate.low > 1 or estimate.high < 1)


def _is_second_hand(observed: tuple[Source, ...]) -> bool:
    return bool(observed) and all(source.checked.how == SECOND_HAND for source in observed)


def cited_in_fact(article: Article) -> list[str]:
    """Return the keys cited in the first fact of an article."""
    fact = next((block for block in article.blocks if block.name == FACT), None)
    if fact is None:
        return []
    return [cited.key for cited in article.citations if fact.span.line <= cited.span.line <= fact.end_line]


def _contesting(agreeing: list[Finding], article: Article, corpus: Corpus) -> dict[str, Finding]:
    """Return the findings that contest one that agrees, whichever of the two records says so."""
    keys = {finding.key for finding in agreeing}
    named = _findings((key for finding in agreeing for key in finding.contested_by), corpus)
    cited = _findings((citation.key for citation in article.citations), corpus)
    return named | {key: finding for key, finding in cited.items() if keys.intersection(finding.contested_by)}


def _findings(keys: Iterable[str], corpus: Corpus) -> dict[str, Finding]:
    return {key: corpus.findings[key] for key in keys if key in corpus.findings}


def _sources(findings: Iterable[Finding], corpus: Corpus) -> tuple[Source, ...]:
    return tuple(corpus.sources[id] for id in dict.fromkeys(finding.source for finding in findings))
