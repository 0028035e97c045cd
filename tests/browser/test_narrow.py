"""Long lists that can be narrowed down by words and by choices, and stand whole without scripts and on paper."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from .built import TEMPLATES, Site, say
from .test_access import violations_in_both_schemes
from .visits import Visits

LISTS = {
    "language-guide": ".text > details:has(.entry-name)",
    "glossary": ".text > details:has(.entry-name)",
    "checks": ".text > details:has(.entry-name)",
    "figures": ".quote",
    "library": ".library > li",
}
"""The items of each list, by the name of its template."""


@pytest.fixture(params=LISTS)
def name(request: pytest.FixtureRequest) -> str:
    """The template of a page with a list that can be narrowed down."""
    return str(request.param)


def sources(site: Site) -> list[dict[str, object]]:
    """Return every record as it is published."""
    return list(json.loads((site.folder / "data/evidence.json").read_bytes())["sources"])


def listed(page: Page, items: str = LISTS["library"]) -> Locator:
    """Return the items that are left; those of a group that is closed count too."""
    return page.locator(f"{items}:not([hidden])")


def told(page: Page) -> str:
    """Return what the reader is told about how many there are."""
    return page.locator(".narrow [role=status]").inner_text()


def shown(language: str, n: int, of: int) -> str:
    """Return what a reader is told of how many items."""
    return say(language, "narrow.shown", n=n, all=of)


def test_words_narrow_a_list_down(visit: Visits, site: Site, name: str) -> None:
    """Each word begins one of the item's own, whatever its case and accents; the number is told and the address stays."""
    language, items = "fr", LISTS[name]
    page = visit(TEMPLATES[name], language)
    count = listed(page, items).count()
    assert told(page) == shown(language, count, count)
    word = next(word for word in str(listed(page, items).last.text_content()).split() if len(word) > 4)
    page.locator("#narrow-text").fill(word.upper())
    left = listed(page, items)
    assert 0 < left.count() < count
    assert told(page) == shown(language, left.count(), count)
    assert page.url == site.url(TEMPLATES[name], language)
    page.locator("#narrow-text").fill("xyzzyqwv")
    expect(left).to_have_count(0)
    expect(page.get_by_text(say(language, "narrow.none"))).to_be_visible()
    page.emulate_media(media="print")
    if name != "library":  # whose kinds are printed when somebody opened them
        expect(page.locator(f"{items}:visible")).to_have_count(count)
    expect(page.locator(".narrow")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name=say(language, "narrow.reset")).press("Enter")
    expect(left).to_have_count(count)
    expect(page.locator("#narrow-text")).to_be_focused()


def test_groups_without_items_go(visit: Visits) -> None:
    """A heading is shown only where something below it is."""
    page = visit(TEMPLATES["glossary"])
    page.locator("#narrow-text").fill(page.locator(".entry-name").first.inner_text())
    shown_below = page.locator(".text > h2:visible, .text > details:visible:has(.entry-name)")
    kinds = "".join(shown_below.evaluate_all("(all) => all.map((one) => one.localName[0])"))
    assert kinds.startswith("hd")
    assert "hh" not in kinds
    assert not kinds.endswith("h")


def test_the_few_that_are_left_are_open(visit: Visits) -> None:
    """What was looked for is read at once; with more of them, only what the reader opened stays open."""
    page = visit(TEMPLATES["language-guide"])
    entries = page.locator(LISTS["language-guide"])
    entries.nth(4).locator("summary").click()
    page.locator("#narrow-text").fill(str(entries.first.text_content()))
    expect(entries.first).to_have_attribute("open", "")
    page.locator("#narrow-text").fill("")
    expect(page.locator(f"{LISTS['language-guide']}[open]")).to_have_count(1)
    expect(entries.nth(4)).to_have_attribute("open", "")


@pytest.mark.parametrize(("key", "id"), [("language-guide", ""), ("glossary", "procuring"), ("checks", "")])
def test_an_address_opens_its_entry(visit: Visits, site: Site, key: str, id: str) -> None:
    """Whoever follows a link to an entry reads it, with its words in the window."""
    page = visit(TEMPLATES[key])
    id = id or str(page.locator(".entry-name").nth(7).get_attribute("id"))
    page.goto(f"{site.url(TEMPLATES[key])}#{id}")
    entry = page.locator(f"details:has(#{id})")
    expect(entry).to_have_attribute("open", "")
    expect(entry.locator("summary")).to_be_in_viewport()


def test_each_choice_narrows_the_library_down(visit: Visits, site: Site, language: str) -> None:
    """By kind, place, theme and decade, alone and together; the number is told, and empty kinds go."""
    page, records = visit("evidence", language), sources(site)
    all_of_them = len(records)
    chosen = {"kind": "court-decision", "place": "Canada", "theme": "law", "year": "2020"}
    for name, value in chosen.items():
        page.locator(f"#by-{name}").select_option(value)
        option = page.locator(f"#by-{name} option:checked").inner_text()
        count = listed(page).count()
        assert option.endswith(f"({count})"), option
        assert told(page) == shown(language, count, all_of_them)
        page.locator(f"#by-{name}").select_option("")
    for name, value in chosen.items():
        page.locator(f"#by-{name}").select_option(value)
    expected = [
        record["id"] for record in records
        if record["design"] == "court-decision" and "Canada" in record["places"] and "law" in record["themes"]
        and record["csl"]["issued"]["date-parts"][0][0] // 10 == 202
    ]  # fmt: skip
    addresses = [item.locator("a").first.get_attribute("href") or "" for item in listed(page).all()]
    assert sorted(address.strip("/").rpartition("/")[2] for address in addresses) == sorted(
        map(str, expected)
    )
    expect(page.locator("details.kind:visible")).to_have_count(1)
    expect(listed(page).first).to_be_visible()
    assert page.url == site.url("evidence", language)


def test_undated_sources_can_be_found(visit: Visits, site: Site, language: str) -> None:
    """A source without a date is no source of any decade, and has a choice of its own."""
    page = visit("evidence", language)
    page.locator("#by-year").select_option(label=None, value="none")
    undated = [record for record in sources(site) if "issued" not in record["csl"]]
    expect(listed(page)).to_have_count(len(undated))


def test_an_empty_list_has_a_way_out(visit: Visits, site: Site, language: str, width: int) -> None:
    """Where nothing fits, the page says so and one button brings everything back; the focus is not lost."""
    page = visit("evidence", language, width=width)
    page.locator("#by-kind").select_option("experiment")
    page.locator("#by-place").select_option("New Zealand")
    expect(listed(page)).to_have_count(0)
    expect(page.get_by_text(say(language, "narrow.none"))).to_be_visible()
    assert violations_in_both_schemes(page) == {}
    page.get_by_role("button", name=say(language, "narrow.reset")).click()
    expect(listed(page)).to_have_count(len(sources(site)))
    expect(page.locator("#narrow-text")).to_be_focused()
    expect(page.get_by_text(say(language, "narrow.none"))).to_be_hidden()


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
    """At 320 pixels nothing sticks out, and each control is large enough for a finger."""
    page = visit("evidence", language, width=320)
    for control in ("narrow-text", "by-kind", "by-place", "by-theme", "by-year"):
        box = page.locator(f"#{control}").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 44


def test_without_scripts_everything_is_listed(visit: Visits, name: str) -> None:
    """Every item, and no control that would do nothing; an entry opens by itself."""
    page = visit(TEMPLATES[name], "fr", scripts=False)
    expect(listed(page, LISTS[name])).to_have_count(page.locator(LISTS[name]).count())
    expect(page.locator(".narrow")).to_be_hidden()
    if page.locator(".entry-name").count():
        entry = listed(page, LISTS[name]).first
        entry.locator("summary").click()
        expect(entry.locator("p, li").first).to_be_visible()


def test_the_filter_is_sent_to_long_lists_alone(visit: Visits) -> None:
    """No other page asks for it."""
    visit("evidence/platt2018")
    visit()
    assert not any("narrow.js" in url for url in visit.record.requests)
