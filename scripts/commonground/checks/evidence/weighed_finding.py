"""What a page names for and against its fact, it cites, and on one side only."""

from collections.abc import Iterator

from commonground.checks.making import maker, nearest
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article
from commonground.model.certainty import cited_in_fact
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES = ("structure/unknown-block",)
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_AGREES = "agrees"


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding that a page weighs wrongly."""
    for article in corpus.articles:
        front = article.front
        for key, names in ((_AGREES, front.agrees), ("disagrees", front.disagrees)):
            if key in front.values:
                for message in _faults(article, key, names, corpus):
                    yield _problem(article.path, front.span(key), message)


def _faults(article: Article, key: str, names: tuple[str, ...], corpus: Corpus) -> Iterator[Message]:
    value = article.front.values[key]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield _text("form", key=key)
        return
    if original := corpus.original_of(article):
        yield _text("translation", key=key, page=original.path)
        return
    cited = {citation.key for citation in article.citations}
    stated = set(cited_in_fact(article))
    for name in names:
        if name not in cited:
            near = nearest(name, cited)
            yield (
                _text("uncited-near", key=key, name=name, near=near)
                if near
                else _text("uncited", key=key, name=name)
            )
        elif key == _AGREES:
            yield from _hidden(name, article, corpus)
        elif name in stated or name in article.front.agrees:
            yield _text("both", name=name)


def _hidden(name: str, article: Article, corpus: Corpus) -> Iterator[Message]:
    """Yield a problem where two findings are put on one side, though a record says that they contest each other."""
    side = (*cited_in_fact(article), *article.front.agrees)
    finding = corpus.findings.get(name)
    for other in finding.contested_by if finding else ():
        if other in side:
            yield _text("contested", name=name, other=other)
