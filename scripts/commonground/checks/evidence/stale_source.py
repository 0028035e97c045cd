"""
Old official statistics are cited with their year.

Why: A count of ten years ago reads like today's when the sentence gives no year.

Fix: Say the year or years of the figures in the sentence, or cite newer ones.
"""

import re
from collections.abc import Iterator

from commonground.checks.evidence.claiming import claims
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_DESIGN = "official-statistics"
_YEARS = 5
"""Official statistics older than this many years need their year beside them."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence with a figure of old official statistics and no year."""
    for claim in claims(corpus):
        sentence = claim.sentence
        figures = [f for f in claim.passage.figures if sentence.start <= f.start < sentence.end]
        if not figures or _YEAR.search(claim.passage.text, sentence.start, sentence.end):
            continue
        for id in dict.fromkeys(finding.source for finding in claim.findings):
            source = corpus.sources[id]
            if source.design == _DESIGN and source.year and corpus.today.year - source.year > _YEARS:
                place = next(citation.span for citation in sentence.citations if citation.source == id)
                message = (
                    f"{id} is official statistics of {source.year}, and this sentence gives its figures without a year. "
                    "Say the year, or cite newer ones."
                )
                yield _problem(claim.page.path, place, message)
