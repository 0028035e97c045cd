"""Leaving the page at once."""

import pytest
from playwright.sync_api import Page, expect

from .built import TEMPLATES, say
from .visits import Visits, stub_weather

ARTICLE = TEMPLATES["myth"]
HOSTS = {"en": "https://weather.gc.ca/**", "fr": "https://meteo.gc.ca/**"}


def article(visit: Visits, language: str = "en", **settings: object) -> Page:
    """Open an article from which the weather service can be reached."""
    page = visit(ARTICLE, language, **settings)
    stub_weather(page)
    return page


def stays(page: Page) -> bool:
    """Return whether the page is still the article after a moment."""
    page.wait_for_timeout(250)
    return ARTICLE in page.url and page.locator("main").is_visible()


def test_leaving_replaces_the_article(visit: Visits, language: str) -> None:
    """One click goes to the weather, and the browser's Back does not show the article."""
    page = visit("", language)
    stub_weather(page)
    home = page.url
    page.goto(visit.site.url(ARTICLE, language))
    page.locator("[data-leave]").click()
    page.wait_for_url(HOSTS[language])
    page.go_back()
    assert page.url == home


def test_leaving_blanks_the_page_at_once(visit: Visits) -> None:
    """Nothing of the article can be seen while the weather page is not there yet."""
    page = visit(ARTICLE)
    stub_weather(
        page, lambda route: route.fulfill(status=204)
    )  # an answer that leaves the reader where they are
    page.locator("[data-leave]").click()
    page.wait_for_function("() => document.body.innerText.trim() === ''")
    assert ARTICLE in page.url
    expect(page.locator("main")).to_be_hidden()


def test_three_presses_of_shift_leave(visit: Visits, language: str) -> None:
    """Shift, Shift, Shift goes to the weather."""
    page = article(visit, language)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(HOSTS[language])


def test_presses_are_announced(visit: Visits, language: str) -> None:
    """A live region says how many presses are left, and when the count has lapsed."""
    page = visit.context().new_page()
    page.clock.install()
    page.goto(visit.site.url(ARTICLE, language))
    said = page.locator(".leave-status")
    expect(said).to_have_attribute("role", "status")
    page.keyboard.press("Shift")
    expect(said).to_have_text(say(language, "leave.first"))
    page.keyboard.press("Shift")
    expect(said).to_have_text(say(language, "leave.second"))
    page.clock.fast_forward(5100)
    expect(said).to_have_text(say(language, "leave.expired"))


def test_the_count_lapses_after_five_seconds(visit: Visits) -> None:
    """A third press that comes too late is a first press."""
    page = visit.context().new_page()
    page.clock.install()
    page.goto(visit.site.url(ARTICLE))
    stub_weather(page)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.fast_forward(5100)
    page.keyboard.press("Shift")
    page.clock.run_for(500)
    assert ARTICLE in page.url
    page.clock.fast_forward(4000)
    page.keyboard.press("Shift")
    page.clock.fast_forward(4000)
    page.keyboard.press("Shift")
    page.wait_for_url(HOSTS["en"])


@pytest.mark.parametrize(
    "presses",
    [
        pytest.param(["Shift+A"] * 4, id="capital-letters"),
        pytest.param(["Shift+Tab"] * 4, id="walking-backwards"),
        pytest.param(["Shift", "Shift", "a", "Shift"], id="another-key-between"),
        pytest.param(["Shift", "Shift", "Shift+B", "Shift"], id="a-capital-between"),
        pytest.param(["Escape"] * 4, id="escape"),
    ],
)
def test_other_keys_do_not_leave(visit: Visits, presses: list[str]) -> None:
    """Shift as a modifier does not count, and any other key starts the count again."""
    page = article(visit)
    for press in presses:
        page.keyboard.press(press)
    assert stays(page)


def test_nothing_covers_the_control(visit: Visits, width: int) -> None:
    """With the menu, the search or a card open, and far down the page, the control is there and large enough."""
    page = visit(ARTICLE, width=width)
    leave = page.locator("[data-leave]")

    def free() -> bool:
        return bool(
            leave.evaluate(
                """link => { const box = link.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return box.height >= 44 && box.width >= 44 && box.top >= 0 && box.right <= innerWidth && link.contains(top); }"""
            )
        )

    assert free(), "at the top of the page"
    page.locator("a.cite").last.scroll_into_view_if_needed()
    page.locator("a.cite").last.click()
    expect(page.locator(".card")).to_be_visible()
    assert free(), "with a card open"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill("police")
    page.locator(".search-results a").first.wait_for()
    assert free(), "with search open"
    page.keyboard.press("Escape")
    if width == 360:
        page.locator(".menu-button").click()
        assert free(), "with the menu open"


def test_a_kept_page_comes_back_readable(visit: Visits) -> None:
    """When a reader comes back by hand to a page that the browser kept, its text is there again."""
    page = article(visit)
    page.locator("[data-leave]").click()
    page.wait_for_url(HOSTS["en"])
    page.goto(visit.site.url(ARTICLE))
    expect(page.locator("main")).to_be_visible()
