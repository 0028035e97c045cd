"""The parts of a question's page: what was rendered, cut where other parts of the page stand between, and its reply."""

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape

from msgspec import Struct

from commonground.model.article import Article
from commonground.model.certainty import FACT
from commonground.model.corpus import Corpus
from commonground.model.search import Search
from commonground.model.source import Source
from commonground.site.views.folds import folded
from commonground.site.views.page import SitePage
from commonground.sources.names import search_name, who

REPLY = "quote-this"
MOST_RELATED = 3
_SAME_THEME = 2
"""A theme that two pages share counts as much as so many sources that both cite."""

_LONG_FACT = 190
_END = "</div>"
_CITES = re.compile(r'<span class="cites".*?</span>', re.DOTALL)
_NUMBER = re.compile(r'href="#source-(\d+)"')
_TAG = re.compile(r"<[^>]+>")
_NEXT = re.compile(r"<h2\b")
_EVIDENCE = re.compile(r'<h2[^>]*class="evidence"')


class Question(Struct, frozen=True, dict=True):
    """
    A rendered question.

    ``fact`` is its first block, ``opening`` what follows up to the evidence, ``evidence`` that section, ``body`` what stands
    between it and the reply, and ``reply`` what can be passed on; a part that the page lacks is "".
    """

    page: SitePage

    @cached_property
    def _cut(self) -> tuple[str, str, str, str, str]:
        fact, opening = _block(self.page.content, FACT)
        found = _EVIDENCE.search(opening)
        opening, body = (opening[: found.start()], opening[found.start() :]) if found else (opening, "")
        start = body.rfind(f'<div class="block block-{REPLY}">')
        if start < 0:
            return fact, opening, body, "", ""
        reply, end = _block(body[start:], REPLY)
        return fact, opening, body[:start], reply, end

    @property
    def fact(self) -> str:
        """The first block; a long one says so, since it must end on a phone's first screen."""
        fact = self._cut[0]
        if len(_TAG.sub("", fact)) > _LONG_FACT:
            return fact.replace(f"block-{FACT}", f"block-{FACT} block-long", 1)
        return fact

    @property
    def opening(self) -> str:
        return self._cut[1]

    @property
    def evidence(self) -> str:
        """The evidence, each of its parts folded under its heading; the first one is open."""
        return folded(self._body[0])

    @property
    def body(self) -> str:
        return self._body[1]

    @cached_property
    def _body(self) -> tuple[str, str]:
        body = self._cut[2]
        found = _NEXT.search(body, 1)
        return (body[: found.start()], body[found.start() :]) if found else (body, "")

    @property
    def reply(self) -> str:
        return self._cut[3].removesuffix(_END)

    @property
    def end(self) -> str:
        return self._cut[4]

    @property
    def sources(self) -> list[str]:
        """Return the sources of the reply, each with its kind."""
        numbers = dict.fromkeys(int(number) for number in _NUMBER.findall(self.reply))
        return [self._named(id) for number in numbers for id, at in self.page.numbers.items() if at == number]

    @property
    def as_text(self) -> str:
        """Return the reply as plain text: its sentences, its sources, the address."""
        said = " ".join(unescape(_TAG.sub(" ", _CITES.sub("", self._said))).split())
        return "\n".join([said, *self.sources, self.page.canonical])

    @property
    def _said(self) -> str:
        """Return the reply without its label."""
        return self.reply.partition("</p>")[2]

    def _named(self, id: str) -> str:
        corpus, locale = self.page.corpus, self.page.locale
        if isinstance(search := corpus.searches.get(id), Search):
            return search_name(search, locale)
        source: Source = corpus.sources[id]
        return f"{who(source, locale)} · {self.page.say(f'designs.{source.design}.short')}"


def _block(content: str, name: str) -> tuple[str, str]:
    """Return a block at the start of rendered text, and what follows it; blocks hold no further ``div``."""
    if content.lstrip().startswith(f'<div class="block block-{name}'):
        block, _, rest = content.partition(_END)
        return block + _END, rest
    return "", content


def related(article: Article, corpus: Corpus, types: tuple[str, ...]) -> list[Article]:
    """Return the pages nearest to one, by the themes and sources that they share, the nearest first."""
    scores = sorted(_scored(article, corpus, types), key=lambda item: (-item[0], item[1].key))
    return [other for _, other in scores[:MOST_RELATED]]


def _scored(article: Article, corpus: Corpus, types: tuple[str, ...]) -> Iterator[tuple[int, Article]]:
    cited, themes = _cited(article), set(article.front.themes)
    for other in corpus.articles:
        if other.language != article.language or other is article or other.front.type not in types:
            continue
        shared = len(cited & _cited(other)) + _SAME_THEME * len(themes & set(other.front.themes))
        if shared:
            yield shared, other


def _cited(article: Article) -> set[str]:
    return {citation.source for citation in article.citations}
