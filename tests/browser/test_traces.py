"""What a visit leaves behind: nothing."""

import re

from playwright.sync_api import Page

from .built import ARTICLES, TEMPLATES, Site
from .visits import Visits

NOT_OURS = re.compile(r"bundle\.|palette\.|/workers/|search_index\.json|material|fonts\.g|sw\.js")
KEPT = """async () => ({
  cookie: document.cookie,
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map((database) => database.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  history: JSON.stringify(history.state),
  name: window.name,
})"""
NOTHING = {
    "cookie": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0, "history": "null", "name": "",
}  # fmt: skip


def use_everything(page: Page) -> None:
    """Use each feature that the open page has."""
    if page.locator("a.cite:visible").count():
        page.locator("a.cite:visible").first.click()
        page.locator(".card .as-link").click()
        page.keyboard.press("Escape")
    page.evaluate("for (const one of document.querySelectorAll('main summary')) one.click()")
    for choice in page.locator(".narrow select").all():
        choice.select_option(index=1)
    for button in page.locator("[data-share]:not([data-share=print])").all():
        button.click()
    for button in page.locator("[data-zoom]").all():
        button.click()
    page.keyboard.press("Shift")


def use_search(page: Page) -> None:
    """Search, and read a result."""
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill("police")
    page.locator(".search-results a").first.click()
    page.wait_for_load_state()


def test_nothing_is_kept(visit: Visits, language: str) -> None:
    """After every template was read and every feature used, the browser holds no trace but its own history."""
    page = visit("", language)
    context = page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    for key in TEMPLATES.values():
        page.goto(visit.site.url(key, language))
        use_everything(page)
        assert page.evaluate(KEPT) == NOTHING, key
    for key in (TEMPLATES["home"], TEMPLATES["myth"], TEMPLATES["search"]):
        page.goto(visit.site.url(key, language))
        use_search(page)
        assert page.evaluate(KEPT) == NOTHING, f"after a search on {key}"
    assert context.cookies() == []
    assert context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


def test_nothing_is_asked_from_others(visit: Visits, site: Site, key: str, language: str) -> None:
    """Every file a page asks for is there, on the site itself, and none is of the theme's bundle."""
    visit(key, language).evaluate("document.fonts.ready.then(() => true)")
    assert visit.record.outside(site) == []
    assert [url for url in visit.record.requests if NOT_OURS.search(url)] == []
    lost = {url for url in visit.record.requests if not site.file(url)}
    assert lost == ({site.url(key, language)} if key == TEMPLATES["not-found"] else set())


def test_articles_send_one_font(visit: Visits, language: str) -> None:
    """Home and articles show all their text, sources included, without the italic."""
    page = visit("", language)
    for key in ("", *ARTICLES):
        page.goto(visit.site.url(key, language))
        page.evaluate("document.fonts.ready.then(() => true)")
    fonts = {url.rpartition("/")[2] for url in visit.record.requests if ".woff" in url}
    assert len(fonts) == 1, fonts
    assert not any("italic" in name for name in fonts)
