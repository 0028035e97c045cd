"""
Original and translation rest on the same findings.

Why: Readers of both languages are owed the same evidence, and a missing citation hides what changed.

Fix: Cite in both pages the findings named in the message, or take them out of both.
"""

from collections import Counter
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.translation.pairs import is_behind, translations
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES = ("evidence/*", "input/*")
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding that one of the two pages cites more often than the other."""
    for original, article in translations(corpus):
        if is_behind(original, article):
            continue  # translation/out-of-date says so
        theirs, ours = _cited(original), _cited(article)
        for key in sorted(ours - theirs):
            place = next(c.span for c in article.citations if c.key == key)
            yield _problem(
                article.path,
                place,
                f"{key} is cited {ours[key]} times here and {theirs[key]} times in {original.path}. Make the two agree.",
            )
        for key in sorted(theirs - ours):
            yield _problem(
                article.path,
                FILE_START,
                f"{key} is cited {theirs[key]} times in {original.path} and {ours[key]} times here. Make the two agree.",
            )


def _cited(article: Article) -> Counter[str]:
    return Counter(citation.key for citation in article.citations)
