"""Pairs of an original and its translation, for the checks of translations."""

from collections.abc import Iterator

from commonground.model.article import Article
from commonground.model.corpus import Corpus


def translations(corpus: Corpus) -> Iterator[tuple[Article, Article]]:
    """Yield (original, translation) for every translated article, but drafts: those are still being written."""
    corpus = corpus.published
    for article in corpus.articles:
        original = corpus.article(corpus.default_language, article.key)
        if original is not None and article.language != corpus.default_language:
            yield original, article


def is_behind(original: Article, article: Article) -> bool:
    """
    Tell whether the original has changed since its translation was last held against it.

    The two may then differ without a fault in the translation: the slip may be the original's.
    """
    translation = article.front.translation
    return translation is not None and translation.of not in ("", original.digest)
