"""
What is new: pages as they were last checked, corrections, and changes of the law.

Corrections are those that the page of corrections tells: a date in words on a line of its own, then items that each link the
page they are about. Every date comes from the content; no clock is read.
"""

import re
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from commonground.languages import Language
from commonground.model.address import page_path, target_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage, uncited
from commonground.model.source import in_language

_CITED = re.compile(r"\s*\[@[^\]]*\]")
_YEAR = re.compile(r"\b\d{4}\b")


PAGE, CORRECTION, LAW = KINDS = ("page", "correction", "law")
"""What may be new."""


class News(Struct, frozen=True):
    """One entry. ``about``: what makes its id, with its address; ``kind``: page, correction or law."""

    kind: str
    title: str
    text: str
    address: str
    updated: date
    about: str = ""

    @property
    def id(self) -> str:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.address}#{self.about or self.kind}").urn


@lru_cache(maxsize=8)
def has_news(corpus: Corpus, language: str) -> bool:
    """Tell whether a language has feeds: without an entry there are none."""
    return any(True for _ in news(corpus, language))


def news(corpus: Corpus, language: str, site: str = "") -> Iterator[News]:
    """Yield what is new in one language, in no order; addresses begin with that of the site."""
    locale = corpus.locale(language)
    for article in corpus.articles:
        checked = article.front.reviewed
        if article.language == language and checked and article.front.type != "page":
            yield News(
                PAGE,
                article.front.title,
                article.front.description,
                _address(article, corpus, site),
                checked,
            )
    page = corpus.article(language, corpus.settings.pages.get("corrections", ""))
    yield from _corrections(page, corpus, site) if page else ()
    law = corpus.article(language, corpus.settings.pages.get("law", ""))
    for event in corpus.reference.timeline if law else ():
        assert law
        title, text = (
            _CITED.sub("", in_language(words, language)) for words in (event.title, event.what_changed)
        )
        status = locale.say(f"law_status.{event.status}")
        yield News(
            LAW,
            f"{title} ({status})",
            text,
            _address(law, corpus, site),
            event.checked.date,
            f"law-{event.id}",
        )


def _corrections(page: Article, corpus: Corpus, site: str) -> Iterator[News]:
    """Yield each item of the page of corrections that links a page of the site."""
    locale, day = corpus.locale(page.language), None
    by_path = {article.path: article for article in corpus.articles}
    for passage in page.passages:
        if passage.kind is Kind.PARAGRAPH:
            day = _day(passage.text, locale) or day
        elif passage.kind is Kind.ITEM and day:
            about = next((by_path[path] for path in _linked(page, passage) if path in by_path), None)
            if about:
                text = uncited(passage.text)
                title = locale.say("feed.corrected", title=about.front.title)
                digest = uuid.uuid5(uuid.NAMESPACE_URL, text).hex[:8]
                yield News(
                    CORRECTION, title, text, _address(about, corpus, site), day, f"corrected-{day}-{digest}"
                )


def _linked(page: Article, passage: Passage) -> Iterator[str]:
    """Yield the files that a passage links."""
    whole = passage.whole()
    for link in page.links:
        if whole.line <= link.span.line <= whole.end_line:
            yield target_path(page.path, link.target)


def _day(text: str, locale: Language) -> date | None:
    """Return the day that a text is in words, None where it is more or other than a day."""
    year = _YEAR.search(text)
    if year is None or len(text) > 40:
        return None
    first = date(int(year[0]), 1, 1)
    days = (first + timedelta(days) for days in range(366))
    said = " ".join(text.split())
    return next((day for day in days if " ".join(locale.day(day).split()) == said), None)


def _address(article: Article, corpus: Corpus, site: str) -> str:
    return site + page_path(article.language, article.key, corpus.default_language)
