"""
Times the draft checker in Chromium, slowed down four times, on texts of 10,000 words.

    .venv/bin/python -m benchmarks.draft_speed          builds the site first, into a temporary folder
    .venv/bin/python -m benchmarks.draft_speed site     uses a site that is already there

Two texts a language: our own articles, where few words are listed, and the rules' wrong examples one after the other, where
nearly every sentence holds one. "paste" is what the text sets off on a fresh page, up to and with the lines drawn under its
words; "check" is the engine alone, all of the text anew; "key" is what a key pressed in the middle sets off. Milliseconds; a
busy machine only adds to them, so the least is given beside the median.
"""

from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.built_site import measured_site
from playwright.sync_api import Page
from tests.browser.built import LANGUAGES, ROOT, TEMPLATES, served
from tests.browser.visits import Visits, chromium

from commonground.languages import read_languages
from commonground.read.terms import read_terms

SLOWER = 4
WORDS = 10_000
PASTES = 7
ROUNDS = 15
GOAL = 50.0  # milliseconds

LOOK = """async ([text, rounds]) => {
  const box = document.querySelector("[data-draft]");
  const { Engine, paragraphs } = await import(new URL(box.dataset.engine, location.href).href);
  const rules = await (await fetch(box.dataset.rules)).json();
  const engine = new Engine(rules);
  const times = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    found = 0;
    for (const paragraph of paragraphs(text)) found += engine.check(paragraph.text).found.length;
    times.push(performance.now() - start);
  }
  return { times, found };
}"""
TYPE = """(text) => {
  const field = document.querySelector("textarea");
  const set = (value) => { field.value = value; field.dispatchEvent(new Event("input")); };
  const first = performance.now();
  set(text);
  const paste = performance.now() - first;
  const middle = text.indexOf(" ", text.length / 2);
  const times = [];
  for (let key = 1; key <= 15; key += 1) {
    const start = performance.now();
    set(`${text.slice(0, middle)}${"x".repeat(key)}${text.slice(middle)}`);
    times.push(performance.now() - start);
  }
  return { paste, times };
}"""


def articles(language: str) -> str:
    """Return 10,000 words of our own articles, their front matter and block marks left out."""
    parts = []
    for path in sorted((ROOT / "docs" / language).rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[2]
        parts += [part for part in body.split("\n\n") if not part.startswith(("///", "<!--"))]
    return first_words(parts)


def examples(language: str) -> str:
    """Return 10,000 words of sentences that break a rule, four to a paragraph."""
    path = f"language/{language}.yaml"
    rules, _ = read_terms(path, (ROOT / path).read_bytes(), language, read_languages()[language])
    wrong = [rule.wrong for rule in rules]
    return first_words([" ".join(wrong[at : at + 4]) for at in range(0, len(wrong), 4)])


def first_words(parts: list[str]) -> str:
    """Return paragraphs, from the start again where they run out, until there are enough words."""
    taken, words = [], 0
    for part in islice(cycle(parts), 100_000):
        taken.append(part.strip())
        words += len(part.split())
        if words >= WORDS:
            break
    return "\n\n".join(taken)


def opened(visits: Visits, language: str) -> Page:
    """Open the checker in a fresh profile on a slowed processor."""
    page = visits(TEMPLATES["draft"], language)
    page.locator("[data-draft][data-ready]").wait_for()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def measure(folder: Path) -> None:
    """Print a line for each language and text."""
    with served(folder) as site, chromium() as browser:
        visits = Visits(browser, site)
        for language in LANGUAGES:
            for text in (articles(language), examples(language)):
                pastes, checks, keys, found = [], [], [], 0
                for _ in range(PASTES):
                    page = opened(visits, language)
                    typed = page.evaluate(TYPE, text)
                    pastes.append(typed["paste"])
                    keys += typed["times"]
                    looked = page.evaluate(LOOK, [text, ROUNDS])
                    checks += looked["times"]
                    found = looked["found"]
                    visits.close()
                told = "; ".join(
                    f"{name} {min(times):.1f} least, {median(times):.1f} median"
                    for name, times in (("paste", pastes), ("check", checks), ("key", keys))
                )
                print(f"{language}, {len(text.split())} words, {found} remarks: {told} (goal {GOAL:.0f})")


def main() -> None:
    """Measure the site in the folder that was named, or a fresh one."""
    with measured_site() as folder:
        measure(folder)


if __name__ == "__main__":
    main()
