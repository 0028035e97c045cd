"""Every page is there in every language."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page without its counterpart."""
    published = corpus.published
    for article in published.articles:
        for language in corpus.languages if published.original_of(article) is None else ():
            if published.article(language, article.key) is not None:
                continue
            wanted = article.path.replace(f"docs/{article.language}/", f"docs/{language}/", 1)
            if corpus.article(language, article.key) is not None:
                message = _text("draft", path=wanted)
            else:
                message = _text("translation", path=wanted, language=language, original=article.path)
            yield _problem(article.path, FILE_START, message)
