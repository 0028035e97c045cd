"""What stands after the comma in a citation is a place in the source."""

import re
from collections.abc import Iterator
from functools import cache

from commonground.checks.making import maker
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_NUMBER = (
    r"(?:[A-Za-z]{0,2}[0-9]+[a-z]{0,2}|[ivxlcdm]+|[IVXLCDM]+|[A-Z])(?:[.:/][0-9]+[a-z]?|\([0-9a-z.]+\))*"
)
"""12, S2, iv, B, 286.1(1)(a), 1:23."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each locator that holds more than words for places and their numbers."""
    for passage, citation in all_citations(corpus):
        words = corpus.locale(passage.language).words.locators
        if citation.locator and not _places(words).fullmatch(citation.locator):
            message = _text("invalid", locator=citation.locator, key=citation.key)
            yield _problem(passage.path, citation.span, message)


@cache
def _places(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for locators: known words and numbers, with spaces, commas and dashes between."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    # Atomic, so that a long locator is read once: "c" is a word and a Roman number.
    one = rf"(?>(?i:{known})(?![^\W_])\.?|[§¶]+|{_NUMBER})"
    return re.compile(rf"{one}(?>(?:[\s,–—-]+|(?<=[.§¶])){one})*")
