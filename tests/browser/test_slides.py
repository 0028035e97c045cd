"""Slides: one at a time for who shows them, a page to read for everyone else."""

from playwright.sync_api import expect

from .built import TEMPLATES, say
from .visits import Visits

DECK = TEMPLATES["slides"]


def test_keys_go_through_the_slides_and_back_to_the_page(visit: Visits, language: str) -> None:
    """One slide is on show, its heading has the focus; the last one is the last; Escape returns to where one began."""
    page = visit(DECK, language)
    slides = page.locator(".slide")
    opens = page.get_by_role("button", name=say(language, "slides.open"))
    opens.click()
    expect(page.locator(".slide[data-here]")).to_have_count(1)
    expect(slides.first.locator("h1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(slides.nth(1).locator("h2")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(slides.last.locator("h2")).to_be_focused()
    slides.last.get_by_role("button", name=say(language, "slides.previous")).click()
    expect(slides.nth(-2).locator("h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-here]")).to_have_count(0)
    expect(opens).to_be_focused()


def test_a_slide_fits_its_window(visit: Visits, language: str) -> None:
    """On a projector nothing of a slide lies below the edge, and nothing to its side."""
    page = visit(DECK, language, width=1280, height=720)
    page.get_by_role("button", name=say(language, "slides.open")).click()
    for _ in range(page.locator(".slide").count()):
        shown = page.locator(".slide[data-here]")
        assert shown.evaluate("one => [one.scrollHeight <= one.clientHeight, one.scrollWidth <= one.clientWidth]") == [True, True], shown.inner_text()  # fmt: skip
        page.keyboard.press("ArrowRight")


def test_without_scripts_it_is_one_page(visit: Visits, language: str) -> None:
    """All slides stand one below the other, each with its number, and no button is there that would do nothing."""
    page = visit(DECK, language, width=360, scripts=False)
    slides = page.locator(".slide")
    for number in range(slides.count()):
        expect(slides.nth(number)).to_be_visible()
        expect(slides.nth(number)).to_contain_text(say(language, "slides.number", n=number + 1, all=slides.count()))  # fmt: skip
    expect(page.locator(".slide button:visible")).to_have_count(0)
