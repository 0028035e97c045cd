"""Original and translation rest on the same findings."""

from collections import Counter
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.pairs import is_behind, translations
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES = ("evidence/*", "input/*")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding that one of the two pages cites more often than the other."""
    for original, article in translations(corpus):
        if is_behind(original, article):
            continue  # translation/out-of-date says so
        theirs, ours = _cited(original), _cited(article)
        for key in sorted(ours - theirs):
            place = next(c.span for c in article.citations if c.key == key)
            here, there = _text("times", n=ours[key]), _text("times", n=theirs[key])
            message = _text("here", finding=key, here=here, there=there, path=original.path)
            yield _problem(article.path, place, message)
        for key in sorted(theirs - ours):
            here, there = _text("times", n=ours[key]), _text("times", n=theirs[key])
            message = _text("there", finding=key, here=here, there=there, path=original.path)
            yield _problem(article.path, FILE_START, message)


def _cited(article: Article) -> Counter[str]:
    return Counter(citation.key for citation in article.citations)
