"""Feeds tell of pages, corrections and changes of the law, with the dates that the content gives."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from commonground.export.feeds import files as feed_files
from commonground.model.corpus import Corpus

SITE = "https://lamps.example/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feeds(project: Corpus) -> Mapping[str, bytes]:
    return dict(feed_files(project.published, SITE))


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_both_formats_say_the_same(feeds: Mapping[str, bytes], folder: str) -> None:
    """The same entries, the newest first, each with an id of its own; the rules of RFC 4287 and JSON Feed 1.1."""
    atom = ElementTree.fromstring(feeds[f"{folder}feed.xml"])
    entries = atom.findall(f"{ATOM}entry")
    items = json.loads(feeds[f"{folder}feed.json"])["items"]
    assert [one.findtext(f"{ATOM}id") for one in entries] == [one["id"] for one in items]
    assert [one.findtext(f"{ATOM}title") for one in entries] == [one["title"] for one in items]
    assert len({one["id"] for one in items}) == len(items)
    days = [one["date_modified"] for one in items]
    assert days == sorted(days, reverse=True)
    assert atom.findtext(f"{ATOM}updated") == days[0]
    assert {one["tags"][0] for one in items} == {"page", "correction", "law"}
    assert all(one["url"].startswith(SITE + folder) and one["content_text"] for one in items)
    assert all(atom.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))


def test_dates_come_from_the_content(project: Corpus, feeds: Mapping[str, bytes]) -> None:
    """Another day, the same bytes."""
    later = replace(project.published, today=project.today + timedelta(days=400))
    assert dict(feed_files(later, SITE)) == feeds


def test_a_page_that_was_checked_again_is_the_same_entry_with_another_date(project: Corpus) -> None:
    """So a reader of feeds shows it as changed, not as new."""

    def entry(day: date) -> Mapping[str, str]:
        article = next(a for a in project.articles if a.language == "en" and a.front.type == "myth")
        front = replace(article.front, reviewed=day)
        corpus = replace(project, languages=("en",), articles=(replace(article, front=front),))
        (one,) = json.loads(dict(feed_files(corpus, SITE))["feed.json"])["items"]
        return dict(one)

    before, after = entry(date(2026, 1, 2)), entry(date(2026, 3, 4))
    assert before["id"] == after["id"]
    assert (before["date_modified"][:10], after["date_modified"][:10]) == ("2026-01-02", "2026-03-04")


def test_a_correction_names_its_page_and_day(project: Corpus, feeds: Mapping[str, bytes]) -> None:
    """As the page of corrections tells it."""
    items = json.loads(feeds["feed.json"])["items"]
    found = [
        one for one in items if one["tags"] == ["correction"] and "aimed at buyers" in one["content_text"]
    ]
    page = "myths/is-selling-sex-illegal-in-canada"
    article = project.article("en", page)
    assert article
    assert [(one["url"], one["title"], one["date_modified"][:10]) for one in found] == [
        (f"{SITE}{page}/", f"Corrected: {article.front.title}", "2026-11-30")
    ]


def test_without_an_address_there_is_no_feed(project: Corpus) -> None:
    """Entries of a feed need whole addresses."""
    assert not dict(feed_files(project, ""))
