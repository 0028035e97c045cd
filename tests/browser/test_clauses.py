"""The model policy: settings are chosen, what is left is copied as a document or printed, and without scripts all stands as a list."""

from playwright.sync_api import Locator, Page, expect

from .built import TEMPLATES, say
from .visits import Visits

KEY = TEMPLATES["policy"]


def clauses(page: Page) -> Locator:
    """Return the clauses that are shown."""
    return page.locator(".block-clause:visible")


def copy(page: Page, language: str, kind: str) -> str:
    """Press the button, and return what is on the clipboard as one kind of text."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=say(language, "clauses.copy")).click()
    expect(page.locator(".choose [role=status]")).to_have_text(say(language, "clauses.copied"))
    return str(
        page.evaluate(
            "async (kind) => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind
        )
    )


def test_a_setting_keeps_its_clauses_and_those_for_everybody(visit: Visits, language: str) -> None:
    """The keyboard alone chooses; the number is told, and with nothing chosen everything is back."""
    page = visit(KEY, language)
    every = clauses(page).count()
    box = page.locator(".choose-settings input").first
    box.focus()
    page.keyboard.press("Space")
    headings = page.locator(".choose ~ h3:visible")
    expect(headings).to_have_count(2)
    left = clauses(page).count()
    assert 0 < left < every
    expect(page.locator(".choose [role=status]")).to_have_text(
        say(language, "clauses.shown", n=left, all=every)
    )
    page.keyboard.press("Space")
    expect(clauses(page)).to_have_count(every)


def test_the_policy_is_copied_as_a_document(visit: Visits, language: str) -> None:
    """Headings stay headings; reasons come with the numbers and references of their sources, or are left out."""
    page = visit(KEY, language)
    page.locator(".choose-settings input").first.check()
    chosen, other = (
        page.locator(".choose ~ h3:visible").last.inner_text(),
        page.locator(".choose ~ h3:not(:visible)").first.inner_text(),
    )
    document = copy(page, language, "text/html")
    assert f"<h2>{chosen}</h2>" in document
    assert other not in document
    assert f"<h2>{say(language, 'clauses.sources')}</h2>" in document
    page.locator(".choose [name=reasons]").uncheck()
    text = copy(page, language, "text/plain")
    assert chosen in text
    assert say(language, "clauses.why") not in text
    assert "[1]" not in text
    assert text.endswith(f"{KEY}/")


def test_the_policy_alone_is_printed(visit: Visits, language: str) -> None:
    """What was not chosen and the rest of the page stay off the paper."""
    page = visit(KEY, language)
    page.evaluate("window.print = () => {}")
    page.locator(".choose-settings input").first.check()
    page.get_by_role("button", name=say(language, "clauses.print")).click()
    page.emulate_media(media="print")
    expect(page.locator(".choose ~ h3:visible")).to_have_count(2)
    expect(page.locator(".text > h2:visible")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".text > h2:visible").first).to_be_visible()


def test_without_scripts_every_clause_is_there(visit: Visits, language: str) -> None:
    """The form is not shown; the clauses and their reasons are."""
    page = visit(KEY, language, scripts=False)
    expect(page.locator(".choose")).to_be_hidden()
    assert clauses(page).count() == page.locator(".block-clause").count() > 1
