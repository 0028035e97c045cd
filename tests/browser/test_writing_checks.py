"""Checks while writing and `commonground check`: of every text they must say the same."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from commonground.export.language_rules import language_rules
from commonground.export.writing import findings_of
from commonground.matching.compiled import compile_terms
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.read.figures.grammar import compiled

from ..export import test_writing as conformance
from .built import LANGUAGES
from .test_numbers import ORIGIN, serve

# A problem leaves the browser as the words on which it lies, on their first line.
LOAD = """async ([origin, languages]) => {
  const [{ Numbers }, { Reading }, prose, evidence] = await Promise.all(
    ["numbers.js", "language/sentences.js", "write/prose.js", "write/evidence.js"].map((name) => import(`${origin}${name}`)));
  const known = Object.fromEntries(Object.entries(languages).map(([code, { numbers, grammar, findings }]) => [code, {
    numbers: new Numbers(numbers), reading: new Reading(grammar), findings: new evidence.Findings(findings) }]));
  const told = (body, passage, { rule, start, end }) => {
    const to = rule.startsWith("evidence/unknown") ? body.indexOf("]", passage.places[start]) : passage.places[end - 1] + 1;
    const found = rule.startsWith("evidence/unknown") ? passage.citations.find((one) => one.offset === start).raw : body.slice(passage.places[start], to);
    return [rule, found.split("\\n")[0]];
  };
  window.check = ([language, body]) => {
    const read = prose.passages(body);
    const found = evidence.figureProblems(read, known[language]);
    return {
      problems: read.flatMap((passage, at) => found[at].map((one) => told(body, passage, one))),
      figures: read.flatMap(({ kind, figures }) => figures.map(({ text }) => [kind, text])),
    };
  };
}"""


def loaded(browser: Browser, corpus: Corpus) -> Page:
    """Return an empty page with the checks for the findings of a project; nothing is built."""
    page = browser.new_page()
    page.route(f"{ORIGIN}**", serve)
    page.goto(ORIGIN)
    languages = {}
    for code in LANGUAGES:
        locale = corpus.locale(code)
        languages[code] = {
            "numbers": compiled(code).as_json(),
            "grammar": language_rules(compile_terms((), locale), locale)["grammar"],
            "findings": findings_of(corpus, locale),
        }
    page.evaluate(LOAD, [ORIGIN, languages])
    return page


@pytest.fixture(scope="module")
def checks(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    corpus = conformance.corpus_of(Path(tmp_path_factory.mktemp("cases")))
    page = loaded(browser, corpus)
    yield page
    page.close()


def test_every_shared_case(checks: Page) -> None:
    """Each page of the file breaks exactly the rules that it names, at the same words."""
    for case in conformance.cases():
        got = checks.evaluate("(asked) => window.check(asked)", [case["language"], case["body"]])
        assert got["problems"] == case["problems"], case["body"]


KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW, Kind.HEADING)


def test_every_page_of_the_project(browser: Browser, project: Corpus) -> None:
    """Of the project's own pages, which break no rule, it says nothing, and finds the figures that `check` finds."""
    page = loaded(browser, project)
    for article in project.articles:
        if article.front.type == "page":
            continue
        got = page.evaluate("(asked) => window.check(asked)", [article.language, article.body])
        mine = [
            f.text for p in article.passages if p.kind in KINDS and p.block != "example" for f in p.figures
        ]
        assert [text for kind, text in got["figures"] if kind in KINDS] == mine, article.path
        assert list(islice(got["problems"], 5)) == [], article.path
    page.close()
