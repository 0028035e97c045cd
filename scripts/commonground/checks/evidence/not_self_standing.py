"""A finding's sentence stands on its own."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_NUMBER_FIRST = re.compile(r"[\d.,]+(?:\s?%)?")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding whose sentence opens with a word that leans on another, or a bare number."""
    for source in corpus.sources.values():
        for passage in source.statements:
            opening = _leaning(passage, corpus.locale(passage.language).words.claims)
            if opening:
                message = _text("leaning", finding=passage.owner, opening=opening)
                yield _problem(passage.path, passage.span(0, len(opening)), message)


def _leaning(passage: Passage, claims: Mapping[str, tuple[str, ...]]) -> str:
    """Return the opening that leans, "" where there is none; "200 sex workers" and "31% of 200" do not."""
    if match := _pattern(claims.get("leaning", ())).match(passage.text):
        return match.group()
    match = _NUMBER_FIRST.match(passage.text)
    return match.group() if match and not _of_whom(claims.get("share_of", ())).match(passage.text) else ""


@cache
def _of_whom(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a number with what it counts, or a share with what it is a share of."""
    of = "|".join(re.escape(word).replace("'", "['’]") for word in words) or "(?!)"
    return re.compile(rf"[\d.,]+(?:\s?%\s(?:{of})|\s[^\W\d])")


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{listed})(?![\w'’-])", re.IGNORECASE)
