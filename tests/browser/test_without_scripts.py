"""The site with scripts switched off."""

import pytest
from playwright.sync_api import expect

from .built import ARTICLES, TEMPLATES, front_matter, say
from .visits import Visits, stub_weather

# What each citation's source list entry fails to tell.
TOLD = """() => Object.fromEntries([...document.querySelectorAll("a.cite")].map((number) => {
  const seen = (element) => Boolean(element?.checkVisibility() && element.textContent.trim());
  const source = document.getElementById(number.hash.slice(1));
  const findings = (number.dataset.finding ?? "").split(" ").filter(Boolean).map((id) => document.getElementById(id));
  const line = source?.querySelector("details");
  if (line) line.open = true; // as a tap opens it
  for (let fold = source?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const ours = !source?.querySelector(".reference"); // a search that we made ourselves
  const lacks = [".source-title", ".limits", ...(ours ? [] : [".source-kind", ".reference", ".source-link a"])]
    .filter((part) => !seen(source?.querySelector(part)));
  for (const finding of findings) {
    if (!source?.contains(finding)) lacks.push("finding");
    lacks.push(...[".states", ".where"].filter((part) => !seen(finding?.querySelector(part))));
  }
  return [number.id, lacks];
}))"""
WEATHER = {"en": "https://weather.gc.ca/", "fr": "https://meteo.gc.ca/"}


def test_every_page_can_be_read_and_left(visit: Visits, key: str, language: str) -> None:
    """Heading, text and menu are there; the way out is a link to the weather that tells nobody where the reader was."""
    page = visit(key, language, width=360, scripts=False)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 150
    page.locator(".menu-button").click()
    expect(page.locator("#sections a").first).to_be_visible()
    expect(page.locator(".needs-script:visible")).to_have_count(0)
    leave = page.locator("[data-leave]")
    expect(leave).to_be_visible()
    spoken = "en" if key == TEMPLATES["not-found"] else language
    assert (leave.get_attribute("href") or "").startswith(WEATHER[spoken])
    assert {"nofollow", "noreferrer"} <= set((leave.get_attribute("rel") or "").split())


def test_the_link_leaves(visit: Visits, language: str) -> None:
    """Following the link opens the weather page."""
    page = visit(TEMPLATES["myth"], language, scripts=False)
    stub_weather(page)
    page.locator("[data-leave]").click()
    page.wait_for_url(f"{WEATHER[language]}**")


@pytest.mark.parametrize("article", ARTICLES)
def test_citations_lead_to_their_source(visit: Visits, article: str, language: str) -> None:
    """Each number is a link to the source list, which says what was found, where, and how far it reaches."""
    page = visit(article, language, scripts=False)
    told = page.evaluate(TOLD)
    assert told
    assert {number: lacks for number, lacks in told.items() if lacks} == {}


def test_cautions_are_in_the_source_list(visit: Visits, language: str) -> None:
    """What the record says about care in use is told without a card."""
    page = visit(TEMPLATES["research"], language, scripts=False)
    line = page.locator("#sources ol > li[id]").filter(has=page.locator(".caution")).first
    line.locator("summary").click()
    expect(line.locator(".caution").first).to_be_visible()


def test_search_offers_every_page(visit: Visits, language: str) -> None:
    """The search page lists the articles from A to Z."""
    page = visit("search", language, scripts=False)
    listed = {" ".join(text.split()) for text in page.locator("#index a").all_text_contents()}
    for article in ARTICLES:
        assert str(front_matter(language, article)["title"]).replace("'", "’") in listed


def test_the_home_field_leads_to_the_index(visit: Visits, language: str) -> None:
    """Without scripts the field of the home page leads to the A to Z index, and the words typed stay out of the address."""
    page = visit("", language, scripts=False)
    page.locator("#ask").fill("police")
    page.locator("#ask").press("Enter")
    page.wait_for_url("**/search/**")
    assert "police" not in page.url
    expect(page.get_by_role("heading", name=say(language, "search.index"))).to_be_visible()
