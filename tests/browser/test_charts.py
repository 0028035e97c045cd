"""Charts in a real browser: readable at every width, with the table one press away and no script needed for it."""

import pytest
from playwright.sync_api import expect

from .built import ROOT, say, written
from .visits import Visits

PAGES = tuple(
    f"research/{path.stem}"
    for path in (ROOT / f"docs/en/research/{name}.md" for name in written("research"))
    if "/// chart" in path.read_text(encoding="utf-8")
)
PAGE = "research/calling-911-in-five-cities"

# What is drawn in text too small to read, or sticks out of its card.
FAULTS = """() => [...document.querySelectorAll(".chart")].flatMap((chart) => {
  const card = chart.getBoundingClientRect();
  const words = [...chart.querySelectorAll("text, .chart-label, .chart-value, .chart-how, .chart-source")].filter((one) => one.checkVisibility());
  return words.flatMap((word) => {
    const box = word.getBoundingClientRect();
    const faults = [];
    if (parseFloat(getComputedStyle(word).fontSize) < 15) faults.push(`small: ${word.textContent}`);
    if (box.left < card.left || box.right > card.right) faults.push(`out: ${word.textContent}`);
    return faults;
  });
})"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("key", PAGES)
def test_words_have_their_real_size_and_stay_in_the_card(
    visit: Visits, key: str, language: str, width: int
) -> None:
    """Text of drawings is at least 15 px and inside its card, on phones and on wide screens."""
    assert visit(key, language, width=width).evaluate(FAULTS) == []


def test_the_table_opens_without_scripts(visit: Visits, language: str) -> None:
    """The numbers are in a table that opens in place; without scripts there is no button that needs one."""
    page = visit(PAGE, language, scripts=False)
    chart = page.locator(".chart").first
    expect(chart.locator("table")).to_be_hidden()
    chart.get_by_text(say(language, "chart.table"), exact=True).click()
    expect(chart.locator("table")).to_be_visible()
    expect(chart.locator("tbody td").first).to_contain_text("31,0" if language == "fr" else "31.0%")
    expect(chart.locator("button")).to_be_hidden()


def test_a_chart_is_copied_with_its_source(visit: Visits, language: str) -> None:
    """The copy has the finding, the numbers, who found them and the chart's address."""
    context = visit.context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(visit.site.url(PAGE, language))
    chart = page.locator(".chart").nth(1)
    chart.locator("[data-chart]").click()
    expect(chart.locator("[role=status]")).to_have_text(say(language, "card.copied"))
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert chart.locator("figcaption").inner_text().startswith(lines[0])
    assert len(lines[0]) > 40
    assert ("5,225" if language == "fr" else "5.225") in lines[1]
    assert "Crago" in lines[3]
    assert lines[-1].endswith(f"/{PAGE}/#chart-2")


def test_the_file_of_a_chart_is_there(visit: Visits, language: str) -> None:
    """The link leads to the same numbers as CSV."""
    page = visit(PAGE, language)
    address = page.locator(".chart a[download]").first.evaluate("(link) => link.href")
    file = visit.site.file(address)
    assert file is not None
    assert "unable-to-call-911,share,31.0" in file.read_text(encoding="utf-8")


def test_shape_and_not_colour_carries_the_result_in_forced_colours(visit: Visits) -> None:
    """In the reader's own colours, a hollow dot is still hollow."""
    page = visit.context().new_page()
    page.emulate_media(forced_colors="active")
    page.goto(visit.site.url(PAGE, "en"))
    fills = page.locator(".chart-dot").evaluate_all("(dots) => dots.map((dot) => getComputedStyle(dot).fill)")
    assert len(fills) == 2
    assert fills[0] != fills[1]
