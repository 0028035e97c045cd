"""The draft checker: what a journalist types is looked at where it is typed, and nowhere else."""

import json

import pytest
from playwright.sync_api import Page, expect

from .built import ROOT, TEMPLATES, say, words
from .test_access import ALL, violations
from .test_layout import fits
from .test_traces import KEPT, NOTHING
from .visits import Visits

KEY = TEMPLATES["draft"]
TEXT = {
    "en": "Police met two prostitutes. “They call us hookers,” said one woman.",
    "fr": "La police a vu deux prostituées. « On nous traite de putes », dit une femme.",
}
FOUND = {"en": ("prostitutes", "sex workers"), "fr": ("prostituées", "travailleuses du sexe")}


def opened(visit: Visits, language: str = "en", **settings: object) -> Page:
    """Open the checker and wait until its rules are there."""
    page = visit(KEY, language, **settings)
    expect(page.locator("[data-draft][data-ready]")).to_be_attached()
    return page


def corrected(language: str) -> str:
    """Return the text with its one word replaced."""
    return TEXT[language].replace(*FOUND[language])


def test_remarks_appear_while_typing(visit: Visits, language: str) -> None:
    """A word is marked where it stands and has a remark with its reason; a quotation is left alone; the foot counts both."""
    page = opened(visit, language)
    page.locator("textarea").press_sequentially(TEXT[language])
    old, new = FOUND[language]
    remark = page.locator(".remark-change")
    expect(remark).to_have_count(1)
    expect(remark.locator("s")).to_have_text(old)
    expect(remark.locator("strong")).to_have_text(new)
    expect(remark.locator(".remark-level")).to_have_text(say(language, "draft.change_label"))
    assert len(remark.locator(".remark-why").inner_text()) > 20
    expect(page.locator("mark.draft-change")).to_have_text(old)
    expect(page.locator("mark.draft-kept")).to_have_count(1)
    expect(page.locator(".remark-kept")).to_contain_text(say(language, "draft.kept"))
    told = page.locator(".draft-counts").inner_text()
    assert told == ", ".join(
        (
            say(language, "draft.to_change.one", n=1),
            say(language, f"draft.to_think.{'one' if language == 'fr' else 'other'}", n=0),
            say(language, "draft.left_alone.one", n=1),
        )
    )
    expect(page.locator(".draft-live")).to_have_text(told)


def test_marks_lie_under_their_words(visit: Visits, width: int) -> None:
    """The layer breaks its lines as the field does, so that a line is under its word: their heights agree at every width."""
    page = opened(visit, width=width)
    page.locator("textarea").fill(f"{TEXT['en']}\n\n" * 12)
    heights = page.evaluate(
        """() => { const field = document.querySelector("textarea"), layer = document.querySelector(".draft-marks");
        const copy = field.cloneNode(); copy.value = field.value; copy.style.cssText = "position:absolute;min-block-size:0;block-size:0";
        copy.style.inlineSize = `${field.clientWidth}px`; field.parentElement.append(copy);
        const inner = [...layer.children].reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
        const style = getComputedStyle(copy);
        const text = copy.scrollHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
        copy.remove(); return [Math.round(inner), Math.round(text)]; }"""
    )
    assert heights[0] > 500
    assert abs(heights[0] - heights[1]) <= 1, heights


def test_one_click_replaces_and_undo_restores(visit: Visits, language: str) -> None:
    """The word is replaced where it stands; the button and the browser's own undo both take it back."""
    page = opened(visit, language)
    field = page.locator("textarea")
    field.press_sequentially(TEXT[language])
    expect(page.locator(".remark-kept")).to_have_count(1)
    page.locator(".remark-change .remark-swaps button").click()
    expect(field).to_have_value(corrected(language))
    expect(page.locator(".remark-change")).to_have_count(0)
    page.locator(".draft-undo").click()
    expect(field).to_have_value(TEXT[language])
    expect(page.locator(".remark-change")).to_have_count(1)
    page.locator(".remark-change .remark-swaps button").click()
    field.press("Control+z")
    expect(field).to_have_value(TEXT[language])


def test_a_remark_that_is_behind_the_text_replaces_nothing(visit: Visits) -> None:
    """A button pressed before the list has followed the text must not write over half of a longer word."""
    page = opened(visit)
    page.locator("textarea").fill("One prostitute")
    expect(page.locator(".remark-change")).to_have_count(1)
    page.evaluate(
        """() => { const field = document.querySelector("textarea");
        field.value += "s"; field.dispatchEvent(new Event("input"));
        document.querySelector(".remark-swaps button").click(); }"""
    )
    expect(page.locator("textarea")).to_have_value("One prostitutes")
    page.locator(".remark-swaps button").click()
    expect(page.locator("textarea")).to_have_value("One sex workers")


def test_several_words_are_offered(visit: Visits) -> None:
    """Where more than one word fits, each has its button, and the article before it changes along."""
    page = opened(visit)
    page.locator("textarea").fill("He is an addict.")
    page.locator(".remark-swaps button").first.click()
    expect(page.locator("textarea")).to_have_value("He is a person who uses drugs.")


def test_a_word_with_advice_only(visit: Visits) -> None:
    """Where nothing can be swapped in, the remark says what to do, and offers no button."""
    page = opened(visit)
    page.locator("textarea").fill("She led a high-risk lifestyle.")
    expect(page.locator(".remark-why")).to_contain_text("Instead:")
    expect(page.locator(".remark-swaps button")).to_have_count(0)


def test_words_around_a_replacement_are_to_be_looked_at(visit: Visits) -> None:
    """Where they may have to agree, the remark says so before, and the foot after the word was replaced."""
    page = opened(visit, "fr")
    page.locator("textarea").fill("La prostitution est interdite ici.")
    note = say("fr", "draft.check_after")
    expect(page.locator(".remark-why")).to_contain_text(note)
    page.locator(".remark-swaps button").click()
    expect(page.locator("textarea")).to_have_value("Le travail du sexe est interdite ici.")
    expect(page.locator(".draft-said")).to_have_text(note)


def test_nothing_is_offered_of_a_minor(visit: Visits) -> None:
    """The remark says why, and what to write; there is no button."""
    page = opened(visit)
    page.locator("textarea").fill("A 17-year-old girl prostituted herself.")
    expect(page.locator(".remark-why")).to_contain_text("under 18")
    expect(page.locator(".remark-why")).to_contain_text("was sexually exploited")
    expect(page.locator(".remark-why")).not_to_contain_text("sex work")
    expect(page.locator(".remark-swaps button")).to_have_count(0)


def test_why_leads_to_the_guide_without_losing_the_text(visit: Visits, language: str) -> None:
    """The reason opens in place; the guide's entry opens in a tab of its own."""
    page = opened(visit, language)
    page.locator("textarea").fill(TEXT[language])
    page.locator(".remark-change summary").click()
    link = page.locator(".remark-change details a")
    with page.context.expect_page() as other:
        link.click()
    entry = other.value.locator(f"[id='{other.value.url.partition('#')[2]}']")
    expect(other.value.locator("details[open]", has=entry)).to_contain_text(FOUND[language][0])
    expect(page.locator("textarea")).to_have_value(TEXT[language])


def test_a_remark_stays_while_others_come(visit: Visits) -> None:
    """What is typed below a remark takes neither its opened reason nor the focus away."""
    page = opened(visit)
    field = page.locator("textarea")
    field.fill(TEXT["en"])
    page.locator(".remark-change summary").click()
    page.evaluate(
        """() => { const field = document.querySelector("textarea");
        field.value += " Two hookers left."; field.dispatchEvent(new Event("input")); }"""
    )
    expect(page.locator(".remark-change")).to_have_count(2)
    expect(page.locator(".remark-change details").first).to_have_attribute("open", "")
    expect(page.locator(".remark-change summary").first).to_be_focused()
    page.locator(".remark-change .remark-swaps button").last.click()
    expect(field).to_have_value(f"{TEXT['en']} Two sex workers left.")


def test_copy(visit: Visits, language: str) -> None:
    """The corrected text is on the clipboard."""
    page = opened(visit, language)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("textarea").fill(TEXT[language])
    page.locator(".remark-change .remark-swaps button").click()
    page.locator(".draft-copy").click()
    expect(page.locator(".draft-said")).to_have_text(say(language, "draft.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == corrected(language)


def test_nothing_is_asked_for_and_nothing_is_kept(visit: Visits, language: str) -> None:
    """From the moment the checker is ready no request is made, the connection may go, and nothing stays behind."""
    page = opened(visit, language)
    page.wait_for_load_state("networkidle")
    before = len(visit.record.requests)
    page.context.set_offline(True)
    page.locator("textarea").press_sequentially(TEXT[language])
    expect(page.locator(".remark-kept")).to_have_count(1)
    page.locator(".remark-change .remark-swaps button").click()
    page.locator(".draft-undo").click()
    expect(page.locator(".remark-change")).to_have_count(1)
    assert visit.record.requests[before:] == []
    assert page.evaluate(KEPT) == NOTHING
    assert TEXT[language][:12] not in page.url
    page.context.set_offline(False)
    page.goto(visit.site.url("", language))
    page.go_back()
    expect(page.locator("textarea")).to_have_value("")


def test_the_field_asks_no_service(visit: Visits) -> None:
    """The browser is told not to spell-check, complete, correct or translate what is typed, which may be sent away."""
    page = opened(visit)
    field = page.locator("textarea")
    for name, value in {
        "spellcheck": "false",
        "autocomplete": "off",
        "autocorrect": "off",
        "writingsuggestions": "false",
    }.items():
        expect(field).to_have_attribute(name, value)
    assert field.get_attribute("name") is None
    for part in (".draft-marks", ".draft-remarks"):
        expect(page.locator(part)).to_have_attribute("translate", "no")


def test_keyboard_alone(visit: Visits, width: int) -> None:
    """Type, go to a remark, replace, undo, copy: with Tab, Enter and Space."""
    page = opened(visit, width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("textarea").focus()
    page.keyboard.type(TEXT["en"])
    expect(page.locator(".remark-change")).to_have_count(1)

    def reach(selector: str) -> None:
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    reach(".remark-place")
    page.keyboard.press("Enter")
    assert page.evaluate("getSelection().toString()") == "prostitutes"
    expect(page.locator(".remark-change")).to_have_attribute("data-current", "")
    reach(".remark-swaps button")
    page.keyboard.press("Enter")
    expect(page.locator("textarea")).to_have_value(corrected("en"))
    assert page.evaluate("document.activeElement.closest('.draft') !== null"), "the focus was lost"
    reach(".draft-undo")
    page.keyboard.press("Space")
    expect(page.locator("textarea")).to_have_value(TEXT["en"])
    reach(".draft-copy")
    page.keyboard.press("Enter")
    expect(page.locator(".draft-said")).to_have_text(say("en", "draft.copied"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_remarks_break_no_rule_of_access(visit: Visits, language: str, width: int, scheme: str) -> None:
    """With the example and its remarks shown, one of them opened, nothing is broken and nothing sticks out."""
    page = opened(visit, language, width=width, scheme=scheme)
    page.locator(".draft-try").click()
    expect(page.locator(".draft-example")).to_be_visible()
    page.locator("summary").first.click()
    assert violations(page, ALL) == {}
    assert fits(page)


def test_it_fits_a_narrow_window(visit: Visits, language: str) -> None:
    """At 320 px, with every part shown and a word that is wider than the window, nobody scrolls sideways."""
    page = opened(visit, language, width=320)
    page.locator(".draft-try").click()
    page.locator("textarea").press("End")
    page.locator("textarea").press_sequentially("x" * 60)
    page.locator("summary").first.click()
    assert fits(page)


def test_without_scripts(visit: Visits, language: str) -> None:
    """The page says that the checker needs scripts and leads to the guide, which needs none."""
    page = visit(KEY, language, scripts=False)
    expect(page.locator("[data-draft]")).to_be_hidden()
    expect(page.get_by_text(str(words(language)["draft"]["no_script"]))).to_be_visible()
    page.locator(".without-script a").click()
    page.wait_for_url("**/media/language-guide/")


def test_rules_that_do_not_come_are_told(visit: Visits) -> None:
    """Without its rules the checker says so and claims nothing about the text."""
    page = visit.context().new_page()
    page.route("**/data/language/*.json", lambda route: route.fulfill(body="not JSON"))
    page.goto(visit.site.url(KEY))
    expect(page.locator(".draft-counts")).to_have_text(say("en", "draft.failed"))
    page.locator("textarea").fill(TEXT["en"])
    expect(page.locator(".draft-counts")).to_have_text(say("en", "draft.failed"))
    expect(page.locator(".draft-fine")).to_be_hidden()


def test_the_hub_names_it_first(visit: Visits, language: str) -> None:
    """On the journalists' page the checker is the first link of the row."""
    page = visit("media", language)
    page.locator(".strip a").first.click()
    expect(page.locator("h1")).to_have_text(
        "Check your draft" if language == "en" else "Vérifier votre texte"
    )


def test_its_files_are_sent_on_its_page_alone(visit: Visits) -> None:
    """No other page fetches the checker, its style or its rules."""
    for key in ("", "media", TEMPLATES["myth"]):
        visit(key).wait_for_load_state("networkidle")
    assert [url for url in visit.record.requests if "draft" in url or "language" in url] == []


# What is known of claims and figures ---------------------------------------------------------------------------------------

CLAIM = {
    "en": ("Prostitution is illegal in Canada.", "myths/is-selling-sex-illegal-in-canada"),
    "fr": ("La prostitution est illégale au Canada.", "myths/is-selling-sex-illegal-in-canada"),
}
CASES = json.loads((ROOT / "tests/corpus/repeated/conformance.json").read_text(encoding="utf-8"))["cases"]
REPEATED = """async ([language, texts, base]) => {
  const { Repeats } = await import(`${base}assets/js/language/repeated.js`);
  const load = async (name) => (await fetch(`${base}data/${name}/${language}.json`)).json();
  const repeats = new Repeats(await load("repeated"), (await load("language")).grammar);
  const points = (text, offset) => [...text.slice(0, offset)].length;
  return texts.map((text) => repeats.find(text).map(({ start, end, claim }) => [points(text, start), points(text, end), claim.key]));
}"""
FIGURE = {
    "en": "Of 200 sex workers, 62 were afraid to call 911.",
    "fr": "Sur 200 travailleuses du sexe, 62 avaient peur d’appeler le 911.",
}


def test_a_claim_meets_its_answer(visit: Visits, language: str) -> None:
    """A sentence that a question page answers has a remark with the page's short answer; it changes no count of words."""
    page = opened(visit, language)
    text, key = CLAIM[language]
    page.locator("textarea").fill(text)
    remark = page.locator(".remark-answer")
    expect(remark).to_have_count(1)
    expect(remark.locator(".remark-level")).to_have_text(say(language, "draft.answer_label"))
    expect(remark.locator(".remark-care")).to_be_hidden()
    link = remark.locator("a")
    with page.context.expect_page() as other:
        link.click()
    assert key in other.value.url
    assert other.value.locator("h1").inner_text().split() == link.inner_text().split()
    expect(page.locator(".draft-counts")).to_contain_text(say(language, "draft.answered.one", n=1))
    remark.locator(".remark-place").click()
    assert page.evaluate("getSelection().toString()") == text
    expect(remark).to_have_attribute("data-current", "")


def test_a_figure_meets_its_record(visit: Visits, language: str) -> None:
    """A figure on record has who found it, where and when, what to say with it, and what it does not show."""
    page = opened(visit, language)
    page.locator("textarea").fill(FIGURE[language])
    remark = page.locator(".remark-answer")
    expect(remark).to_have_count(1)
    expect(remark.locator("a")).to_contain_text("Crago")
    expect(remark.locator("a")).to_contain_text("2021")
    expect(remark.locator(".remark-says")).to_contain_text("62")
    expect(remark.locator(".remark-care")).to_contain_text(say(language, "figures.care"))
    assert len(remark.locator(".remark-unsafe").inner_text()) > 20
    with page.context.expect_page() as other:
        remark.locator("a").click()
    assert other.value.locator(f"[id='{other.value.url.partition('#')[2]}']").count() == 1


def test_what_is_asked_quoted_or_denied_has_no_answer(visit: Visits) -> None:
    """A question, a quotation and a denial repeat nothing, and nothing is said of them."""
    page = opened(visit)
    page.locator("textarea").fill(
        "Is selling sex illegal in Canada? Selling sex is not illegal in Canada. “Selling sex is illegal in Canada,” she said."
    )
    expect(page.locator(".draft-fine")).to_be_visible()
    expect(page.locator(".remark")).to_have_count(0)


def test_words_are_checked_where_the_claims_do_not_come(visit: Visits) -> None:
    """Without the file of claims the checker is as good at words as ever, and silent on claims."""
    page = visit.context().new_page()
    page.route("**/data/repeated/*.json", lambda route: route.fulfill(body="not JSON"))
    page.goto(visit.site.url(KEY))
    expect(page.locator("[data-draft][data-ready]")).to_be_attached()
    page.locator("textarea").fill(f"{TEXT['en']} {CLAIM['en'][0]}")
    expect(page.locator(".remark-kept")).to_have_count(1)
    expect(page.locator(".remark-answer")).to_have_count(0)


def test_answers_break_no_rule_of_access(visit: Visits, language: str, width: int) -> None:
    """With both kinds of answers shown, nothing is broken and nothing sticks out."""
    page = opened(visit, language, width=width)
    page.locator("textarea").fill(f"{CLAIM[language][0]} {FIGURE[language]}")
    expect(page.locator(".remark-answer")).to_have_count(2)
    assert violations(page, ALL) == {}
    assert fits(page)


def test_both_engines_find_the_same(visit: Visits) -> None:
    """Each case of the file gives exactly its sentences and answers in the browser, too."""
    page = opened(visit)
    for language in ("en", "fr"):
        mine = [case for case in CASES if case["language"] == language]
        found = page.evaluate(REPEATED, [language, [case["text"] for case in mine], visit.site.base])
        assert [(case["text"], got) for case, got in zip(mine, found, strict=True)] == [
            (case["text"], case["found"]) for case in mine
        ]


def test_without_scripts_the_command_is_told(visit: Visits, language: str) -> None:
    """Whoever runs no scripts reads how the same is done on a computer that has the program."""
    page = visit(KEY, language, scripts=False)
    expect(page.locator(".without-script code")).to_have_text(
        f"commonground check - --lang {language} < draft.txt"
    )
