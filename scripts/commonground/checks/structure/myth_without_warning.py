"""A myth is told after a warning."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.wording import long_words
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_SHARED = 0.7
"""Share of the claim's words of four letters or more that stand before the first colon, above which the myth comes first."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each myth block that begins with the claim that its page looks at."""
    for article in corpus.articles:
        claim = long_words(article.front.claim)
        block = next((passage for passage in article.passages if passage.block == "myth"), None)
        if not claim or block is None:
            continue
        before = long_words(block.text.partition(":")[0])
        if len(claim & before) / len(claim) > _SHARED:
            yield _problem(article.path, block.whole(), _text("bare"))
