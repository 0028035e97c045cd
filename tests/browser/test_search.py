"""Search, in each language."""

import pytest
from playwright.sync_api import Page, expect

from .built import TEMPLATES, front_matter, say
from .visits import Visits

POLICE = "myths/can-sex-workers-call-the-police"


def title(language: str, key: str) -> str:
    """Return a page's title as the site prints it."""
    return str(front_matter(language, key)["title"]).replace("'", "’")


def results(page: Page, query: str) -> list[tuple[str, str]]:
    """Type a query into the panel; return title and address of each result."""
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill(query)
    page.locator(".search-results a").first.wait_for()
    found = page.locator(".search-results a").evaluate_all(
        "links => links.map(link => [link.textContent, link.href])"
    )
    return [(name.replace("'", "’"), address) for name, address in found]


@pytest.mark.parametrize(
    ("language", "query", "key"),
    [
        pytest.param("en", "police", POLICE, id="en-a-word"),
        pytest.param("en", "trafficking", "myths/is-all-sex-work-trafficking", id="en-a-topic"),
        pytest.param("en", "polic", POLICE, id="en-the-start-of-a-word"),
        pytest.param("en", "trafiking", "myths/is-all-sex-work-trafficking", id="en-a-typo"),
        pytest.param("fr", "police", POLICE, id="fr-a-word"),
        pytest.param("fr", "criminalité", None, id="fr-an-accent"),
        pytest.param("fr", "criminalite", None, id="fr-a-missing-accent"),
        pytest.param("fr", "traite", "myths/is-all-sex-work-trafficking", id="fr-a-topic"),
        pytest.param("fr", "polic", POLICE, id="fr-the-start-of-a-word"),
    ],
)
def test_a_known_article_is_found(visit: Visits, language: str, query: str, key: str | None) -> None:
    """A query finds the article, in the reader's language and only there."""
    found = results(visit(TEMPLATES["safety"], language), query)
    start = visit.site.url("", language)
    assert all(address.startswith(start) for _, address in found)
    assert language == "fr" or not any("/fr/" in address for _, address in found)
    if key:
        assert (title(language, key), visit.site.url(key, language)) in found


def test_results_lead_to_pages_that_exist(visit: Visits, language: str) -> None:
    """Each result's address is a page of the built site, and holds nothing of the query."""
    for _, address in results(visit("", language), "police"):
        assert visit.site.file(address), address
        assert "?" not in address


def test_the_query_is_never_sent(visit: Visits, language: str) -> None:
    """What is typed appears in no address: not the page's, not that of any file asked for."""
    page = visit("", language)
    before = page.url
    results(page, "harcèlement" if language == "fr" else "harassment")
    assert page.url == before
    asked = " ".join(visit.record.requests).lower()
    assert "har" not in asked.replace("sharing", "").replace("shared", "").replace("share", "")


def test_the_home_field_opens_the_panel(visit: Visits, language: str) -> None:
    """A question typed on the home page is answered in the panel, on the same page."""
    page = visit("", language)
    before = page.url
    page.locator("#ask").fill("police")
    page.locator("#ask").press("Enter")
    page.locator(".search-results a").first.wait_for()
    assert page.url == before
    expect(page.locator("#search-input")).to_have_value("police")


def test_the_search_page_searches_too(visit: Visits, language: str) -> None:
    """The plain search page answers from its own field."""
    page = visit("search", language)
    page.locator("main input[type=search]").fill("police")
    page.locator("main input[type=search]").press("Enter")
    page.locator(".search-results a").first.wait_for()
    assert "police" not in page.url


def test_nothing_found_is_said(visit: Visits, language: str) -> None:
    """A query without results is answered in words, with a way on."""
    page = visit("", language)
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill("xyzzyqwv")
    said = page.locator(".search-said")
    expect(said).to_contain_text(say(language, "search.none", query="xyzzyqwv"))
    expect(page.locator(".search-results a")).to_have_count(0)
    expect(page.locator(".search-index a")).to_be_visible()


@pytest.mark.parametrize("typed", ["police $& $$", "$`trafiking", "xyzzyqwv$'"])
def test_what_was_typed_is_shown_as_it_is(visit: Visits, typed: str) -> None:
    """Found, mended or not: signs that mean something to a program are signs."""
    page = visit("")
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill(typed)
    expect(page.locator(".search-said")).to_contain_text(typed)
    expect(page.locator(".search-said")).not_to_contain_text("{")


def test_a_mended_query_is_told(visit: Visits) -> None:
    """When a typo was forgiven, the panel says what was typed."""
    page = visit("")
    results(page, "trafiking")
    expect(page.locator(".search-said")).to_contain_text("trafiking")


def test_closing_forgets_the_query(visit: Visits) -> None:
    """Nothing typed is left in the field after the panel was closed."""
    page = visit("")
    results(page, "police")
    page.keyboard.press("Escape")
    expect(page.locator("#search-input")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-input")).to_have_value("")


def test_only_the_reader_starts_the_search_engine(visit: Visits) -> None:
    """The index is fetched when search is first used, not before."""
    page = visit(TEMPLATES["myth"])
    page.wait_for_load_state("networkidle")
    assert not any("pagefind" in url for url in visit.record.requests)
