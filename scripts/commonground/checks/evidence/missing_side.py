"""A page on a contested question cites something of what each side cites most."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.languages.message import listed, texts_of, translated
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.reference import Contested

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each side that a page leaves out, and for names in the list that lead nowhere."""
    keys = {article.key for article in corpus.articles}
    for entry in corpus.reference.contested:
        yield from _unknown(entry, keys, corpus)
        for key in entry.pages:
            for language in corpus.languages:
                if article := corpus.article(language, key):
                    yield from _left_out(article, entry, corpus)


def _left_out(article: Article, entry: Contested, corpus: Corpus) -> Iterator[Problem]:
    cited = {citation.source for citation in article.citations}
    if entry.search in cited:
        return
    for side in entry.sides:
        if cited.isdisjoint(side.cites_most):
            name, question = translated(side.name), translated(entry.question)
            message = _text("left-out", side=name, question=question, sources=listed(side.cites_most))
            yield _problem(article.path, article.front.span("title"), message)


def _unknown(entry: Contested, keys: set[str], corpus: Corpus) -> Iterator[Problem]:
    named = {id for side in entry.sides for id in side.cites_most}
    searches = {entry.search} - {""}
    for name, known in ((named, corpus.source_ids), (set(entry.pages), keys), (searches, corpus.search_ids)):
        for one in sorted(name - known):
            message = (
                _text("unknown-near", entry=entry.id, name=one, near=near)
                if (near := nearest(one, known))
                else _text("unknown", entry=entry.id, name=one)
            )
            yield _problem(entry.path, entry.span, message)
