"""
What is new, for feed readers: pages as they were last checked, corrections, and changes of the law. Atom and JSON Feed.

A page's entry keeps its id, so a reader of feeds shows a new page once and a changed one again. Corrections are those that the
page of corrections tells: a date in words on a line of its own, then items that each link the page they are about. Every date
comes from the content; no clock is read.
"""

import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from msgspec import Struct

from commonground.export.fields import fields
from commonground.languages import Language
from commonground.model.address import page_path, target_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.source import in_language
from commonground.text.typography import typographic

ATOM, JSON = "feed.xml", "feed.json"
FILES = {"application/atom+xml": ATOM, "application/feed+json": JSON}
"""The files of a language, beside its home page, by media type."""

_FIELDS = fields(computed="id updated published date_published date_modified version")
FIELDS = {pattern: _FIELDS for name in FILES.values() for pattern in (name, f"*/{name}")}
_MARK = re.compile(rf"[ \u00a0]*{CITATION_CHARACTER}")
_CITED = re.compile(r"\s*\[@[^\]]*\]")
_YEAR = re.compile(r"\b\d{4}\b")


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


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content) of the feeds.

    Args: site: Address of the site, ending in a slash; with "" there are none, since entries need whole addresses.
    """
    for language in corpus.languages if site else ():
        news = sorted(
            _news(corpus, language, site),
            key=lambda one: (-one.updated.toordinal(), one.kind, one.address, one.about),
        )
        home = page_path(language, "", corpus.default_language)
        if news:
            yield home + ATOM, _atom(news, corpus.locale(language), site + home)
            yield home + JSON, _json(news, corpus.locale(language), site + home)


@lru_cache(maxsize=8)
def has_news(corpus: Corpus, language: str) -> bool:
    """Tell whether a language has feeds: without an entry there are none."""
    return any(True for _ in _news(corpus, language, ""))


def _news(corpus: Corpus, language: str, site: str) -> Iterator[News]:
    locale = corpus.locale(language)
    for article in corpus.articles:
        checked = article.front.day("reviewed")
        if article.language == language and checked and article.front.type != "page":
            yield News(
                "page",
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
            "law",
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
                text = _MARK.sub("", passage.text).strip()
                title = locale.say("feed.corrected", title=about.front.title)
                digest = uuid.uuid5(uuid.NAMESPACE_URL, text).hex[:8]
                yield News(
                    "correction", title, text, _address(about, corpus, site), day, f"corrected-{day}-{digest}"
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


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _atom(news: list[News], locale: Language, home: str) -> bytes:
    # Heavy to load, and only an export needs it.
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(home)
    feed.title(typographic(locale.say("feed.title", site=locale.say("site.name"))))
    feed.language(locale.code)
    feed.author(name=typographic(locale.say("site.name")))
    feed.link(href=home, rel="alternate", type="text/html")
    feed.link(href=home + ATOM, rel="self", type="application/atom+xml")
    feed.updated(_moment(news[0].updated))
    feed.generator(locale.say("site.name"))
    for one in news:
        entry = feed.add_entry(order="append")
        entry.id(one.id)
        entry.title(typographic(one.title))
        entry.summary(typographic(one.text))
        entry.link(href=one.address, rel="alternate", type="text/html")
        entry.category(term=one.kind, label=typographic(locale.say(f"feed.kinds.{one.kind}")))
        entry.updated(_moment(one.updated))
    written: bytes = feed.atom_str(pretty=True)
    return written


def _json(news: list[News], locale: Language, home: str) -> bytes:
    """Return a JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    name = typographic(locale.say("site.name"))
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": typographic(locale.say("feed.title", site=locale.say("site.name"))),
        "home_page_url": home,
        "feed_url": home + JSON,
        "language": locale.code,
        "authors": [{"name": name, "url": home}],
        "items": [
            {
                "id": one.id,
                "url": one.address,
                "title": typographic(one.title),
                "content_text": typographic(one.text),
                "date_modified": _moment(one.updated).isoformat(),
                "tags": [one.kind],
            }
            for one in news
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
