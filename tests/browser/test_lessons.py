"""Lessons: a question is asked before it is answered, with scripts, without them and on paper."""

from playwright.sync_api import Page, expect

from .built import TEMPLATES, say
from .visits import Visits

LESSON = TEMPLATES["lesson"]
SHOWN = ".block-self-check .choice-why:visible"


def question(page: Page) -> tuple[str, ...]:
    """Return the first question's explanations that are on show."""
    return tuple(page.locator(".block-self-check").first.locator(".choice-why:visible").all_inner_texts())


def test_a_lesson_knows_its_place(visit: Visits, language: str) -> None:
    """It says which one of how many it is, and leads to its neighbours and to the page of its area."""
    page = visit(LESSON, language)
    expect(page.get_by_text(say(language, "lesson.place", n=3, all=6))).to_be_visible()
    for relation in ("prev", "next"):
        assert "/model/culture/lesson-" in page.locator(f".around a[rel={relation}]").evaluate(
            "one => one.href"
        )
    assert page.locator(".crumbs a").last.evaluate("one => one.href") == visit.site.url(
        TEMPLATES["area"], language
    )


def test_a_chosen_row_opens_its_explanation(visit: Visits, language: str) -> None:
    """Nothing is answered at first; the keyboard chooses, one explanation is on show, and it is told once."""
    page = visit(LESSON, language, width=360)
    expect(page.locator(SHOWN)).to_have_count(0)
    group = page.locator("fieldset.block-self-check").first
    assert group.locator("legend").inner_text().strip()
    group.locator("input").first.focus()
    page.keyboard.press("Space")
    (first,) = question(page)
    page.keyboard.press("ArrowDown")
    (second,) = question(page)
    assert first != second
    said = group.locator("[role=status]")
    assert said.inner_text().split()[:4] == second.split()[:4]


def test_all_answers_are_shown_where_somebody_asks(visit: Visits, language: str) -> None:
    """One button shows every explanation, and hides them again."""
    page = visit(LESSON, language)
    page.get_by_role("button", name=say(language, "lesson.show")).click()
    expect(page.locator(SHOWN)).to_have_count(page.locator(".choice-why").count())
    page.get_by_role("button", name=say(language, "lesson.hide")).click()
    expect(page.locator(SHOWN)).to_have_count(0)


def test_without_scripts_each_choice_is_a_fold(visit: Visits, language: str) -> None:
    """A tap opens the explanation of one choice; no button is offered that would do nothing."""
    page = visit(LESSON, language, width=360, scripts=False)
    expect(page.locator(SHOWN)).to_have_count(0)
    page.locator("details.choice > summary").first.click()
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.get_by_role("button", name=say(language, "lesson.show"))).to_have_count(0)


def test_paper_has_every_explanation(visit: Visits, language: str) -> None:
    """Chosen or not, with scripts or without."""
    for scripts in (True, False):
        page = visit(LESSON, language, scripts=scripts)
        page.emulate_media(media="print")
        expect(page.locator(SHOWN)).to_have_count(page.locator(".choice-why").count())
