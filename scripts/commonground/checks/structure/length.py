"""An article is as long as its type allows."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each article outside its type's bounds, counted in words of the body."""
    for article in corpus.articles:
        kind = corpus.types.get(article.front.type)
        if kind is None or kind.length is None:
            continue
        fewest, most = kind.length.fewest, kind.length.most
        locale = corpus.locale(article.language)
        if article.language != corpus.default_language and locale.has_part("reading"):
            most = round(most * locale.reading.length)
        if not fewest <= article.words <= most:
            message = (
                _text("short", words=article.words, type=kind.name, fewest=fewest, most=most)
                if article.words < fewest
                else _text("long", words=article.words, type=kind.name, fewest=fewest, most=most)
            )
            yield _problem(article.path, FILE_START, message)
