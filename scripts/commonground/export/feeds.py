"""
What is new, for feed readers: Atom and JSON Feed.

A page's entry keeps its id, so a reader of feeds shows a new page once and a changed one again.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from commonground.export.fields import fields
from commonground.languages import Language
from commonground.model.address import page_path
from commonground.model.corpus import Corpus
from commonground.pages.news import News, news
from commonground.text.typography import typographic

ATOM, JSON = "feed.xml", "feed.json"
FILES = {"application/atom+xml": ATOM, "application/feed+json": JSON}
"""The files of a language, beside its home page, by media type."""

_FIELDS = fields(computed="id updated published date_published date_modified version")
FIELDS = {pattern: _FIELDS for name in FILES.values() for pattern in (name, f"*/{name}")}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content) of the feeds.

    Args: site: Address of the site, ending in a slash; with "" there are none, since entries need whole addresses.
    """
    for language in corpus.languages if site else ():
        found = sorted(
            news(corpus, language, site),
            key=lambda one: (-one.updated.toordinal(), one.kind, one.address, one.about),
        )
        home = page_path(language, "", corpus.default_language)
        if found:
            yield home + ATOM, _atom(found, corpus.locale(language), site + home)
            yield home + JSON, _json(found, corpus.locale(language), site + home)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _atom(found: list[News], locale: Language, home: str) -> bytes:
    # Heavy to load, and only an export needs it.
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(home)
    feed.title(typographic(locale.say("feed.title", site=locale.say("site.name"))))
    feed.language(locale.code)
    feed.author(name=typographic(locale.say("site.name")))
    feed.link(href=home, rel="alternate", type="text/html")
    feed.link(href=home + ATOM, rel="self", type="application/atom+xml")
    feed.updated(_moment(found[0].updated))
    feed.generator(locale.say("site.name"))
    for one in found:
        entry = feed.add_entry(order="append")
        entry.id(one.id)
        entry.title(typographic(one.title))
        entry.summary(typographic(one.text))
        entry.link(href=one.address, rel="alternate", type="text/html")
        entry.category(term=one.kind, label=typographic(locale.say(f"feed.kinds.{one.kind}")))
        entry.updated(_moment(one.updated))
    written: bytes = feed.atom_str(pretty=True)
    return written


def _json(found: list[News], locale: Language, home: str) -> bytes:
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
            for one in found
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
