"""
A finding's sentence stands on its own.

Why: Cards, lists and quotations show one finding without its neighbours; "They also had 41%" then says nothing, or wrong.

Fix: Begin with who was studied, where and when; name the outcome in full.
"""

import re
from collections.abc import Iterator
from functools import cache

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_NUMBER_FIRST = re.compile(r"[\d.,]+(?:\s?%)?")
_OF_WHOM = re.compile(r"[\d.,]+(?:\s?%\s(?:of|de|des|du|d['’])|\s[^\W\d])")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding whose sentence opens with a word that leans on another, or a bare number."""
    for source in corpus.sources.values():
        for passage in source.passages:
            if not re.fullmatch(r"findings\..+\.states(?:_[a-z]{2})?", passage.label):
                continue
            opening = _leaning(passage, corpus.locale(passage.language).words.claims.get("leaning", ()))
            if opening:
                message = (
                    f'the sentence of {passage.owner} opens with "{opening}", which leans on something said before. '
                    "Begin with who was studied, where and when."
                )
                yield _problem(passage.path, passage.span(0, len(opening)), message)


def _leaning(passage: Passage, words: tuple[str, ...]) -> str:
    """Return the opening that leans, "" where there is none; "200 sex workers" and "31% of 200" do not."""
    if match := _pattern(words).match(passage.text):
        return match.group()
    match = _NUMBER_FIRST.match(passage.text)
    return match.group() if match and not _OF_WHOM.match(passage.text) else ""


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{listed})(?![\w'’-])", re.IGNORECASE)
