"""
A page on a contested question cites something of what each side cites most.

Why: A page may be right in every sentence and still leave out the study that the other side would name first.

Fix: Cite one of the records of that side, or say that none of them was read and cite the search that tells what was left out.
"""

from collections.abc import Iterator, Mapping

from commonground.checks.making import did_you_mean, maker
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.reference import Entry
from commonground.model.source import in_language

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)


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
    if cited & corpus.search_ids:
        return
    for side in _sides(entry):
        listed = _texts(side.get("cites_most"))
        if cited.isdisjoint(listed):
            name, question = (
                in_language(text, article.language) for text in (_said(side, "name"), entry.text("question"))
            )
            message = (
                f'this page cites nothing of what one side cites most ("{name}", on: {question}). Cite one of {", ".join(listed)}; or say '
                "that none of it was read, and cite the search that tells so."
            )
            yield _problem(article.path, article.front.span("title"), message)


def _unknown(entry: Entry, keys: set[str], corpus: Corpus) -> Iterator[Problem]:
    named = {id for side in _sides(entry) for id in _texts(side.get("cites_most"))}
    for name, known in ((named, corpus.source_ids), (set(_texts(entry.values.get("pages"))), keys)):
        for one in sorted(name - known):
            hint = did_you_mean(one, known) or " Correct it, or take it out."
            yield _problem(
                entry.path, entry.span, f'the entry {entry.id} names "{one}", which is not there.{hint}'
            )


def _sides(entry: Entry) -> list[Mapping[str, object]]:
    sides = entry.values.get("sides")
    return [side for side in sides if isinstance(side, Mapping)] if isinstance(sides, list) else []


def _said(side: Mapping[str, object], key: str) -> Mapping[str, str]:
    value = side.get(key)
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
