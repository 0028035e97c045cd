"""A myth is told after a warning."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.wording import says_again
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each myth block that begins with the claim that its page looks at."""
    for article in corpus.articles:
        myth = next((passage for passage in article.passages if passage.block == "myth"), None)
        if myth and says_again(article.front.claim, myth.text.partition(":")[0]):
            yield _problem(article.path, myth.whole(), _text("bare"))
