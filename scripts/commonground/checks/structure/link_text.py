"""A link says where it leads."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each link whose words name nothing."""
    for article in corpus.articles:
        for link in article.links:
            if link.is_image:
                continue
            text = link.text.strip(" .,;:!?").casefold()
            if not text or text in corpus.locale(article.language).words.link_texts:
                yield _problem(article.path, link.span, _text("empty", text=link.text))
