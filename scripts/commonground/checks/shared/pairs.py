"""Pairs of an original and its translation, for the checks of translations."""

from collections import Counter
from collections.abc import Iterator

from commonground.model.article import Article
from commonground.model.corpus import Corpus


def translations(corpus: Corpus) -> Iterator[tuple[Article, Article]]:
    """Yield (original, translation) for every translated article, but drafts: those are still being written."""
    corpus = corpus.published
    for article in corpus.articles:
        if original := corpus.original_of(article):
            yield original, article


def cited(article: Article) -> Counter[str]:
    """Return how often a page cites each finding."""
    return Counter(citation.key for citation in article.citations)
