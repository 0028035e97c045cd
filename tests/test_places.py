"""
Every place whose text a reader sees is read: a figure that no record carries is an error there, a listed word a problem.

The project below is an invention. ``<name>`` in it is a place; in one copy of it a figure of its own stands in each, in
another a listed word. A place whose name ends in ``_fr`` is French.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from commonground.checks import registry
from commonground.edit.recorded import quoted_lock
from commonground.model.problem import Level, Problem
from commonground.model.quoted import Quoted
from commonground.model.reference import FILES
from commonground.model.schema.shapes import ByLanguage, Keys, ListOf
from commonground.model.source import FINDING_TEXTS, SOURCE_TEXTS
from commonground.read.corpus import read_corpus
from commonground.read.data import shape_of

from .conftest import TODAY

PLACE = re.compile(r"<([a-z][\w.-]*)>")
WORD = {"en": "glimmerer", "fr": "lueurard"}
SPACE = {"en": "", "fr": "\u00a0"}

PAGE = """---
title: "A page of lamps{title}"
type: page
description: "What it says{description}."
reviewed: 2026-11-01
review_by: 2027-11-01
credits: [{credits}]
---

{body}
"""

ARTICLES = {
    "title": {"title": " <title>"},
    "description": {"description": " <description>"},
    "credits": {"credits": '"Somebody <credits>"'},
    "paragraph": {"body": "Lamps <paragraph> burn."},
    "wrapped": {"body": "Lamps\n<wrapped> burn."},
    "hard-break": {"body": "Lamps  \n<hard-break> burn."},
    "second-paragraph": {"body": "Lamps.\n\nMore <second-paragraph> lamps."},
    "item": {"body": "- Lamps <item> burn."},
    "numbered-item": {"body": "1. Lamps <numbered-item> burn."},
    "nested-item": {"body": "- Lamps\n    - of the town <nested-item>"},
    "item-paragraph": {"body": "- Lamps\n\n    More <item-paragraph> lamps."},
    "quotation": {"body": "> Lamps <quotation> burn."},
    "table-head": {"body": "| Lamps <table-head> | Town |\n| --- | --- |\n| a | b |"},
    "table-cell": {"body": "| Lamps | Town |\n| --- | --- |\n| a | <table-cell> |"},
    "heading": {"body": "## Lamps <heading>\n\nText."},
    "heading-six": {"body": "## A\n\n### B\n\n#### C\n\n##### D\n\n###### Lamps <heading-six>\n\nText."},
    "heading-with-id": {"body": "## Lamps <heading-with-id> {#lamps}\n\nText."},
    "underlined-heading": {"body": "Lamps <underlined-heading>\n------\n\nText."},
    "emphasis": {"body": "Lamps *<emphasis>* burn."},
    "strong": {"body": "Lamps **<strong>** burn."},
    "link-text": {"body": "Lamps [<link-text>](https://example.org) burn."},
    "link-title": {"body": 'Lamps [burn](https://example.org "about <link-title> of them").'},
    "link-title-apart": {"body": "Lamps [burn][a].\n\n[a]: https://example.org 'about <link-title-apart> of them'"},
    "picture": {"body": "![Lamps <picture>](lamp.png)"},
    "picture-title": {"body": '![Lamps](lamp.png "about <picture-title> of them")'},
    "linked-picture": {"body": "[![Lamps <linked-picture>](lamp.png)](https://example.org)"},
    "inline-code": {"body": "Lamps `<inline-code>` burn."},
    "indented-code": {"body": "Lamps:\n\n    <indented-code> burn."},
    "fenced-code": {"body": "```text\n<fenced-code> burn.\n```"},
    "tilde-code": {"body": "~~~\n<tilde-code> burn.\n~~~"},
    "code-in-item": {"body": "- Lamps\n\n        <code-in-item> burn."},
    "details-title": {"body": "/// details | Lamps <details-title>\nThey burn.\n///"},
    "details": {"body": "/// details | Lamps\nThey <details> burn.\n///"},
    "fact": {"body": "/// fact\nLamps <fact> burn.\n///"},
    "myth": {"body": "/// myth\nLamps <myth> burn.\n///"},
    "misleads": {"body": "/// misleads\nLamps <misleads> burn.\n///"},
    "quote-this": {"body": "/// quote-this\nLamps <quote-this> burn.\n///"},
    "checklist": {"body": "/// checklist\n- Lamps <checklist> burn.\n///"},
    "chart": {"body": "/// chart\nLamps <chart> burn. [@lamps2020#shine]\n///"},
    "title-of-box": {"body": "/// fact | Lamps <title-of-box>\nThey burn.\n///"},
    "locator": {"body": "Lamps burn. [@lamps2020#shine, <locator>]"},
    "after-citation": {"body": "Lamps burn. [@lamps2020#shine] More <after-citation> burn."},
    "entity": {"body": "Lamps &amp; <entity> burn."},
    "html-line": {"body": "<!-- a note -->\nLamps <html-line> burn."},
}  # fmt: skip
"""What stands in the page of that name, but for the rest of a good page."""

RECORD = """id: lamps2020
csl:
  type: report
  title: On lamps <csl.title>
  title-short: Lamps <csl.title-short>
  author: [{family: Nobody <csl.family>, given: N. <csl.given>}, {literal: Board of Lamps <csl.literal>}]
  editor: [{family: Editor <csl.editor>}]
  container-title: Journal of lamps <csl.container-title>
  publisher: Press <csl.publisher>
  publisher-place: Town <csl.publisher-place>
  volume: <csl.volume>
  issue: <csl.issue>
  page: <csl.page>
  number: <csl.number>
  genre: Report <csl.genre>
  note: A note <csl.note>
  issued: {date-parts: [[2020]]}
design: cohort
peer_reviewed: true
places: [the town <places>]
period: some years <period>
period_fr: quelques années <period_fr>
population: all lamps <population>
population_fr: toutes les lampes <population_fr>
findings:
  - id: shine
    states: In the invented town, lamps shine <states>.
    states_fr: Dans la ville inventée, les lampes brillent <states_fr>.
    figures: ['214']
    plain: [some of them <plain>]
    plain_fr: [une partie <plain_fr>]
    where: Abstract <where>
    where_fr: Résumé <where_fr>
    caution: Few lamps <caution>.
    caution_fr: Peu de lampes <caution_fr>.
    estimate: {measure: share, value: 214.0, n: 300, label: lamps <estimate.label>, label_fr: lampes <estimate.label_fr>}
    quotable: {heading: Some of 214 lamps <quotable.heading>, heading_fr: Une partie de 214 lampes <quotable.heading_fr>, not: Do not use it to say that <quotable.not>., not_fr: Ne pas l'utiliser pour dire que <quotable.not_fr>.}
  - id: dark
    states: In the invented town, lamps are dark.
    states_fr: Dans la ville inventée, les lampes sont éteintes.
    figures: []
    where: Abstract
    where_fr: Résumé
    withheld: It is unsure <withheld>.
    withheld_fr: C'est incertain <withheld_fr>.
limits: Only one town <limits>.
limits_fr: Une seule ville <limits_fr>.
unused: Too old to use <unused>.
unused_fr: Trop vieux <unused_fr>.
contested: Others disagree <contested>.
contested_fr: D'autres ne sont pas d'accord <contested_fr>.
checked: {date: 2026-11-01, url: 'https://example.org/lamps', how: full-text}
"""


def both(name: str) -> str:
    """Return a text of data in both languages."""
    return f'{{en: "Of {name} <{name}>", fr: "De {name} <{name}_fr>"}}'


CHECKED = 'checked: {date: 2026-11-21, how: official-page, url: "https://law.example/a"}'
DATA = {
    "law-timeline": f"""timeline:
  - id: one
    date: <timeline.date>
    title: {both("timeline.title")}
    area: {both("timeline.area")}
    what_changed: {both("timeline.what_changed")}
    status: in force
    sections: [{both("timeline.sections")}]
    number: <timeline.number>
    court: {both("timeline.court")}
    asked_as: {both("timeline.asked_as")}
    confirm: true
    confirm_why: {both("timeline.confirm_why")}
    {CHECKED}
models:
  - id: model
    name: {both("models.name")}
    what_it_does: {both("models.what_it_does")}
    places:
      - place: {both("models.places.place")}
        since: <models.places.since>
        note: {both("models.places.note")}
    terms:
      supporters: [{both("models.terms.supporters")}]
      critics: [{both("models.terms.critics")}]
      neutral: [{both("models.terms.neutral")}]
    confirm: true
    confirm_why: {both("models.confirm_why")}
    {CHECKED}
provisions:
  - id: provision
    section: {both("provisions.section")}
    act: {both("provisions.act")}
    title: {both("provisions.title")}
    who_can_be_charged: {both("provisions.who_can_be_charged")}
    covers: {both("provisions.covers")}
    penalty:
      kind: {both("provisions.penalty.kind")}
      maximum: {both("provisions.penalty.maximum")}
      minimum: {both("provisions.penalty.minimum")}
    does_not_cover: {both("provisions.does_not_cover")}
    asked_as: {both("provisions.asked_as")}
    rulings: [{both("provisions.rulings")}]
    confirm: true
    confirm_why: {both("provisions.confirm_why")}
    last_verified: 2026-11-21
    {CHECKED}
open_questions:
  - id: question
    question: {both("open_questions.question")}
    seen: {both("open_questions.seen")}
    do: {both("open_questions.do")}
""",
    "services": f"""services:
  - id: line
    name: {both("services.name")}
    kind: support
    serves: {both("services.serves")}
    area: {both("services.area")}
    languages: {both("services.languages")}
    phone: <services.phone>
    text: <services.text>
    email: <services.email>
    chat: <services.chat>
    address: <services.address>
    hours: {both("services.hours")}
    notes: {both("services.notes")}
    led_by: {both("services.led_by")}
    asked_as: {both("services.asked_as")}
    confirm: true
    confirm_why: {both("services.confirm_why")}
    {CHECKED}
closed:
  - id: shut
    name: {both("closed.name")}
    area: {both("closed.area")}
    notes: {both("closed.notes")}
    {CHECKED}
not_listed:
  - name: {both("not_listed.name")}
    why: {both("not_listed.why")}
""",
    "glossary": f"""terms:
  - id: lamp
    term: {both("terms.term")}
    also: {{en: ["lamps <terms.also>"], fr: ["lampes <terms.also_fr>"]}}
    definition: {both("terms.definition")}
    caution: {both("terms.caution")}
""",
    "cohorts": f"""cohorts:
  - id: lampstudy
    name: {both("cohorts.name")}
""",
    "audits": f"""audits:
  - id: first
    date: 2026-11-01
    about: {both("audits.about")}
    by: {both("audits.by")}
    sentences: 20
    faults: [{{kind: {both("audits.faults.kind")}, found: 1}}]
    mended: {both("audits.mended")}
""",
    "contested": f"""contested:
  - id: lamps
    question: {both("contested.question")}
    pages: [about/claim]
    sides:
      - name: {both("contested.sides.name")}
        cites_most: [lamps2020]
""",
    "wanted": f"""wanted:
  - id: dark
    question: {both("wanted.question")}
    why: {both("wanted.why")}
""",
}

SEARCH = """id: lampsearch
question: Which lamps <search.question>?
question_fr: Quelles lampes <search.question_fr>?
date: 2026-11-01
where: In a town <search.where>.
where_fr: Dans une ville <search.where_fr>.
words: [lamp]
found: Few lamps <search.found>.
found_fr: Peu de lampes <search.found_fr>.
left_out: Old lamps <search.left_out>.
left_out_fr: De vieilles lampes <search.left_out_fr>.
"""

RULES = {
    "en": """- situations:
    - {id: dark, any: [in the dark], why: It is dark <situation.why>., instead: "write \\"lamp\\" <situation.instead>"}
  adults: {subjects: [people], words: [lamp]}
- id: glimmerer
  avoid: [glimmerer]
  prefer: [lamp]
  why: It is an invented word.
  level: error
  examples: {wrong: A glimmerer burns., right: A lamp burns.}
- id: dimmer
  subject: people
  avoid: [dimmer, "dim <rule.avoid>"]
  prefer: [lamp <rule.prefer>]
  why: It is an old word of <rule.why>.
  level: error
  except: [in a title <rule.except>]
  contexts: [some lamps <rule.contexts>]
  names: ["Dimmer and Sons <rule.names>"]
  examples: {wrong: A dimmer burns., right: A lamp burns.}
""",
    "fr": """- id: lueurard
  avoid: [lueurard]
  prefer: [lampe]
  why: C'est un mot inventé.
  level: error
  examples: {wrong: Un lueurard brille., right: Une lampe brille.}
- id: eteignoir
  avoid: [éteignoir]
  prefer: ["lampe <rule.prefer_fr>"]
  why: Il fait noir <rule.why_fr>.
  level: error
  examples: {wrong: Un éteignoir brille., right: Une lampe brille.}
""",
}

TABLE = "Lamps,Town\nlit,<csv>\n"

OTHERS_WORDS = re.compile(
    r"csl\..+|claim|kept\.by|quotation|rule\.(?:avoid|names)|(?:timeline|provisions)\.title(?:_fr)?"
)
"""Where the words are not ours: references, claims that are looked at, quotations, forms and names of word rules, names of laws."""


def project() -> dict[str, str]:
    """Return the files of the project by path, with its places."""
    files = {f"docs/en/about/{name}.md": _page(**parts) for name, parts in ARTICLES.items()}
    files |= {f"data/{name}.yaml": text for name, text in DATA.items()}
    files |= {f"language/{language}.yaml": text for language, text in RULES.items()}
    files["evidence/lamps2020.yaml"] = RECORD
    files["evidence/searches/lampsearch.yaml"] = SEARCH
    files["docs/en/about/lamps.csv"] = TABLE
    files["docs/en/about/claim.md"] = _page("See [the table](lamps.csv).").replace(
        "credits", 'claim: "Lamps <claim>"\ncredits', 1
    )
    files["docs/fr/about/claim.md"] = (
        _page("Des lampes <paragraph_fr>.")
        .replace("A page of lamps", "Une page")
        .replace("What it says", "Ce qu'elle dit")
        .replace("credits", 'translation: {of: "", status: machine}\ncredits', 1)
    )
    return files


def _page(body: str = "Text.", title: str = "", description: str = "", credits: str = "") -> str:
    return PAGE.format(body=body, title=title, description=description, credits=credits)


KEPT = ("headline", "states", "caveat", "unsafe", "by")
PLACES = sorted(
    {place for text in project().values() for place in PLACE.findall(text)}
    | {f"kept.{name}" for name in KEPT}
)


@cache
def _planted(folder: Path, kind: str) -> Mapping[str, tuple[str, int, int]]:
    """Write the project with something in each place; return path, line and column of each."""
    numbers = count(101)
    stands: dict[str, tuple[str, int, int]] = {}

    def plant(place: str) -> str:
        language = "fr" if place.endswith("_fr") else "en"
        if kind == "word":
            return WORD[language]
        return f"{next(numbers)}{SPACE[language]}%"

    for path, template in project().items():
        text = ""
        for number, piece in enumerate(PLACE.split(template)):
            if number % 2:
                stands[piece] = (path, text.count("\n") + 1, len(text) - text.rfind("\n"))
                text += plant(piece)
            else:
                text += piece
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    texts = {name: {"en": f"Of {name} {plant(name)}"} for name in KEPT}
    lock = quoted_lock(
        [Quoted("lamps2020#shine", "0" * 12, TODAY, **texts, figures=("214",), plain={})]
    ).decode()
    (folder / "evidence/quoted.lock").write_text(lock, encoding="utf-8")
    for name in KEPT:
        stands[f"kept.{name}"] = (
            "evidence/quoted.lock",
            1,
            lock.index(texts[name]["en"]) + len(f"Of {name} ") + 1,
        )
    (folder / "docs/en/about/lamp.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return stands


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, list[Problem]]]:
    """The problems at each place, with figures and with words."""
    result = {}
    for kind in ("figure", "word"):
        folder = tmp_path_factory.mktemp(kind)
        stands = _planted(folder, kind)
        problems = registry.run(read_corpus(folder, TODAY)).problems
        result[kind] = {
            place: [problem for problem in problems if _covers(problem, *at)] for place, at in stands.items()
        }
    return result


def _covers(problem: Problem, path: str, line: int, column: int) -> bool:
    span = problem.span
    starts, ends = (span.line, span.column), (span.end_line, span.end_column)
    return problem.path == path and starts <= (line, column + 1) < ends


@pytest.mark.parametrize("place", PLACES)
def test_a_figure_that_nothing_carries_is_an_error(place, found):
    """At the place itself."""
    assert [problem for problem in found["figure"][place] if problem.level is Level.ERROR]


@pytest.mark.parametrize("place", PLACES)
def test_a_listed_word_is_a_problem(place, found):
    """At the place itself, unless the words there are somebody else's."""
    assert bool(found["word"][place]) is not bool(OTHERS_WORDS.fullmatch(place))


def _data_texts(shape: object, path: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(shape, ByLanguage):
        yield ".".join(path)
    elif isinstance(shape, ListOf):
        yield from _data_texts(shape.item, path)
    elif isinstance(shape, Keys):
        for key, inner in (*shape.required.items(), *shape.optional.items()):
            yield from _data_texts(inner, (*path, key))


def test_no_text_of_a_schema_is_left_out():
    """A new field of records or data has to stand in the project above."""
    wanted = {name for file in FILES for name in _data_texts(shape_of(file))}
    wanted |= {*SOURCE_TEXTS, *(".".join(way) for way in FINDING_TEXTS)}
    wanted -= {"cohorts.must_say"}  # what pages are searched for, which nobody reads
    assert wanted <= set(PLACES)
