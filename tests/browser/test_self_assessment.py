"""The self-assessment: answers make a plan beside the statements, nothing is kept, and without scripts it is a list."""

from playwright.sync_api import Locator, Page, expect

from .built import TEMPLATES, say
from .visits import Visits

KEY = TEMPLATES["self-assessment"]


def answer(question: Locator, language: str, choice: str) -> None:
    question.get_by_role("radio", name=say(language, f"assess.{choice}"), exact=True).check(force=True)


def questions(page: Page) -> Locator:
    return page.get_by_role("group").filter(has=page.get_by_role("radio"))


def test_answers_make_a_plan(visit: Visits, language: str) -> None:
    """What is not in place comes first, each with its statement and its next step; the area says its counts in words."""
    page = visit(KEY, language)
    first, second, third = (questions(page).nth(n) for n in range(3))
    answer(first, language, "part")
    answer(second, language, "not_yet")
    answer(third, language, "yes")
    steps = page.locator(".assess-steps > li")
    expect(steps).to_have_count(2)
    for step, question, choice in ((0, second, "not_yet"), (1, first, "part")):
        expect(steps.nth(step).locator("strong")).to_contain_text(say(language, f"assess.{choice}"))
        expect(steps.nth(step)).to_contain_text(question.locator("legend").inner_text())
        expect(steps.nth(step).get_by_role("link")).to_have_count(1)
    counts = ", ".join(say(language, f"assess.some_{choice}", n=1) for choice in ("yes", "part", "not_yet"))
    expect(page.locator(".assess-areas > li").first.locator(".note")).to_have_text(counts)
    expect(page.locator(".assess-plan [role=status]")).to_contain_text(
        say(language, "assess.answered", n=3, all=3)
    )
    expect(page.locator(".assess-answered").first).to_have_text(say(language, "assess.answered", n=3, all=3))


def test_the_plan_is_saved_as_text(visit: Visits, language: str) -> None:
    """The file has each statement of the plan and the address of the page that helps."""
    page = visit(KEY, language)
    question = questions(page).first
    answer(question, language, "not_yet")
    with page.expect_download() as saved:
        page.get_by_role("button", name=say(language, "assess.save")).click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert question.locator("legend").inner_text() in text
    assert "media/choosing-words/" in text


def test_nothing_is_kept(visit: Visits) -> None:
    """Whoever comes back finds no answer."""
    page = visit(KEY)
    answer(questions(page).first, "en", "yes")
    page.goto("about:blank")
    page.go_back()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
