"""
Every picture has words for those who do not see it.

Why: A picture without a text alternative is a hole in the page for a screen reader, and when the picture fails to load.

Fix: Write what the picture shows between the square brackets: `![Two people at a table](picture.svg)`.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.article import PICTURES
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each picture without a text, or whose text is a file name."""
    for article in corpus.articles:
        for link in article.links:
            if link.is_image and (not link.text or link.text.lower().endswith((*PICTURES, ".gif"))):
                yield _problem(
                    article.path,
                    link.span,
                    "the picture has no text that says what it shows. Write it between the square brackets.",
                )
