"""
Every page is there in every language.

Why: English and French readers are equals; a page in one language alone leaves the others with a notice.

Fix: Write the translation at the same path: `commonground new --lang fr docs/en/…` makes its skeleton.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page without its counterpart."""
    published = corpus.published
    for article in published.articles:
        for language in corpus.languages:
            if published.article(language, article.key) is not None:
                continue
            wanted = article.path.replace(f"docs/{article.language}/", f"docs/{language}/", 1)
            if corpus.article(language, article.key) is not None:
                message = f"{wanted} is a draft. Delete its line `draft: true` when it is ready."
                yield _problem(article.path, FILE_START, message)
                continue
            if article.language == corpus.default_language:
                step = f"Run: commonground new --lang {language} {article.path}"
            else:
                step = "Write the original there, or move this page to the path of its original."
            yield _problem(article.path, FILE_START, f"there is no {wanted}. {step}")
