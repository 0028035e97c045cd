"""Original and translation rest on the same findings."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.pairs import cited, translations
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
ECHOES = ("evidence/*", "input/*")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding that one of the two pages cites more often than the other."""
    for original, article in translations(corpus):
        if not corpus.is_behind(article):  # translation/out-of-date says so
            yield from between(original, article)


def between(original: Article, article: Article) -> Iterator[Problem]:
    """Yield a problem for each finding that a page and its translation do not cite equally often."""
    theirs, ours = cited(original), cited(article)
    for key in sorted(ours - theirs):
        place = next(c.span for c in article.citations if c.key == key)
        here, there = _text("times", n=ours[key]), _text("times", n=theirs[key])
        message = _text("here", finding=key, here=here, there=there, path=original.path)
        yield _problem(article.path, place, message)
    for key in sorted(theirs - ours):
        here, there = _text("times", n=ours[key]), _text("times", n=theirs[key])
        message = _text("there", finding=key, here=here, there=there, path=original.path)
        yield _problem(article.path, FILE_START, message)
