"""Numbers in the browser and numbers in Python: in every text they must read the same."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

from commonground.read.figures.grammar import compiled

from ..read.figures import test_conformance as conformance
from .built import ROOT

SCRIPTS = ROOT / "overrides/assets/js"
ORIGIN = "http://numbers.test/"
# Offsets leave the browser as Python counts them: in code points.
LOAD = """async ([origin, compiled]) => {
  const { Numbers } = await import(`${origin}numbers.js`);
  const readers = Object.fromEntries(Object.entries(compiled).map(([code, data]) => [code, new Numbers(data)]));
  const read = (language, text) => {
    const points = (offset) => [...text.slice(0, offset)].length;
    const placed = (one) => ({ ...one, start: points(one.start), end: points(one.end) });
    const { figures, leftAlone } = readers[language].read(text);
    return { figures: figures.map(placed), leftAlone: leftAlone.map(placed) };
  };
  window.read = ([language, texts]) => texts.map((text) => read(language, text));
}"""
LANGUAGES = conformance.languages()


def serve(route: Route) -> None:
    path = route.request.url.removeprefix(ORIGIN)
    if path:
        route.fulfill(path=SCRIPTS / path, content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


@pytest.fixture(scope="module")
def numbers(browser: Browser) -> Iterator[Page]:
    """An empty page with the reader loaded for every language; nothing is built."""
    page = browser.new_page()
    page.route(f"{ORIGIN}**", serve)
    page.goto(ORIGIN)
    page.evaluate(LOAD, [ORIGIN, {code: compiled(code).as_json() for code in LANGUAGES}])
    yield page
    page.close()


def read(page: Page, language: str, texts: list[str]) -> list[dict[str, object]]:
    return list(page.evaluate("(asked) => window.read(asked)", [language, texts]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shared_case(numbers: Page, language: str) -> None:
    """Each case of the file gives exactly its figures, values and reasons."""
    mine = [case for case in conformance.cases() if case["language"] == language]
    found = read(numbers, language, [str(case["text"]) for case in mine])
    for case, got in zip(mine, found, strict=True):
        assert got == {"figures": case["figures"], "leftAlone": case["leftAlone"]}, case["text"]


MARKS = (
    " ", "  ", "-", "–", ".", ",", ";", "(", ")", "[", "/", ":", "%", " %", "$", "€", "£", "’", "'", "\u00a0", "\u202f", "\u00ad", "<",
    "½", "⅔", "+", "−", "×", "#", "*", "\ufffc", "\n", "😀", "é", "İ", "K", "M", "May", "A", "٣", "Street", "IMM", "isbn", "n=",
    "10⁶", "× 10⁻³", "x10^4", "⁵",
)  # fmt: skip
NUMERALS = (
    st.integers(0, 10**7).map(str) | st.integers(1, 400).map(str) | st.decimals(0, 1000, places=2).map(str)
)


def texts(language: str) -> st.SearchStrategy[str]:
    """Return texts of the words of a language's own data, numerals and marks, in any order."""
    data = compiled(language)
    words = sorted({word for table in data.tables.values() for word in table})
    before = sorted({word for rule in data.rules if rule.after for word in rule.after.plain})
    sentences = sorted({str(case["text"]) for case in conformance.cases() if case["language"] == language})
    said = sorted({word for sentence in sentences for word in sentence.split()})
    piece = st.one_of(
        st.sampled_from(words),
        st.sampled_from(before),
        st.sampled_from(said),
        st.sampled_from(MARKS),
        NUMERALS,
    )
    return st.lists(piece, min_size=1, max_size=14).flatmap(
        lambda pieces: st.sampled_from((" ", " ", "")).map(lambda joint: joint.join(pieces))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_texts_that_nobody_wrote(numbers: Page, language: str, data: st.DataObject) -> None:
    """Both read random texts alike, some dozens at a time."""
    asked = data.draw(st.lists(texts(language), min_size=20, max_size=40))
    for text, got in zip(asked, read(numbers, language, asked), strict=True):
        assert got == conformance.read(language, text), text
