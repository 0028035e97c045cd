"""Original and translation give the same figures."""

from collections import Counter
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.pairs import cited, translations
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure, Quantity, Unit
from commonground.model.passage import Passage
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES = ("evidence/*", "input/*")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure of the translation that its original lacks, and the other way round."""
    for original, article in translations(corpus):
        # Where one of the two cites more, it was brought up to date alone: translation/out-of-date or citation-drift says so.
        if corpus.is_behind(article) or cited(original) != cited(article):
            continue
        yield from between(original, article)


def between(original: Article, article: Article) -> Iterator[Problem]:
    """Yield a problem for each figure that a page and its translation do not share."""
    spare, missing = _figures(original), []
    for passage, figure in _figures(article):
        twin = next((item for item in spare if _same(item[1], figure)), None)
        if twin is None:
            missing.append((passage, figure))
        else:
            spare.remove(twin)
    for passage, figure in missing:
        message = _text("extra", figure=figure.text, path=original.path)
        yield _problem(article.path, passage.span(figure.start, figure.end), message)
    for passage, figure in spare:
        line = passage.span(figure.start, figure.end).line
        message = _text("missing", figure=figure.text, path=original.path, line=line)
        yield _problem(article.path, FILE_START, message)


def _figures(article: Article) -> list[tuple[Passage, Figure]]:
    return [(passage, figure) for passage in article.passages for figure in passage.figures]


def _same(one: Figure, other: Figure) -> bool:
    return Counter(map(_value, one.quantities)) == Counter(map(_value, other.quantities))


def _value(quantity: Quantity) -> object:
    """
    Return what must be the same: the value, and for percentages and money their kind.

    Languages count time, times and things differently in words ("twice", « deux fois »); but 38 % is not 38 ‰, nor 3 %
    three points.
    """
    kind = (quantity.unit, quantity.detail) if quantity.unit is Unit.PERCENT else quantity.unit is Unit.MONEY
    return quantity.value, kind
