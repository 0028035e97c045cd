"""Where things stand, at every width, in print, and while the page loads."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from .built import MYTHS, TEMPLATES
from .visits import Visits

# Parts that stick out of the window, apart from what scrolls in a region of its own or is only for screen readers.
STICKING_OUT = """() => {
  const scrolls = (element) => element && (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = document.documentElement.scrollWidth - innerWidth;
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".quiet, .skip, svg *")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(element.parentElement);
  }).map((element) => `${element.localName}.${element.className.baseVal ?? element.className} ${Math.round(element.getBoundingClientRect().right)}`);
  return { wide: Math.max(0, wide), out: out.slice(0, 6) };
}"""
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([entry.value, ...entry.sources.map((s) => s.node?.className ?? s.node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });
"""


def fits(page: Page) -> bool:
    """Return whether nothing sticks out of the window; say what does."""
    found = page.evaluate(STICKING_OUT)
    assert found == {"wide": 0, "out": []}, found
    return True


def test_nothing_sticks_out_of_a_narrow_window(visit: Visits, key: str, language: str) -> None:
    """At 320 px, and at 1280 x 1024 px with 400 % zoom, which is 320 x 256 px, nobody has to scroll sideways."""
    page = visit(key, language, width=320)
    assert fits(page)
    page.set_viewport_size({"width": 320, "height": 256})
    assert fits(page)
    bar = page.locator(".bar").bounding_box()
    assert bar
    assert bar["height"] <= 50, "the header takes too much of a low window"
    expect(page.locator("[data-leave]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    "name",
    ["home", "myth", "model", "library", "source", "law", "provision", "language-guide", "glossary"],
)
def test_nothing_sticks_out_elsewhere(visit: Visits, name: str, language: str) -> None:
    """The widths around which the layout changes."""
    page = visit(TEMPLATES[name], language)
    for width in (360, 699, 701, 768, 1000, 1099, 1101, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page), width


def test_a_picture_is_no_wider_than_a_phone(visit: Visits, language: str) -> None:
    """The drawings of an article shrink with the window."""
    page = visit("media/images", language, width=320)
    expect(page.locator("main img").first).to_be_visible()
    assert fits(page)


@pytest.mark.parametrize("slug", MYTHS)
def test_the_answer_is_above_the_fold(visit: Visits, slug: str, language: str) -> None:
    """On a phone of 360 x 640 px the whole fact block is seen before any scrolling."""
    box = visit(f"myths/{slug}", language, width=360).locator(".block-fact").first.bounding_box()
    assert box
    print(f"the fact ends at {box['y'] + box['height']:.0f} px")
    assert box["y"] + box["height"] <= 640


@pytest.mark.parametrize("name", ["research", "media"])
def test_a_notice_does_not_push_the_first_section_off_the_screen(
    visit: Visits, name: str, language: str
) -> None:
    """On a phone of 360 x 640 px the first section of a summary or guideline begins before any scrolling."""
    page = visit(TEMPLATES[name], language, width=360)
    expect(page.locator(".text h2").first).to_be_in_viewport(ratio=1)


def test_the_first_questions_come_before_a_notice(visit: Visits) -> None:
    """What people ask most is near the top of the home page in a language that no one has read over, too."""
    page = visit("", "fr", width=360)
    question, notice = (page.locator(part).first.bounding_box() for part in (".answers a", ".notice"))
    assert question
    assert notice
    assert question["y"] < notice["y"]


def test_steps_of_a_breadcrumb_do_not_meet(visit: Visits, language: str) -> None:
    """On a phone, where a long step is shortened, no step runs into the next."""
    page = visit(TEMPLATES["research"], language, width=320)
    boxes = page.locator(".crumbs a:visible").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"
    )
    gaps = [after[0] - before[1] for before, after in pairwise(boxes)]
    assert gaps
    assert min(gaps) >= 8, boxes


# A late font may break a line elsewhere in some paragraph; 0.1 is what web vitals call good.
@pytest.mark.parametrize(("delay", "limit"), [(0, 0.01), (900, 0.1)], ids=["font-at-once", "font-late"])
def test_nothing_jumps(visit: Visits, language: str, width: int, delay: int, limit: float) -> None:
    """While a myth page loads, the text stays where it is; when its font comes late, nearly so."""
    page = visit.context(width=width).new_page()
    page.add_init_script(WATCH_SHIFTS)

    def slow(route: Route) -> None:
        page.wait_for_timeout(delay)
        route.continue_()

    if delay:
        page.route("**/*.woff2", slow)
    page.goto(visit.site.url(TEMPLATES["myth"], language))
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 150)))")
    shifts = page.evaluate("window.shifts")
    assert sum(shift[0] for shift in shifts) < limit, shifts


@pytest.mark.parametrize("name", ["myth", "research", "media"])
def test_paper_gets_the_text_and_its_sources(visit: Visits, name: str, language: str) -> None:
    """Printed, an article has its sources and its address, and no header, menu or buttons."""
    page = visit(TEMPLATES[name], language)
    page.emulate_media(media="print")
    for part in (".bar", ".row", ".skip", ".share", ".foot-lists", "#search"):
        expect(page.locator(part).first).to_be_hidden()
    for part in ("h1", "#sources", "#sources .reference", ".printed"):
        expect(page.locator(part).first).to_be_visible()


def test_text_can_grow(visit: Visits, language: str) -> None:
    """With the reader's own letters twice as large, and with wider spacing, nothing sticks out on a phone."""
    page = visit(TEMPLATES["myth"], language, width=640)
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`html { font-size: 200% !important }
          * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
        document.adoptedStyleSheets = [sheet]; }"""
    )
    assert fits(page)


def test_the_library_is_short_until_a_kind_is_opened(visit: Visits, language: str) -> None:
    """On a phone, without scripts too, its kinds are closed; one that is opened, or named by the address, shows its sources."""
    page = visit("evidence", language, width=360)
    assert page.evaluate("document.documentElement.scrollHeight") < 20_000
    kind = page.locator("details.kind").first
    expect(kind.locator("li").first).to_be_hidden()
    kind.locator("summary").press("Enter")
    expect(kind.locator("li").first).to_be_visible()


@pytest.mark.parametrize(
    "key",
    [
        "policy/canadian-law-today/irpr183",
        "help",
        "research/barriers-to-health-care",
        "work/housing",
        "model",
        "media/images",
        "policy/legal-models-compared",
        "policy/model-policy",
        "policy/questions-for-candidates",
    ],
)
def test_a_page_prints_on_five_sheets(visit: Visits, key: str, language: str) -> None:
    """Letter paper, as somebody prints it from the browser."""
    pdf = visit(key, language).pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) <= 5


def test_the_options_of_a_policy_are_folded_on_a_phone(visit: Visits, language: str) -> None:
    """A page of many options is as long as a question; each opens, and a wide window has them all open."""
    page = visit("policy/legal-models-compared", language, width=360)
    assert page.evaluate("document.documentElement.scrollHeight") < 9_500
    option = page.locator("details.part").last
    option.locator("summary").press("Enter")
    expect(option.locator("p").first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator("details.part:not([open])")).to_have_count(0)


def test_the_diagram_prints_on_one_sheet(visit: Visits, language: str) -> None:
    """With the names of its areas, on paper that is narrower than a small window."""
    page = visit(TEMPLATES["model-full"], language)
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator(".area-name:visible")).to_have_count(4)
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="Letter"))) == 1


def test_entries_that_are_closed_stay_so_on_paper(visit: Visits) -> None:
    """A guide of many entries prints its lines; one that somebody opened is printed whole."""
    page = visit(TEMPLATES["language-guide"])
    entries = page.locator("details:has(> summary > .entry-name)")
    entries.first.evaluate("(one) => { one.open = true }")
    page.emulate_media(media="print")
    expect(entries.nth(0).locator("p").first).to_be_visible()
    expect(entries.nth(1).locator("p").first).to_be_hidden()


def test_citing_is_a_few_stops_away(visit: Visits, language: str) -> None:
    """From the top of a question, the keyboard reaches what leads to its reference in 40 stops."""
    page = visit(TEMPLATES["myth"], language, width=1280)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a[href=\"#cite-page\"]')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#cite-page")).to_have_attribute("open", "")
    expect(page.locator("#cite-page summary")).to_be_in_viewport()


def test_the_search_panel_is_of_use_on_the_smallest_window(visit: Visits, language: str) -> None:
    """At 400 % zoom the first answer can be read, and the rest scrolls below the field."""
    page = visit("", language)
    page.set_viewport_size({"width": 320, "height": 256})
    page.keyboard.press("Control+k")
    page.locator("#search-input").fill("911")
    first = page.locator(".search-first p").last
    expect(first).to_be_in_viewport()


def test_what_is_folded_away_is_printed(visit: Visits) -> None:
    """Nobody can open a `/// details` block on paper."""
    page = visit(TEMPLATES["myth"], "en")
    page.evaluate("""() => document.querySelector(".text").insertAdjacentHTML("beforeend",
      "<details><summary>More</summary><p id='folded'>Words.</p></details>")""")
    assert not page.locator("#folded").is_visible()
    page.emulate_media(media="print")
    box = page.locator("#folded").bounding_box()
    assert box
    assert box["height"] > 10


def test_sources_stand_in_one_line(visit: Visits) -> None:
    """On a wide window the names of the first sources and of those that a phone folds begin at one edge."""
    page = visit(TEMPLATES["self-assessment"], width=1280)
    assert page.locator("#sources .narrow-fold li").count() > 0
    edges = page.locator("#sources li summary").evaluate_all(
        "(lines) => lines.map((line) => Math.round(line.firstElementChild.getBoundingClientRect().left))"
    )
    assert len(set(edges)) == 1
