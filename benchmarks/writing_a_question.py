"""
Writes a whole question in the browser as a person does, from the choice of the type to the merged file, in both languages, and counts.

    .venv/bin/python -m benchmarks.writing_a_question site                        the question that is copied is KEY below
    .venv/bin/python -m benchmarks.writing_a_question site myths/do-raids-help    another one

`site` is the folder of a built site. The text is that of a page that exists: nothing is invented, and what comes out can be held
against it. Each sentence is typed into its field, each citation is looked for in the finder by words of its finding and put in with
its button, a second time by its number; the French is written beside the original, whose citations stand ready. Both files then go the way of a contribution in
a scratch copy of this project: a branch, `commonground check`, a merge. Needs Chromium (tests/find_browser.py).

The seconds are the machine's. What a person needs beside them is told as keys and clicks: at 40 words a minute a key takes 0.3 s.
"""

import re
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser, Locator, Page
from tests.browser.visits import chromium

KEY = "myths/is-indoor-work-safer"
ROOT = Path(__file__).parent.parent
SECONDS_A_KEY = 0.3
SECONDS_A_CLICK = 2.0
_MARK = re.compile(r" ?\[(\d{1,3})\](?!\()")
_CITED = re.compile(r"\[@[^\]]+\]")
_MOST_WORDS = 9


class Work(Struct):
    """What was done: keys pressed, things clicked or chosen, findings put in."""

    keys: int = 0
    clicks: int = 0
    findings: int = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def type(self, field: Locator, text: str) -> None:
        self.keys += len(text)
        field.press("Control+End")
        field.page.keyboard.insert_text(text)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def opened(browser: Browser, address: str) -> Page:
    """Open the page for writing and wait until it is ready."""
    page = browser.new_page()
    page.goto(address)
    page.locator("#write[data-ready]").wait_for(state="attached")
    return page


def texts_of(page: Page) -> dict[str, str]:
    """Return the text of each field by its id."""
    fields: dict[str, str] = page.locator(".write-field textarea").evaluate_all(
        "(all) => Object.fromEntries(all.map((one) => [one.id, one.value]))"
    )
    return fields


def cited_in(page: Page, language: str, key: str) -> dict[str, str]:
    """
    Return what is cited by the number under which the text cites it: the sentence of a finding, or of a search the mark itself,
    which is typed.
    """
    page.locator(".write-cites li").first.wait_for(state="attached")
    listed: list[list[str]] = page.locator(".write-cites li").evaluate_all(
        "(all) => all.map((one) => [one.querySelector('.write-number').textContent, one.querySelector('.write-cited').lastChild.textContent])"
    )
    file = (ROOT / f"docs/{language}/{key}.md").read_text(encoding="utf-8")
    keys = dict.fromkeys(re.findall(r"@([\w#-]+)", " ".join(_CITED.findall(file))))
    typed = {str(at): f"[@{one}]" for at, one in enumerate(keys, 1) if "#" not in one}
    return {**dict(listed), **typed}


def find_and_cite(page: Page, work: Work, field: Locator, states: str) -> None:
    """Look for a finding by more and more words of it, and put in its citation."""
    work.click(field.locator(".write-add"))
    words = list(re.findall(r"[^\W_]{4,}", states))[:_MOST_WORDS]
    search = page.locator("#finder-words")
    for most in (4, 6, _MOST_WORDS):
        asked = " ".join(words[:most])
        work.keys += len(asked)
        search.fill(asked)
        page.wait_for_timeout(200)
        found = page.locator(".finding", has=page.locator(".finding-states", has_text=states[:80]))
        if found.count():
            break
    work.click(found.first.locator("summary"))
    work.click(found.first.locator(".finding-cite"))
    work.findings += 1


def write(page: Page, work: Work, texts: dict[str, str], states: dict[str, str]) -> None:
    """Fill in each field: text by typing, citations by the finder; beside an original, and a second time, by their number."""
    for id, text in texts.items():
        field = page.locator(f".write-field:has(#{id})")
        area = field.locator("textarea")
        work.click(area)
        at = 0
        for mark in _MARK.finditer(text):
            work.type(area, text[at : mark.start()])
            told = states[mark[1]]
            ready = field.locator(
                ".write-cites li", has=page.locator(".write-number", has_text=re.compile(rf"^{mark[1]}$"))
            )
            if told.startswith("[@"):
                work.type(area, f" {told}")
            elif ready.count():
                work.type(area, f" [{mark[1]}]")
                work.findings += 1
            else:
                find_and_cite(page, work, field, told)
            at = mark.end()
        work.type(area, text[at:])


def saved(page: Page, work: Work) -> str:
    """Save the file, and return its text."""
    with page.expect_download() as download:
        work.click(page.locator("[data-end=save]"))
    return Path(download.value.path()).read_text(encoding="utf-8")


def choose(page: Page, work: Work, original: Page) -> None:
    """Choose the area and the themes that the page has that is copied."""
    page.locator("[data-area]").select_option(original.locator("[data-area]").input_value())
    work.clicks += 2
    ticked = original.locator("[data-theme-choice]").evaluate_all(
        "(all) => all.filter((one) => one.checked).map((one) => one.value)"
    )
    for theme in ticked:
        work.click(page.locator(f"[data-theme-choice][value='{theme}']"))


def english(browser: Browser, base: str, key: str) -> tuple[str, Work, float]:
    """Write the question anew, from the choice of its type."""
    original = opened(browser, f"{base}contribute/write/")
    original.locator("#write-file").set_input_files(ROOT / f"docs/en/{key}.md")
    states = cited_in(original, "en", key)
    texts = texts_of(original)
    begun, work = time.perf_counter(), Work()
    page = opened(browser, f"{base}contribute/write/")
    page.locator("#write-type").select_option("myth")
    work.clicks += 2
    page.locator("#finder-words").focus()
    write(page, work, texts, states)
    choose(page, work, original)
    text = saved(page, work)
    return text, work, time.perf_counter() - begun


def french(browser: Browser, base: str, key: str) -> tuple[str, Work, float]:
    """Translate it beside its original."""
    begun, work = time.perf_counter(), Work()
    page = opened(browser, f"{base}fr/contribute/write/")
    page.locator("#write-page").select_option(key)
    work.clicks += 2
    states = cited_in(page, "fr", key)
    texts = texts_of(page)
    for id in texts:
        page.locator(f"#{id}").fill("")
    page.locator("#part-title").blur()
    write(page, work, texts, states)
    text = saved(page, work)
    return text, work, time.perf_counter() - begun


def merged(texts: dict[str, str], key: str) -> tuple[float, str]:
    """Take both files the way of a contribution; return the seconds and what the check says at its end."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        git = partial(subprocess.run, cwd=folder, check=True, capture_output=True)
        git(["git", "clone", "-q", str(ROOT), "."])
        git(["git", "checkout", "-q", "-b", "contribution"])
        for language, text in texts.items():
            (Path(folder) / f"docs/{language}/{key}.md").write_text(
                re.sub(r"(?m)^draft: true\n", "", text), encoding="utf-8"
            )
        command = Path(sys.executable).parent / "commonground"
        pages = [f"docs/{language}/{key}.md" for language in texts]
        check = subprocess.run(
            [command, "check", *pages], cwd=folder, capture_output=True, text=True, check=False
        )
        git(
            [
                "git",
                "-c",
                "user.name=x",
                "-c",
                "user.email=x@example.org",
                "commit",
                "-qam",
                "Write a question",
            ]
        )
        git(["git", "checkout", "-q", "-"])
        git(["git", "merge", "-q", "contribution"])
    lines = check.stdout.strip().splitlines()
    return time.perf_counter() - begun, "\n".join(
        [one for one in lines if re.search(r": (error|erreur) ", one)] + lines[-1:]
    )


def main() -> None:
    """Write, merge, and print what it took."""
    site, key = Path(sys.argv[1]), (sys.argv[2] if len(sys.argv) > 2 else KEY)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}/"
    texts = {}
    with chromium() as browser:
        for language, way in (("en", english), ("fr", french)):
            texts[language], work, seconds = way(browser, base, key)
            copied = (ROOT / f"docs/{language}/{key}.md").read_text(encoding="utf-8")
            same = _CITED.findall(texts[language]) == _CITED.findall(copied)
            person = work.keys * SECONDS_A_KEY + work.clicks * SECONDS_A_CLICK
            print(
                f"{language}: {'the same' if same else 'OTHER'} citations as the page copied; {work.keys} keys, {work.clicks} clicks, {work.findings} citations put in; {seconds:.0f} s for the machine,"
                f" about {person / 60:.0f} min for a person who knows what to write"
            )
    seconds, told = merged(texts, key)
    print(f"branch, check, merge: {seconds:.0f} s; the check: {told}")
    server.shutdown()


if __name__ == "__main__":
    main()
