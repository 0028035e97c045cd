"""Pairs of an original and its translation, for the checks of this family."""

from collections.abc import Iterator

from commonground.model.article import Article
from commonground.model.corpus import Corpus


def translations(corpus: Corpus) -> Iterator[tuple[Article, Article]]:
    """Yield (original, translation) for every translated article."""
    for article in corpus.articles:
        original = corpus.article(corpus.default_language, article.key)
        if original is not None and article.language != corpus.default_language:
            yield original, article
