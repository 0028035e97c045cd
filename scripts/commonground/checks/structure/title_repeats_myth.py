"""A title or heading never states the myth."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.wording import says_again
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.text.folding import is_question

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each title or heading that is no question and shares most of its words with the myth."""
    for article in corpus.articles:
        myth = " ".join(p.text for p in article.passages if p.block == "myth")
        for text, span in _headings(article):
            if not is_question(text) and says_again(text, myth):
                yield _problem(article.path, span, _text("repeats", text=text))


def _headings(article: Article) -> Iterator[tuple[str, Span]]:
    yield from ((p.text, p.whole()) for p in article.passages if p.kind in (Kind.TITLE, Kind.HEADING))
