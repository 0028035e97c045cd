"""Checks while writing and `commonground check`: of every text they must say the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from commonground.checks.shared.citing import pages
from commonground.export.language_rules import language_rules
from commonground.export.writing import findings_of, kinds_of
from commonground.matching.compiled import compile_terms
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.reference import Reference
from commonground.read.figures.grammar import compiled

from ..export import test_writing as conformance
from .built import LANGUAGES, ROOT
from .test_numbers import ORIGIN, serve

# A problem leaves the browser as the words on which it lies, on their first line.
LOAD = """async ([origin, languages]) => {
  const [{ Numbers }, { Reading }, prose, evidence, files, notes, all] = await Promise.all(
    ["numbers.js", "language/sentences.js", "write/prose.js", "write/evidence.js", "write/document.js", "write/unfinished.js", "write/checks.js"].map((name) => import(`${origin}${name}`)));
  const known = Object.fromEntries(Object.entries(languages).map(([code, { numbers, grammar, findings, kinds, placeholders }]) => [code, {
    kinds, unfinished: new notes.Unfinished(placeholders),
    numbers: new Numbers(numbers), reading: new Reading(grammar), findings: new evidence.Findings(findings) }]));
  const told = (body, passage, { rule, start, end }) => {
    const to = rule.startsWith("evidence/unknown") ? body.indexOf("]", passage.places[start]) : passage.places[end - 1] + 1;
    const found = rule.startsWith("evidence/unknown") ? passage.citations.find((one) => one.offset === start).raw : body.slice(passage.places[start], to);
    return [rule, found.split("\\n")[0]];
  };
  const note = (passage, { reading, unfinished }, section) => {
    const sentences = passage.kind === "row" ? [] : reading.sentences(passage.text);
    const one = unfinished.of(passage, { sentences, section, marks: reading.marks });
    return one ? [{ rule: "structure/placeholder", ...one }] : [];
  };
  window.check = ([language, body]) => {
    const read = prose.passages(body);
    const found = evidence.figureProblems(read, known[language]);
    const all = read.map((passage, at) => [...found[at], ...note(passage, known[language])].sort((one, other) => one.start - other.start));
    return { problems: read.flatMap((passage, at) => all[at].map((one) => told(body, passage, one))) };
  };
  window.round = ([language, file]) => {
    const { kinds } = known[language];
    const words = { text_hint: "" };
    const draft = files.opened(file, kinds, words);
    const type = kinds.find(({ id }) => id === draft.type);
    const parts = files.partsOf(type, words, draft.texts);
    const read = parts.flatMap(({ id, block, exempt }) =>
      prose.passages(draft.texts[id] ?? "", draft.cited).map((one) => ({ ...one, block: one.block || block, exempt, section: id })));
    const found = evidence.figureProblems(read, known[language]);
    return {
      problems: [...found.flat(), ...read.flatMap((one) => note(one, known[language], one.section))].map(({ rule, written, words }) => [rule, written ?? words]),
      words: all.wordsOf(read),
      headings: all.wordsOf(parts.filter(({ heading }) => heading).map(({ heading }) => ({ kind: "heading", text: heading }))),
      figures: read.flatMap(({ kind, figures }) => figures.map(({ text }) => [kind, text])),
      file: files.assembled(draft, type, parts),
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
            "kinds": kinds_of(corpus, locale)["types"],
            "placeholders": locale.placeholders,
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


PIECES = {
    "en": (
        "The odds were 2.99.", "Some 31.0% agreed.", "About 30% did.", "It was 62 of 200.", "One in four left.", "Between 1.96 and 4.57.",
        "Dr. Who saw **63**.", "It took 12 months", "“Never 45%,” she said.", "Nobody knows", "In 2019, two towns", "`47%`", "$5,000 or 62%.",
    ),
    "fr": (
        "Le rapport était de 2,99.", "C'était 31,0 %.", "Environ trois sur dix.", "En tout, 62 sur 200.", "La moitié partit.", "De 1,96 à 4,57.",
        "Mme Qui en vit *63*.", "Il fallut 12 mois", "« Jamais 45 % », dit-elle.", "Personne ne sait", "En 2019, deux villes", "12 000 $ ou le quart.",
    ),
}  # fmt: skip
MARKS = (
    " [@example2020#odds]", "[@example2020#trust]", " [@example2020#odds; @example2020#trust]", " [@example2020]", " [@nobody2020#odds]",
    " [@example2020#odds, p. 4]", "", "", "",
)  # fmt: skip
JOINTS = (" ", " ", "\n", "\n\n", "\n\n- ", "\n\n## ", "\n\n> ", "\n\n/// example\n", "\n///\n\n")


def made_up(language: str, chance: Random) -> str:
    """Return a page of sentences, marks and joints in any order; each block that is opened is closed."""
    body, is_open = "Text.\n\n", False
    for _ in range(chance.randint(2, 9)):
        body += chance.choice(PIECES[language]) + chance.choice(MARKS)
        joint = chance.choice(JOINTS)
        if "///" in joint and ("example" in joint) is is_open:
            joint = "\n\n"
        is_open = is_open if "///" not in joint else "example" in joint
        body += joint
    return f"{body}End.\n" + "///\n" * is_open


def test_pages_that_nobody_wrote(checks: Page, tmp_path: Path) -> None:
    """Of pages put together at random, both say the same."""
    chance = Random(11)
    some: conformance.Cases = [
        {"language": code, "body": made_up(code, chance)} for code in LANGUAGES for _ in range(150)
    ]
    told = conformance.said(conformance.corpus_of(tmp_path, some), some)
    assert sum(map(len, told)) > 300
    for case, problems in zip(some, told, strict=True):
        got = checks.evaluate("(asked) => window.check(asked)", [case["language"], case["body"]])
        assert got["problems"] == problems, case["body"]


KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW, Kind.HEADING)


def plain(body: str) -> str:
    """Return a page without what may differ in its citations: [@a; @b] and [@a][@b] are the same."""
    return " ".join(
        re.sub(r"[\[\];]|(?<=\]) (?=\[)", "", body.replace("] [", "][")).replace(" @", "@").split()
    )


def test_every_page_of_the_project(browser: Browser, project: Corpus) -> None:
    """Our own pages, which break no rule, break none as parts with numbers, have the same figures, and come out as they went in."""
    page = loaded(browser, project)
    articles = [one for one in project.articles if one.front.type != "page"]
    assert len(articles) > 50
    for article in articles:
        file = (ROOT / article.path).read_text(encoding="utf-8")
        got = page.evaluate("(asked) => window.round(asked)", [article.language, file])
        (held,) = pages(replace(project, articles=(article,), reference=Reference()))
        mine = [f.text for p in held.passages if p.kind in KINDS for f in p.figures]
        assert got["problems"] == [], article.path
        assert got["words"] + got["headings"] == article.words, article.path
        assert [text for kind, text in got["figures"] if kind in KINDS] == mine, article.path
        front, _, body = got["file"].partition("\n---\n")
        assert front == file.partition("\n---\n")[0], article.path
        assert plain(body) == plain(article.body), article.path
    page.close()
