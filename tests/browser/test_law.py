"""The law: its answer first, a page a provision, and sentences to copy."""

from playwright.sync_api import expect

from .built import TEMPLATES, Site, say
from .visits import Visits

FOLD = 520
"""Pixels; the French title and answer are longer."""


def test_the_answer_is_in_the_first_window(visit: Visits, language: str) -> None:
    """On a phone the answer ends above the fold, and the acts follow."""
    page = visit(TEMPLATES["law"], language, width=360)
    box = page.locator(".block-fact").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= (440 if language == "en" else FOLD)
    expect(page.locator(".block-fact .block-label").first).to_have_text(say(language, "blocks.fact-summary"))


def test_each_act_leads_to_its_page_and_on_to_the_next(visit: Visits) -> None:
    """The pages are linked in the order of the list, from the first to the last and back."""
    page = visit(TEMPLATES["law"], "fr")
    acts = [link.inner_text() for link in page.locator(".law-acts li a").all()]
    page.locator(".law-acts li a").first.click()
    walked = [page.locator("h1").inner_text()]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        walked.append(page.locator("h1").inner_text())
    assert walked == acts
    expect(page.locator("a[rel=prev]")).to_have_text(acts[-2])


def test_an_old_address_leads_to_the_act_or_to_the_page_that_has_it(visit: Visits, site: Site) -> None:
    """What stood on one long page has its id there still: at the act, or at the link to the page that shows it now."""
    for id, leads_to in (
        ("cc286-2", "cc286-2/"),
        ("pcepa2014", "timeline/"),
        ("decriminalization", "models/"),
    ):
        page = visit(TEMPLATES["law"])
        page.goto(f"{site.url(TEMPLATES['law'])}#{id}")
        link = page.locator(f"li:is(#{id}, :has(#{id})) a")
        expect(link).to_be_in_viewport()
        assert str(link.get_attribute("href")).endswith(leads_to)


def test_the_sentences_can_be_copied(visit: Visits, site: Site, language: str) -> None:
    """Numbered, without the numbers of citations, with the day on which the law was read and the address; so is a card."""
    for key, says, end in (
        ("law", "law.sentences", site.published),
        ("provision", "law.copy", site.published),
    ):
        page = visit(TEMPLATES[key], language, permissions=["clipboard-read", "clipboard-write"])
        button = page.get_by_role("button", name=say(language, says))
        button.click()
        expect(page.locator(".figure-copy [role=status]")).not_to_be_empty()
        text = page.evaluate("navigator.clipboard.readText()")
        lines = text.splitlines()
        assert end in lines[-1]
        if key == "law":
            assert [line.split(".")[0] for line in lines[:5]] == ["1", "2", "3", "4", "5"]
            assert not any(line.rstrip()[-1].isdigit() for line in lines[:4])
        else:
            assert lines[0].startswith(page.locator("h1").inner_text())
