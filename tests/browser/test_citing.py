"""Citing a page: the reference in words, as files, and copied."""

from playwright.sync_api import expect

from .built import TEMPLATES, front_matter, say
from .test_access import violations_in_both_schemes
from .visits import Visits


def test_without_scripts_the_reference_can_be_selected_and_saved(visit: Visits, language: str) -> None:
    """The words with day and version, and links to the files; no button that would do nothing."""
    page = visit(TEMPLATES["myth"], language, width=360, scripts=False)
    expect(page.locator(".cite-words")).to_be_hidden()
    page.locator("#cite-page > summary").click()
    words = page.locator(".cite-words").inner_text()
    assert str(front_matter(language, TEMPLATES["myth"])["title"]).replace("'", "’") in words
    assert str(front_matter(language, TEMPLATES["myth"])["reviewed"].year) in words
    for name in ("bibtex", "ris"):
        expect(
            page.locator(".cite-panel").get_by_role("link", name=say(language, f"source.{name}"))
        ).to_be_visible()
    expect(page.locator(".cite-panel button:visible")).to_have_count(0)


def test_the_reference_can_be_copied(visit: Visits, language: str) -> None:
    """By keyboard alone: open, go to the button, copy; what was done is told."""
    page = visit(TEMPLATES["research"], language)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".cite-page summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".share [role=status]")).to_have_text(say(language, "share.cited"))
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".cite-words").inner_text()


def test_the_open_panel_breaks_no_rule(visit: Visits, language: str, width: int) -> None:
    """In light and dark, on a phone and a desk."""
    page = visit(TEMPLATES["law"], language, width=width)
    # Opened without scrolling: a link half under the header is no fault of the panel.
    page.locator(".cite-page").evaluate("(panel) => { panel.open = true; }")
    expect(page.locator(".cite-words")).to_be_visible()
    assert violations_in_both_schemes(page) == {}
