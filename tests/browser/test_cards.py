"""Citation cards: what they say, how they open and go away, and what they leave in view."""

import pytest
from playwright.sync_api import expect

from .built import ARTICLES, TEMPLATES
from .visits import Visits

# Opens each number's card in turn and notes which of its findings, and which parts, the card does not show.
MISSING = """async () => {
  const missing = {};
  for (const number of document.querySelectorAll("a.cite")) {
    number.click();
    const cards = document.querySelectorAll(".card");
    const card = cards[0];
    const lacks = cards.length === 1 ? [] : [`${cards.length} cards are open`];
    const told = card?.textContent ?? "";
    for (const id of (number.dataset.finding ?? "").split(" ").filter(Boolean)) {
      const finding = document.querySelector(`#sources #${id}`);
      for (const part of [".states", ".where", ".caution"]) {
        const words = finding.querySelector(part)?.textContent;
        if (words && !told.includes(words)) lacks.push(`${id} ${part}`);
      }
    }
    const ours = !document.querySelector(number.hash).querySelector(".reference"); // a search that we made ourselves
    for (const part of [".source-title", ".limits", ...(ours ? [] : [".source-kind", ".card-links a"])]) {
      if (!card?.querySelector(part)) lacks.push(part);
    }
    if (number.getAttribute("aria-expanded") !== "true") lacks.push("aria-expanded");
    if (document.querySelectorAll('a.cite[aria-expanded="true"]').length !== 1) lacks.push("another number says it is open");
    if (lacks.length) missing[number.id] = lacks;
  }
  return missing;
}"""


@pytest.mark.parametrize("article", ARTICLES)
def test_a_card_tells_all(visit: Visits, article: str, language: str) -> None:
    """Each card shows every finding its number cites: what, where, caution; and the source's kind and limits."""
    page = visit(article, language)
    assert page.locator("a.cite").count() > 0
    assert page.evaluate(MISSING) == {}


def test_a_card_follows_the_mouse(visit: Visits) -> None:
    """Pointing at a number opens its card, which stays while the pointer is on it, and goes when it has left."""
    page = visit(TEMPLATES["myth"])
    number, card = page.locator("a.cite").first, page.locator(".card")
    number.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(5, 400)
    expect(card).to_be_hidden()


def test_the_keyboard_passes_numbers_by(visit: Visits) -> None:
    """Reaching a number opens nothing, so that nothing is put in the way; Enter opens its card."""
    page = visit(TEMPLATES["myth"])
    number, card = page.locator("a.cite").first, page.locator(".card")
    number.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(number).to_be_focused()
    page.wait_for_timeout(300)
    expect(card).to_be_hidden()
    page.keyboard.press("Enter")
    expect(card).to_be_focused()
    page.keyboard.press("Escape")
    expect(number).to_be_focused()


def test_a_link_to_a_source_opens_its_line(visit: Visits) -> None:
    """The shelf is closed until an address names a line of it."""
    page = visit(TEMPLATES["myth"])
    expect(page.locator("#source-1 .source-said")).to_be_hidden()
    page.goto(f"{page.url.partition('#')[0]}#source-2")
    expect(page.locator("#source-2 .source-said")).to_be_visible()
    expect(page.locator("#source-1 .source-said")).to_be_hidden()


def test_escape_closes_a_card_that_only_the_mouse_opened(visit: Visits) -> None:
    """A card can be sent away without moving the pointer."""
    page = visit(TEMPLATES["myth"])
    page.locator("a.cite").first.hover()
    expect(page.locator(".card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_be_hidden()


def test_the_cited_words_stay_in_view(visit: Visits, language: str, width: int) -> None:
    """An open card covers neither its number nor, on a phone, more than 55 % of the window."""
    page = visit(TEMPLATES["myth"], language, width=width)
    for number in page.locator("main a.cite:visible").all():
        number.click()
        covered = number.evaluate(
            """number => { const box = number.getBoundingClientRect();
            return !number.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }"""
        )
        box = page.locator(".card").bounding_box()
        assert box
        assert not covered, number.get_attribute("id")
        if width == 360:
            assert box["height"] <= 0.56 * 640
        page.keyboard.press("Escape")


def test_a_click_elsewhere_closes_the_card(visit: Visits) -> None:
    """A tap on the page beside the card closes it."""
    page = visit(TEMPLATES["myth"], width=360)
    page.locator("a.cite").first.click()
    expect(page.locator(".card")).to_be_visible()
    page.locator("h1").click(position={"x": 5, "y": 5})
    expect(page.locator(".card")).to_be_hidden()


def test_a_citation_can_be_copied(visit: Visits) -> None:
    """The card copies the finding with its source and the page's address."""
    page = visit(TEMPLATES["myth"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("a.cite").first.click()
    states = page.locator(".card .states").first.inner_text()
    page.locator(".card .as-link").click()
    expect(page.locator(".card-said")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert states in copied
    assert TEMPLATES["myth"] in copied
