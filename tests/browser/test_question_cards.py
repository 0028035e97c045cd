"""Cards to cut out: two by two on paper, each whole."""

from .built import TEMPLATES
from .visits import Visits

ON_PAPER = 180 / 25.4 * 96  # the width of a sheet of A4 within its margins, in pixels


def test_a_card_is_printed_beside_another_within_lines_to_cut_along(visit: Visits, language: str) -> None:
    """Each question has a card of its own; on paper two stand side by side, dashed, and none is torn by the end of a sheet."""
    page = visit(TEMPLATES["cards"], language)
    cards = page.locator(".cut-card")
    assert cards.count() == page.locator(".text h2").count() - 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(ON_PAPER), "height": 1000})
    tops = cards.evaluate_all("all => all.slice(0, 3).map((one) => one.getBoundingClientRect().top)")
    assert tops[0] == tops[1] < tops[2]
    kept = cards.first.evaluate(
        "one => [getComputedStyle(one).breakInside, getComputedStyle(one).borderTopStyle]"
    )
    assert kept == ["avoid", "dashed"]
