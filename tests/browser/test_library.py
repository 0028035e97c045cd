"""The evidence library: a list that can be narrowed down, and stands whole without scripts."""

import json

from playwright.sync_api import Locator, Page, expect

from .built import Site, say
from .test_access import violations_in_both_schemes
from .visits import Visits


def sources(site: Site) -> list[dict[str, object]]:
    """Return every record as it is published."""
    return list(json.loads((site.folder / "data/evidence.json").read_bytes())["sources"])


def listed(page: Page) -> Locator:
    """Return the sources that are shown."""
    return page.locator(".library > li:visible")


def told(page: Page) -> str:
    """Return what the reader is told about how many there are."""
    return page.locator(".narrow [role=status]").inner_text()


def test_each_list_narrows_the_library_down(visit: Visits, site: Site, language: str) -> None:
    """By kind, place, theme and decade, alone and together; the number is told, and empty kinds go."""
    page, records = visit("evidence", language), sources(site)
    all_of_them = len(records)
    assert told(page) == say(language, "library.sources.other", n=all_of_them)
    chosen = {"kind": "court-decision", "place": "Canada", "theme": "law", "year": "2020"}
    for name, value in chosen.items():
        page.locator(f"#by-{name}").select_option(value)
        option = page.locator(f"#by-{name} option:checked").inner_text()
        count = listed(page).count()
        assert option.endswith(f"({count})"), option
        assert told(page) == say(language, "library.shown.other", n=count, all=all_of_them)
        page.locator(f"#by-{name}").select_option("")
    for name, value in chosen.items():
        page.locator(f"#by-{name}").select_option(value)
    expected = [
        record["id"] for record in records
        if record["design"] == "court-decision" and "Canada" in record["places"] and "law" in record["themes"]  # type: ignore[operator]
        and record["csl"]["issued"]["date-parts"][0][0] // 10 == 202  # type: ignore[index]
    ]  # fmt: skip
    addresses = [item.locator("a").first.get_attribute("href") or "" for item in listed(page).all()]
    assert sorted(address.strip("/").rpartition("/")[2] for address in addresses) == sorted(
        map(str, expected)
    )
    expect(page.locator("section.band:visible")).to_have_count(1)
    assert page.url == site.url("evidence", language)


def test_undated_sources_can_be_found(visit: Visits, site: Site, language: str) -> None:
    """A source without a date is no source of any decade, and has a choice of its own."""
    page = visit("evidence", language)
    page.locator("#by-year").select_option(label=None, value="none")
    undated = [record for record in sources(site) if "issued" not in record["csl"]]  # type: ignore[operator]
    expect(listed(page)).to_have_count(len(undated))


def test_an_empty_list_has_a_way_out(visit: Visits, site: Site, language: str, width: int) -> None:
    """Where nothing fits, the page says so and one button brings everything back; the focus is not lost."""
    page = visit("evidence", language, width=width)
    page.locator("#by-kind").select_option("experiment")
    page.locator("#by-place").select_option("New Zealand")
    expect(listed(page)).to_have_count(0)
    expect(page.get_by_text(say(language, "library.none"))).to_be_visible()
    assert violations_in_both_schemes(page) == {}
    page.get_by_role("button", name=say(language, "library.show_all")).click()
    expect(listed(page)).to_have_count(len(sources(site)))
    expect(page.locator("#by-kind")).to_be_focused()
    expect(page.get_by_text(say(language, "library.none"))).to_be_hidden()


def test_the_keyboard_is_enough(visit: Visits, language: str) -> None:
    """Tab to a list, choose with the arrow, tab to the button that undoes it."""
    page = visit("evidence", language)
    page.locator("#by-place").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#by-place").input_value() != ""
    few = listed(page).count()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert listed(page).count() > few


def test_a_narrow_window_fits_the_lists(visit: Visits, language: str) -> None:
    """At 320 pixels nothing sticks out, and each list is large enough for a finger."""
    page = visit("evidence", language, width=320)
    for name in ("kind", "place", "theme", "year"):
        box = page.locator(f"#by-{name}").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 44


def test_without_scripts_everything_is_listed(visit: Visits, site: Site, language: str) -> None:
    """Every source by kind, with links to the kinds, and no list that would do nothing."""
    page = visit("evidence", language, scripts=False)
    expect(listed(page)).to_have_count(len(sources(site)))
    expect(page.locator(".narrow")).to_be_hidden()
    expect(page.locator(".strip a").first).to_be_visible()


def test_the_filter_is_sent_to_the_library_alone(visit: Visits, language: str) -> None:
    """No other page asks for it."""
    visit("evidence/platt2018", language)
    visit("", language)
    assert not any("library.js" in url for url in visit.record.requests)
