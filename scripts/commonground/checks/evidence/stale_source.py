"""Old official statistics are cited with their year."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.claiming import claims
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
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
                message = _text("no-year", source=id, year=source.year)
                yield _problem(claim.page.path, place, message)
