"""The site with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from .built import TEMPLATES, say
from .visits import Visits

LONGEST = 500  # presses of Tab before a walk is taken to be endless

# What has the focus, and whether a reader can see it and its ring.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.walked ??= [];
  const seen = window.walked.includes(element);
  window.walked.push(element);
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const bar = document.querySelector(".bar");
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const big = box.height > innerHeight * 0.5;
  const points = big
    ? [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => [middle[0], box.top + box.height * part])
    : [middle];
  const hit = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && element.contains(top); });
  const ringed = [element, ...element.querySelectorAll("*")].some((part) => {
    const style = getComputedStyle(part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const under = !big && !bar.contains(element) && !element.matches(".skip") && box.top < bar.getBoundingClientRect().bottom - 1;
  return {
    name: `${element.localName}.${element.className.baseVal ?? element.className} «${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}»`,
    seen, hit, ringed, under, leave: element.matches("[data-leave]"),
  };
}"""
# Whatever can be seen and tabbed to, apart from the window of the citation card.
LEFT_OUT = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".card, [inert]")
    && element.tabIndex >= 0 && !window.walked.includes(element))
  .map((element) => element.outerHTML.slice(0, 120))"""


def walk(page: Page) -> tuple[list[dict[str, object]], list[str]]:
    """Press Tab from the address bar to the end of the page; return each stop, and what was never reached."""
    stops: list[dict[str, object]] = []
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stop["seen"] and stop["name"] == stops[0]["name"]):
            return stops, page.evaluate(LEFT_OUT)
        stops.append(stop)
    raise AssertionError(f"Tab never came round in {LONGEST} presses; the last stop was {stops[-1]['name']}")


@pytest.mark.parametrize(
    "name", ["home", "myth", "journalists", "draft", "model-full", "source", "search", "help", "not-found"]
)
def test_every_stop_can_be_seen(visit: Visits, name: str, width: int) -> None:
    """With Tab alone each control is reached, shows a ring and is covered by nothing."""
    stops, left_out = walk(visit(TEMPLATES[name], width=width))
    faults = {
        "covered": [stop["name"] for stop in stops if not stop["hit"]],
        "without a ring": [stop["name"] for stop in stops if not stop["ringed"]],
        "under the header": [stop["name"] for stop in stops if stop["under"]],
        "never reached": left_out,
    }
    assert {fault: names for fault, names in faults.items() if names} == {}


def test_leaving_comes_early(visit: Visits, key: str, width: int) -> None:
    """The control that leaves the page is the first or second stop of every template."""
    page = visit(key, width=width)
    stops = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert any(stop["leave"] for stop in stops), [stop["name"] for stop in stops]


def test_the_header_can_be_skipped(visit: Visits, language: str, width: int) -> None:
    """The skip link is seen when it has the focus, and leads to the main text, past the header."""
    page = visit(TEMPLATES["myth"], language, width=width)
    skip = page.locator(".skip")
    while not skip.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    expect(skip).to_be_in_viewport(ratio=1)
    expect(skip).to_have_text(say(language, "header.skip"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes(visit: Visits, language: str) -> None:
    """On a phone Enter opens the menu, Escape closes it, and its links are out of reach while it is closed."""
    page = visit(TEMPLATES["myth"], language, width=360)
    button, links = page.locator(".menu-button"), page.locator("#sections a")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(links.first).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(links.first).to_be_in_viewport()
    for link in links.all():
        link.scroll_into_view_if_needed()
        expect(link).to_be_in_viewport()
    inside = "document.querySelector('#sections').contains(document.activeElement)"
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(inside):
            break
    assert page.evaluate(inside), "the open menu's links do not follow its button"
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(button).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside)


def test_search_is_used_without_a_mouse(visit: Visits, language: str, width: int) -> None:
    """Ctrl-K opens search, arrows choose, Escape closes and the focus is back where it was."""
    page = visit(TEMPLATES["myth"], language, width=width)
    before = page.locator("main a").first
    before.focus()
    page.keyboard.press("Control+k")
    field = page.locator("#search-input")
    expect(field).to_be_focused()
    page.keyboard.type("police")
    results = page.locator(".search-results a")
    results.nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(before).to_be_focused()


def test_enter_follows_the_chosen_result(visit: Visits, language: str) -> None:
    """A result chosen with the arrows opens with Enter."""
    page = visit("", language)
    page.keyboard.press("Control+k")
    expect(page.locator("#search-input")).to_be_focused()
    page.keyboard.type("police")
    result = page.locator(".search-results a").first
    result.wait_for()
    page.keyboard.press("ArrowDown")
    target = result.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_a_card_is_used_without_a_mouse(visit: Visits, language: str, width: int) -> None:
    """Enter opens a citation's card and takes the reader there; Escape closes it and brings them back."""
    page = visit(TEMPLATES["myth"], language, width=width)
    number, card = page.locator("a.cite").first, page.locator(".card")
    page.keyboard.press("Tab")  # the reader is using the keyboard
    number.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    expect(number).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.querySelector('.card').contains(document.activeElement)")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.card').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "false")


def test_single_keys_do_nothing(visit: Visits, language: str) -> None:
    """The theme's one-key shortcuts are not there: the page, its focus and its place stay."""
    page = visit(TEMPLATES["myth"], language)
    state = "() => [location.href, scrollY, document.activeElement.outerHTML.slice(0, 80), document.querySelector('#search').open]"
    before = page.evaluate(state)
    for key in ("f", "s", "p", "n", ",", ".", "/"):
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        assert page.evaluate(state) == before, f"the key {key} does something"
