"""
A link says where it leads.

Why: Many readers jump from link to link; "here" or a bare address tells them nothing.

Fix: Make the words that name the target the link: `read [the language guide](…)`.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each link whose words name nothing."""
    for article in corpus.articles:
        for link in article.links:
            if link.is_image:
                continue
            text = link.text.strip(" .,;:!?").casefold()
            if not text or text in corpus.locale(article.language).words.link_texts:
                yield _problem(
                    article.path,
                    link.span,
                    f'the link text "{link.text}" does not say where it leads. Use the name of the page or source.',
                )
