"""A page on a contested question cites something of what each side cites most."""

from collections.abc import Iterator, Mapping

from commonground.checks.making import maker, nearest
from commonground.languages.message import listed, texts_of, translated
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.reference import Entry

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each side that a page leaves out, and for names in the list that lead nowhere."""
    keys = {article.key for article in corpus.articles}
    for entry in corpus.reference.entries("contested"):
        yield from _unknown(entry, keys, corpus)
        for key in _texts(entry.values.get("pages")):
            for language in corpus.languages:
                if article := corpus.article(language, key):
                    yield from _left_out(article, entry, corpus)


def _left_out(article: Article, entry: Entry, corpus: Corpus) -> Iterator[Problem]:
    cited = {citation.source for citation in article.citations}
    if entry.values.get("search") in cited:
        return
    for side in _sides(entry):
        most = _texts(side.get("cites_most"))
        if cited.isdisjoint(most):
            name, question = translated(_said(side, "name")), translated(entry.text("question"))
            message = _text("left-out", side=name, question=question, sources=listed(most))
            yield _problem(article.path, article.front.span("title"), message)


def _unknown(entry: Entry, keys: set[str], corpus: Corpus) -> Iterator[Problem]:
    named = {id for side in _sides(entry) for id in _texts(side.get("cites_most"))}
    searches = {search} if isinstance(search := entry.values.get("search"), str) else set()
    pages = set(_texts(entry.values.get("pages")))
    for name, known in ((named, corpus.source_ids), (pages, keys), (searches, corpus.search_ids)):
        for one in sorted(name - known):
            message = (
                _text("unknown-near", entry=entry.id, name=one, near=near)
                if (near := nearest(one, known))
                else _text("unknown", entry=entry.id, name=one)
            )
            yield _problem(entry.path, entry.span, message)


def _sides(entry: Entry) -> list[Mapping[str, object]]:
    sides = entry.values.get("sides")
    return [side for side in sides if isinstance(side, Mapping)] if isinstance(sides, list) else []


def _said(side: Mapping[str, object], key: str) -> Mapping[str, str]:
    value = side.get(key)
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
