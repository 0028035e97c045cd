"""Every picture has words for those who do not see it."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.article import PICTURES
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each picture without a text, or whose text is a file name."""
    for article in corpus.articles:
        for link in article.links:
            if link.is_image and (not link.text or link.text.lower().endswith((*PICTURES, ".gif"))):
                yield _problem(article.path, link.span, _text("no-text"))
