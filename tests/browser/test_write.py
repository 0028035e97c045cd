"""The page for writing: parts as fields, findings to cite, checks while typing, a preview, and a file at the end."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonground.languages import language_of
from commonground.read.article import read_article

from .built import ROOT, TEMPLATES, say
from .test_access import violations_in_both_schemes
from .test_layout import fits
from .test_traces import KEPT, NOTHING
from .test_writing_checks import plain
from .visits import Visits

KEY = TEMPLATES["write"]
ASKED = {"en": "could not call 911", "fr": "appeler le 911"}
WORD = {
    "en": ("The prostitutes left.", "sex workers"),
    "fr": ("Les prostituées partent.", "travailleuses du sexe"),
}
HOSTILE = "<img src=x onerror=\"document.title='run'\"> <script>document.title='run'</script> [a](javascript:alert(1))"


def opened(visit: Visits, language: str = "en", **settings: object) -> Page:
    """Open the page and wait until it is ready."""
    page = visit(KEY, language, **settings)
    expect(page.locator("#write[data-ready]")).to_be_attached()
    return page


def insert(page: Page, id: str, language: str = "en") -> None:
    """Put a finding into a part, by its button and the finder."""
    page.locator(f".write-field:has(#part-{id}) .write-add").click()
    page.locator("#finder-words").fill(ASKED[language])
    page.locator(".finding summary").first.click()
    page.locator(".finding-insert").first.click()


def filled(page: Page, language: str = "en") -> None:
    """Write a title, a fact with a finding, and a word that is to be changed."""
    page.locator("#part-title").fill("Can “they” call?")
    insert(page, "fact", language)
    page.locator("#part-myth").fill(WORD[language][0])
    page.locator("#part-myth").blur()


def saved(page: Page) -> tuple[str, str]:
    """Save the file; return its name and its text."""
    with page.expect_download() as download:
        page.locator("[data-end=save]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def test_a_finding_is_inserted_with_its_figures_and_citation(
    visit: Visits, language: str, width: int
) -> None:
    """It goes where was written last, with its number below; no figure of it is told as wrong."""
    page = opened(visit, language, width=width)
    insert(page, "fact", language)
    field = page.locator(".write-field:has(#part-fact)")
    expect(field.locator("textarea")).to_be_focused()
    text = field.locator("textarea").input_value()
    assert text.endswith("[1]")
    assert "62" in text
    expect(field.locator(".write-cites li")).to_have_count(1)
    expect(field.locator(".write-fine")).to_have_text(say(language, "write.figures_fine"))
    expect(field.locator(".write-problem")).to_have_count(0)


def test_checks_while_typing(visit: Visits, language: str) -> None:
    """A word, a figure without a finding, one that is not the finding's: each is told at its part, with a repair where there is one."""
    page = opened(visit, language)
    insert(page, "fact", language)
    field = page.locator(".write-field:has(#part-fact)")
    right = page.locator("#part-fact").input_value()
    page.locator("#part-fact").fill(right.replace("62", "63"))
    page.locator("#part-fact").blur()
    expect(field.locator(".write-problem")).to_contain_text("63")
    page.locator("#part-fact").fill(right)
    page.locator("#part-evidence").fill("62 / 200.")
    page.locator("#part-evidence").blur()
    near = page.locator(".write-field:has(#part-evidence) .write-problem").first
    near.locator("button").first.click()
    expect(page.locator("#part-evidence")).to_have_value("62 / 200. [1]")
    page.locator("#part-myth").fill(WORD[language][0])
    expect(page.locator(".write-counts")).to_contain_text(say(language, "write.to_change.one", n=1))
    page.locator(".write-first").click()
    expect(page.locator("#part-myth")).to_be_focused()
    page.locator(".write-field:has(#part-myth) .write-problem button").first.click()
    assert WORD[language][1] in page.locator("#part-myth").input_value()


def test_the_file_is_an_article_of_its_type(visit: Visits, language: str) -> None:
    """What is saved is read by the program with its sections and citations; opened again, it is the same text."""
    page = opened(visit, language)
    filled(page, language)
    name, text = saved(page)
    assert name == "can-they-call.md"
    article, problems = read_article(
        f"docs/{language}/myths/{name}", language, "myths/x", text.encode(), language_of(language)
    )
    assert article is not None
    assert problems == []
    assert article.front.title == "Can “they” call?"
    assert article.front.draft
    assert [block.name for block in article.blocks if not block.section] == [
        "fact",
        "myth",
        "misleads",
        "fact",
    ]
    assert article.citations[0].source == "crago2021"
    before = page.locator("#part-fact").input_value()
    page.reload()
    expect(page.locator("#write[data-ready]")).to_be_attached()
    page.locator("#write-file").set_input_files(
        {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}
    )
    expect(page.locator("#part-fact")).to_have_value(before)
    expect(page.locator("#part-myth")).to_have_value(WORD[language][0])
    expect(page.locator("#part-misleads")).to_have_value("")
    assert saved(page)[1] == text


def test_another_type_keeps_what_was_written(visit: Visits) -> None:
    page = opened(visit)
    page.locator("#part-unknown").fill("Nobody knows.")
    page.locator("#write-type").select_option("research")
    expect(page.locator("#part-summary")).to_be_visible()
    expect(page.locator("#part-unknown")).to_have_value("Nobody knows.")


def test_a_page_is_translated_beside_its_original(visit: Visits) -> None:
    """Each part has its original; saved unchanged, a translation is the file that it was; opened again, its original is there."""
    key = "myths/can-sex-workers-call-the-police"
    page = opened(visit, "fr")
    page.locator("#write-page").select_option(key)
    original = page.locator(".write-field:has(#part-fact) .write-original")
    expect(original).to_have_attribute("lang", "en")
    expect(original).to_contain_text("[1]")
    expect(page.locator(".write-problem")).to_have_count(0)
    name, text = saved(page)
    mine = (ROOT / f"docs/fr/{key}.md").read_text(encoding="utf-8")
    assert name == f"{key.partition('/')[2]}.md"
    assert plain(text) == plain(mine)
    page.locator("#part-fact").fill("")
    page.locator("#part-fact").blur()
    page.locator(".write-field:has(#part-fact) .write-cites button").first.click()
    assert page.locator("#part-fact").input_value().endswith("[1]")
    page.reload()
    expect(page.locator("#write[data-ready]")).to_be_attached()
    file = {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}
    page.locator("#write-file").set_input_files(file)
    expect(original).to_be_visible()


def test_the_preview_shows_the_page_and_runs_nothing(visit: Visits) -> None:
    """Blocks, lists, emphasis and numbered marks are shown; what looks like HTML or runs is text."""
    page = opened(visit)
    insert(page, "fact")
    page.locator("#part-evidence").fill(f"**Strong** and *soft*.\n\n- one\n- two\n\n{HOSTILE}")
    page.locator("[data-mode=preview]").click()
    shown = page.locator(".write-shown")
    expect(shown.locator(".block-fact .cite")).to_have_text("1")
    expect(shown.locator("strong")).to_have_text("Strong")
    expect(shown.locator("ul li")).to_have_count(2)
    expect(shown).to_contain_text("<script>")
    assert page.evaluate("document.title") != "run"
    assert shown.locator("img, script, a[href^=javascript]").count() == 0


def test_nothing_is_asked_for_and_nothing_is_kept(visit: Visits, language: str) -> None:
    """After the findings have come the connection may go; nothing is requested, and whoever goes back finds empty fields."""
    page = opened(visit, language)
    page.locator("#finder-words").focus()
    page.wait_for_load_state("networkidle")
    before = len(visit.record.requests)
    page.context.set_offline(True)
    filled(page, language)
    page.locator("[data-mode=preview]").click()
    page.locator("[data-mode=write]").click()
    expect(page.locator(".write-problem")).to_have_count(1)
    assert visit.record.requests[before:] == []
    assert page.evaluate(KEPT) == NOTHING
    page.context.set_offline(False)
    page.goto(visit.site.url("", language))
    page.go_back()
    expect(page.locator("#part-title")).to_have_value("")


def test_the_keyboard_alone(visit: Visits, width: int) -> None:
    """From a part to the finder, a finding, and back to the part; Escape closes the finder on a phone."""
    page = opened(visit, width=width)
    page.locator("#part-fact").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#finder-words")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#part-fact")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type(ASKED["en"])
    expect(page.locator(".finding").first).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.finding summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#part-fact")).to_be_focused()
    assert page.locator("#part-fact").input_value().endswith("[1]")


def test_what_the_finder_covers_is_out_of_reach(visit: Visits) -> None:
    """On a phone Tab goes from the header to the finder and back, never to what lies under it."""
    page = opened(visit, width=360)
    page.locator(".write-field:has(#part-fact) .write-add").click()
    page.locator("#finder-words").fill(ASKED["en"])
    page.locator(".finding").first.wait_for()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "() => document.activeElement === document.body || document.activeElement.closest('.finder, .bar, .row, .skip, .search') !== null"
        ), page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Escape")


def test_it_breaks_no_rule_of_access(visit: Visits, language: str, width: int) -> None:
    """With problems, citations and an open finding, in light and dark; nothing sticks out, at 320 px either."""
    page = opened(visit, language, width=width)
    filled(page, language)
    expect(page.locator(".write-problem")).to_have_count(1)
    assert violations_in_both_schemes(page) == {}
    assert fits(page)
    page.locator(".write-field:has(#part-fact) .write-add").click()
    page.locator(".finding summary").first.click()
    assert violations_in_both_schemes(page) == {}
    page.keyboard.press("Escape")
    page.locator("[data-mode=preview]").click()
    assert violations_in_both_schemes(page) == {}
    page.set_viewport_size({"width": 320, "height": 640})
    assert fits(page)


def test_without_scripts(visit: Visits, language: str) -> None:
    """The page says what to do instead, and the skeletons are there."""
    page = visit(KEY, language, scripts=False)
    expect(page.locator("#write")).to_be_hidden()
    expect(page.get_by_text(say(language, "write.no_script"))).to_be_visible()
    address = page.locator(".without-script a[download]").evaluate("(link) => link.href")
    assert visit.site.file(address)


def test_its_files_are_sent_on_its_page_alone(visit: Visits) -> None:
    for key in ("", "contribute", TEMPLATES["myth"]):
        visit(key).wait_for_load_state("networkidle")
    assert [url for url in visit.record.requests if "writ" in url] == []


@pytest.mark.parametrize("file", ["rules", "entries"])
def test_data_that_does_not_come_is_told(visit: Visits, file: str) -> None:
    page = visit.context().new_page()
    path = "**/data/language/*.json" if file == "rules" else "**/data/writing/*.json"
    page.route(path, lambda route: route.fulfill(body="not JSON"))
    page.goto(visit.site.url(KEY))
    expect(page.locator(".write-loading")).to_have_text(say("en", "write.failed"))
