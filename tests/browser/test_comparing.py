"""Reading a page against its findings, on the page for writing: the sentences, the answers, the file at the end."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from commonground.export.language_rules import language_rules
from commonground.languages import Language
from commonground.matching.compiled import compile_terms
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER
from commonground.read.readings import read_readings

from .built import LANGUAGES, say
from .test_access import violations_in_both_schemes
from .test_layout import fits
from .test_numbers import ORIGIN, serve
from .test_traces import KEPT, NOTHING
from .test_write import opened
from .visits import Visits

PAGE = "myths/can-sex-workers-call-the-police"
ROLE = {"en": "second: editor # here", "fr": "révision : français"}

LOAD = """async ([origin, grammars]) => {
  const [{ Reading }, { citedSentences }] = await Promise.all(["language/sentences.js", "write/compare.js"].map((name) => import(`${origin}${name}`)));
  const readings = Object.fromEntries(Object.entries(grammars).map(([code, grammar]) => [code, new Reading(grammar)]));
  window.sentences = ([language, body]) => citedSentences(body, readings[language]).map(({ text, keys }) => [text, keys]);
}"""


def grammar(locale: Language) -> object:
    """Return how sentences of a language are told apart."""
    return language_rules(compile_terms((), locale), locale)["grammar"]


def cited(article: Article) -> Iterator[list[object]]:
    """Yield each sentence that cites a finding, with what it cites."""
    for passage in article.passages:
        for sentence in passage.sentences:
            if keys := list(dict.fromkeys(one.key for one in sentence.citations if one.finding)):
                text = re.sub(f" ?{CITATION_CHARACTER}", "", passage.text[sentence.start : sentence.end])
                yield [" ".join(text.split()), keys]


def test_the_browser_finds_the_sentences_that_we_find(browser: Browser, project: Corpus) -> None:
    """On every page that can be read against findings."""
    page = browser.new_page()
    page.route(f"{ORIGIN}**", serve)
    page.goto(ORIGIN)
    page.evaluate(LOAD, [ORIGIN, {code: grammar(project.locale(code)) for code in LANGUAGES}])
    for article in project.articles:
        if not article.front.layout:
            found = page.evaluate("(asked) => window.sentences(asked)", [article.language, article.body])
            assert found == list(cited(article)), article.path
    page.close()


def compared(visit: Visits, language: str = "en", **settings: object) -> Page:
    """Open a page beside its findings."""
    page = opened(visit, language, **settings)
    page.locator("#write-compare").select_option(PAGE)
    expect(page.locator(".compare-row").first).to_be_visible()
    return page


def test_each_sentence_stands_beside_its_findings(visit: Visits, project: Corpus, language: str) -> None:
    """What was found, by whom, where and with which limits; the fields are out of the way until another way is chosen."""
    page = compared(visit, language)
    article = project.article(language, PAGE)
    assert article is not None
    expect(page.locator(".compare-row")).to_have_count(len(list(cited(article))))
    expect(page.locator(".compare-finding .finding-states")).to_have_count(
        sum(len(keys) for _, keys in cited(article))
    )
    first = page.locator(".compare-finding").first
    for name in ("where", "places", "limits"):
        expect(first.locator(f".finding-{name} dt")).to_have_text(say(language, f"write.{name}"))
    expect(page.locator("#part-title")).to_be_hidden()
    page.locator("#write-type").select_option("research")
    expect(page.locator(".compare-row")).to_have_count(0)
    expect(page.locator("#part-title")).to_be_visible()


def test_the_file_is_a_reading_as_the_project_reads_it(visit: Visits, project: Corpus, language: str) -> None:
    """Earlier readings stay, the new one is at the end, a remark stands above as a comment; what is lacking is told first."""
    page = compared(visit, language)
    save = page.locator("[data-read=save]")
    save.click()
    expect(page.locator(".compare-told")).to_have_text(say(language, "write.compare.no_answer"))
    rows = page.locator(".compare-row")
    rows.nth(0).locator("[value=yes]").check()
    rows.nth(1).locator("[value=no]").check()
    rows.nth(1).locator("textarea").fill("It says more.\nreadings: []\u2028- kind: law")
    rows.nth(2).locator("[value=unsure]").check()
    save.click()
    expect(page.locator(".compare-told")).to_have_text(say(language, "write.compare.no_role"))
    expect(page.locator("#compare-role")).to_be_focused()
    page.locator("#compare-role").fill(ROLE[language])
    with page.expect_download() as download:
        save.click()
    path = f"reviews/{language}/{PAGE}.yaml"
    expect(page.locator(".compare-told")).to_contain_text(path)
    assert download.value.suggested_filename == Path(path).name
    data = Path(download.value.path()).read_bytes()
    article = project.article(language, PAGE)
    assert article is not None
    locales = {code: project.locale(code) for code in LANGUAGES}
    (readings, _), problems = read_readings({path: data}, {article.path}, locales)
    assert problems == []
    *earlier, new = readings[article.path]
    assert tuple(earlier) == tuple(project.readings_of(article))
    assert (new.kind, new.by, new.role, new.name) == ("records", "person", ROLE[language], "")
    assert (new.found, new.mended, new.text) == (1, 0, article.digest)
    assert new.against == say(language, "write.compare.against_some")
    comments = [line for line in data.decode().splitlines() if line.startswith("#")]
    assert comments[2] == "# → It says more. readings: [] - kind: law"


def test_nothing_is_asked_for_and_nothing_is_kept(visit: Visits) -> None:
    """Once the sentences are there the connection may go; whoever goes back finds no answer."""
    page = compared(visit)
    page.wait_for_load_state("networkidle")
    before = len(visit.record.requests)
    page.context.set_offline(True)
    page.locator(".compare-row [value=no]").first.check()
    page.locator("#compare-role").fill("editor")
    with page.expect_download():
        page.locator("[data-read=save]").click()
    assert [url for url in visit.record.requests[before:] if not url.startswith("blob:")] == []
    assert page.evaluate(KEPT) == NOTHING
    page.context.set_offline(False)
    page.goto(visit.site.url(""))
    page.go_back()
    expect(page.locator("#write-compare")).to_have_value("")
    expect(page.locator(".compare-row")).to_have_count(0)
    expect(page.locator("#compare-role")).to_have_value("")


def test_the_keyboard_alone(visit: Visits) -> None:
    """Arrows choose an answer; "no" opens the field for a remark, which is the next stop."""
    page = compared(visit)
    page.locator(".compare-row input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".compare-row [value=no]").first).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("why")
    expect(page.locator(".compare-row textarea").first).to_have_value("why")


def test_it_breaks_no_rule_of_access(visit: Visits, language: str, width: int) -> None:
    """With an answer and a remark, in light and dark; nothing sticks out, at 320 px either."""
    page = compared(visit, language, width=width)
    page.locator(".compare-row [value=no]").first.check()
    assert violations_in_both_schemes(page) == {}
    page.set_viewport_size({"width": 320, "height": 640})
    assert fits(page)


def test_data_that_does_not_come_is_told(visit: Visits) -> None:
    page = opened(visit)
    page.route("**/data/writing/*-findings.json", lambda route: route.fulfill(body="not JSON"))
    page.locator("#write-compare").select_option(PAGE)
    expect(page.locator(".compare-count")).to_have_text(say("en", "write.failed"))


@pytest.mark.parametrize("name", ["", "A Person"])
def test_a_name_is_there_only_where_it_was_given(visit: Visits, name: str) -> None:
    page = compared(visit)
    page.locator(".compare-row [value=yes]").first.check()
    page.locator("#compare-role").fill("editor")
    page.locator("#compare-reader").fill(name)
    with page.expect_download() as download:
        page.locator("[data-read=save]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.count(f'name: "{name}"') == (1 if name else 0)


def test_a_card_leads_to_its_sentence(visit: Visits, language: str) -> None:
    """From a number on a page, through its card, one comes to the very sentence beside the finding, ready to be answered."""
    page = visit(PAGE, language)
    number = page.locator("a.cite").nth(2)
    sentence = number.evaluate(
        "(one) => one.closest('p, li').textContent.replace(/\\s+/g, ' ').replaceAll('’', \"'\")"
    )
    number.click()
    page.locator(".card-compare").click()
    asked = page.locator(".compare-asked")
    expect(asked).to_have_count(1)
    assert asked.locator(".compare-sentence").inner_text()[:40] in sentence
    expect(asked.locator("input").first).to_be_focused()


def test_an_address_of_no_page_opens_nothing(visit: Visits) -> None:
    """Whatever stands in an address, the page is as it always is."""
    page = visit.context().new_page()
    page.goto(f"{visit.site.url('contribute/write')}#read=no/such-page:claim-x")
    expect(page.locator("#write[data-ready]")).to_be_attached()
    expect(page.locator(".compare-row")).to_have_count(0)
