"""Accessibility rules that a program can judge: axe-core finds nothing on any template, in any state."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .built import TEMPLATES
from .visits import Visits

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
# axe reads the authors' colours where a reader forces others, so there it cannot judge contrast.
FORCED = ALL | {"rules": {"color-contrast": {"enabled": False}}}
# The diagram keeps its colours, as it would make no sense without; its words stand on its own shapes.
UNFORCED = """() => [...document.body.querySelectorAll("*")].filter((element) =>
  getComputedStyle(element).forcedColorAdjust === "none" && !element.closest(".diagram")
  && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .map((element) => element.outerHTML)"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}


def violations(page: Page, options: dict[str, object] = ALL) -> dict[str, list[str]]:
    """Return what axe finds on the page as it stands: rule and what to mend, to the places."""
    found = Axe().run(page, options=options).response["violations"]
    return {
        f"{rule['id']}: {rule['help']}": [str(node["target"]) for node in rule["nodes"]] for rule in found
    }


def violations_in_both_schemes(page: Page) -> dict[str, list[str]]:
    """Return what axe finds in light, and in dark, where only colours can differ."""
    light = violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return light | {f"dark {rule}": places for rule, places in violations(page, COLOURS).items()}


@pytest.mark.parametrize(("language", "width"), [("en", 360), ("fr", 1280)], ids=["en-360px", "fr-1280px"])
def test_no_rule_is_broken(visit: Visits, key: str, language: str, width: int) -> None:
    """Every template, in both languages, on a phone and a desk, in light and dark; one template serves both languages."""
    assert violations_in_both_schemes(visit(key, language, width=width)) == {}


def test_the_open_menu_breaks_no_rule(visit: Visits, language: str) -> None:
    """The menu of a phone, open, in light and dark."""
    page = visit(TEMPLATES["myth"], language, width=360)
    page.locator(".menu-button").click()
    assert violations_in_both_schemes(page) == {}


def test_the_open_search_breaks_no_rule(visit: Visits, language: str, width: int) -> None:
    """The search panel with results, in light and dark."""
    page = visit(TEMPLATES["myth"], language, width=width)
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill("police")
    page.locator(".search-results a").first.wait_for()
    assert violations_in_both_schemes(page) == {}


def test_an_open_citation_card_breaks_no_rule(visit: Visits, language: str, width: int) -> None:
    """A citation card, in light and dark."""
    page = visit(TEMPLATES["myth"], language, width=width)
    page.locator("a.cite").first.click()
    page.locator(".card").wait_for()
    page.evaluate("scrollTo(0, 0)")  # nothing lies half under the header
    assert violations_in_both_schemes(page) == {}


@pytest.mark.parametrize("name", ["home", "myth", "model", "source", "library", "draft", "write"])
def test_forced_colours_break_no_rule(visit: Visits, name: str, language: str) -> None:
    """In the colours that a reader forces, no rule is broken and no text keeps colours of its own."""
    page = visit(TEMPLATES[name], language, forced_colors="active")
    assert violations(page, FORCED) == {}
    assert page.evaluate(UNFORCED) == []
