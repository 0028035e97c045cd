"""What editors are told of a file is what its reader holds it to."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from commonground.cli import schemas as command
from commonground.export.schemas import schemas
from commonground.languages import read_languages
from commonground.model.corpus import Corpus
from commonground.model.schema.report import Report
from commonground.read import toml_file, yaml_file
from commonground.read.article_types import read_article_types
from commonground.read.kinds import FileKind, file_kinds
from commonground.read.text import Lines
from commonground.read.yaml_file import Node

from ..conftest import ROOT

LANGUAGES = ("en", "fr")
KINDS = {kind.name: kind for kind in file_kinds(read_article_types())}
SAMPLES = {
    "record": """
id: lamps2020
csl:
  type: report
  title: On lamps
  author: [{family: Lum, given: Ada}]
  issued: {date-parts: [[2020, 3]]}
  volume: 12
design: cohort
peer_reviewed: true
findings:
  - id: shine
    states: Three lamps shine.
    states_fr: Trois lampes brillent.
    figures: ["3"]
    where: p. 2
    estimate: {measure: share, value: 3, low: 1.5, label: Lamps}
  - {id: dim, states: x, figures: [], where: y, estimate: {measure: m, before: 1, after: 2}}
limits: One town.
checked: {date: 2026-11-01, url: "https://lamps.example/1", how: full-text}
cohort: [towns]
""",
    "search": """
id: dark2026
question: Is there a dark lamp?
date: 2026-11-02
where: Everywhere
words: [dark lamp]
found: Nothing.
left_out: What is sold.
""",
    "readings": f"""
readings:
  - {{kind: records, by: machine, role: x, date: 2026-11-02, text: "{"0" * 64}", against: y, found: 2, mended: 1}}
""",
    "word-rules": """
- situations: [{id: young, any: [child], why: x, instead: y}]
  adults: {subjects: [], words: [lamp]}
- id: luminary
  avoid: [luminary]
  prefer: [lamp]
  why: It is a lamp.
  level: warning
  examples: {wrong: A luminary., right: A lamp.}
  near: [{examples: {right: x}, any: [a]}]
""",
    "glossary": """
terms:
  - {id: lamp, term: {en: lamp, fr: lampe}, definition: {en: a, fr: b}, also: {en: [lantern], fr: []}, mark: true}
""",
    "law-timeline": """
timeline:
  - id: first1892
    date: "1892"
    title: {en: a, fr: b}
    area: {en: a, fr: b}
    what_changed: {en: a, fr: b}
    status: in force
    checked: {date: 2026-11-01, how: official-page}
models:
  - id: free
    name: {en: a, fr: b}
    what_it_does: {en: a, fr: b}
    places: [{place: {en: a, fr: b}, since: null}]
    terms: {supporters: [], critics: [{en: a, fr: b}], neutral: []}
    checked: {date: 2026-11-01, how: secondary, url: "https://lamps.example/2"}
""",
    "settings": """
languages: [en, fr]
name: {en: Lamps, fr: Lampes}
addresses: {site: "https://lamps.example/", leave: {en: "https://sky.example/", fr: "https://ciel.example/"}}
themes: {oil: {en: Oil, fr: Huile}}
areas: {street: {name: {en: Street, fr: Rue}, short: {en: St, fr: R}}}
menu: {lamps: {page: lamps, name: {en: Lamps, fr: Lampes}}}
pages: {questions: lamps}
texts: {en: {home: {example: oil}}}
""",
    "front-matter": """
title: Lamps
type: page
description: On lamps
themes: [law]
reviewed: 2026-11-01
review_by: 2027-11-01
credits: []
translation: {of: "abc", status: machine}
""",
}


class Sides:
    """The two sides that have to agree: a schema, and the reader of its files."""

    def __init__(self, project: Corpus) -> None:
        self.settings = project.settings
        self.validators = {}
        for name, data in schemas(project):
            schema = json.loads(data)
            Draft7Validator.check_schema(schema)
            self.validators[name.removesuffix(".schema.json")] = Draft7Validator(schema)

    def schema(self, name: str, value: object) -> list[str]:
        """Return what an editor says of a value; it sees days as texts."""
        seen = json.loads(json.dumps(value, default=date.isoformat))
        return [error.message for error in self.validators[name].iter_errors(seen)]

    def reader(self, name: str, value: object) -> list[str]:
        """Return the messages with which the reader of a file refuses a value."""
        node = Node("", value, "", Lines(""), {}, {})
        report = Report(node, "wrong", LANGUAGES, tuple(read_languages()), self.settings)
        KINDS[name].shape.compare(value, (), report)
        return [problem.message.key for problem in report.problems]


@pytest.fixture(scope="module")
def sides(project: Corpus) -> Sides:
    return Sides(project)


def values_of(kind: FileKind, project: Corpus) -> Iterator[tuple[str, object]]:
    """Yield each of our own files of a kind."""
    if kind.name == "front-matter":
        yield from ((article.path, article.front.values) for article in project.articles)
        return
    for path in sorted(path for glob in kind.files for path in ROOT.glob(glob)):
        name = path.relative_to(ROOT).as_posix()
        if name in KINDS["law-terms"].files and kind.name == "law":
            continue
        load = partial(toml_file.load, rule="x") if name.endswith(".toml") else yaml_file.load
        node, _ = load(name, path.read_bytes())
        yield name, node and node.value


@pytest.mark.parametrize("name", KINDS)
def test_our_own_files_are_what_their_schema_says(name: str, project: Corpus, sides: Sides) -> None:
    files = list(values_of(KINDS[name], project))
    assert files
    assert [(path, wrong) for path, value in files for wrong in sides.schema(name, value)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_right_is_right_for_both(name: str, sides: Sides) -> None:
    node, problems = yaml_file.load("x.yaml", SAMPLES[name].encode())
    assert node is not None
    assert (problems, sides.reader(name, node.value), sides.schema(name, node.value)) == ([], [], [])


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("record", "design: cohort", "design: cohorts", id="word-of-a-list"),
        pytest.param("record", "limits: One town.\n", "", id="key-missing"),
        pytest.param("record", "limits:", "limit:", id="key-misspelt"),
        pytest.param("record", 'figures: ["3"]', "figures: [3]", id="number-for-a-text"),
        pytest.param("record", "peer_reviewed: true", "peer_reviewed: yes", id="word-for-a-flag"),
        pytest.param("record", "https://lamps.example/1", "lamps.example", id="no-address"),
        pytest.param("record", "id: shine", "id: it shines", id="id-of-another-form"),
        pytest.param("record", "value: 3", "val: 3", id="deep"),
        pytest.param("record", "after: 2", "low: 2", id="one-of-two-shapes"),
        pytest.param("record", "states_fr:", "states_de:", id="language-that-nobody-speaks"),
        pytest.param("record", "[[2020, 3]]", "[]", id="empty-list"),
        pytest.param("search", "words: [dark lamp]", "words: [a, a]", id="twice"),
        pytest.param("readings", "by: machine", "by: nobody", id="reader"),
        pytest.param("word-rules", "level: warning", "level: loud", id="level"),
        pytest.param("word-rules", "- situations:", "- lists: []\n  situation:", id="head"),
        pytest.param("glossary", ", fr: lampe", "", id="language-missing"),
        pytest.param("glossary", "mark: true", 'mark: "true"', id="flag-in-quotes"),
        pytest.param("law-timeline", "in force", "enforced", id="status"),
        pytest.param("law-timeline", "since: null", "since: [2020]", id="list-for-a-year"),
        pytest.param("settings", "questions: lamps", "answers: lamps", id="part-of-a-site"),
        pytest.param("settings", "oil:", "oil lamp:", id="id-of-a-theme"),
        pytest.param("settings", "en: St", "en: <b>St</b>", id="markup"),
        pytest.param("front-matter", "themes: [law]", "themes: [laws]", id="theme"),
        pytest.param("front-matter", "type: page", "type: pages", id="type"),
        pytest.param("front-matter", "themes: [law]", "themes: law", id="text-for-a-list"),
        pytest.param("front-matter", "status: machine", "status: reviewed", id="status-of-a-translation"),
    ],
)
def test_what_is_wrong_is_wrong_for_both(name: str, before: str, after: str, sides: Sides) -> None:
    assert before in SAMPLES[name]
    node, _ = yaml_file.load("x.yaml", SAMPLES[name].replace(before, after).encode())
    assert node is not None
    assert sides.reader(name, node.value)
    assert sides.schema(name, node.value)


def _places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    for key, part in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _places(part, (*path, key))


SOUND = {name: yaml_file.load("x.yaml", text.encode())[0].value for name, text in SAMPLES.items()}
CHANGES = st.one_of(
    st.sampled_from([None, True, 7, 2.5, "", "words", [], {}, ["a"], {"a": "b"}, [["a"]], [{}]]),
    st.just("DROP"),
    st.just("RENAME"),
)


@settings(max_examples=300)
@given(data=st.data())
def test_both_agree_on_any_change(data: st.DataObject, sides: Sides) -> None:
    """A value of another kind, a key less, a key misspelt, anywhere: an editor shows a fault where the check has one."""
    name = data.draw(st.sampled_from(sorted(SOUND)))
    value = deepcopy(SOUND[name])
    *way, last = data.draw(st.sampled_from(sorted(_places(value), key=repr)))
    holder = value
    for part in way:
        holder = holder[part]
    change = data.draw(CHANGES)
    if change == "DROP":
        del holder[last]
    elif change == "RENAME" and isinstance(holder, dict):
        holder[f"{last}x"] = holder.pop(last)
    else:
        holder[last] = change
    assert bool(sides.schema(name, value)) is bool(sides.reader(name, value)), value


def test_the_schemas_in_our_repository_are_those_of_today(project: Corpus) -> None:
    """Run `commonground schemas` where they are not."""
    for name, data in schemas(project):
        assert (ROOT / command.FOLDER / name).read_bytes() == data, name
    assert {path.name for path in (ROOT / command.FOLDER).iterdir()} == {name for name, _ in schemas(project)}


def test_our_editor_settings_name_a_schema_for_every_kind() -> None:
    """Those of Visual Studio Code; files of data and word rules name theirs themselves, for every editor."""
    named = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in named)
    first_lines = {
        Path(path.read_text(encoding="utf-8").partition("\n")[0]).name.removesuffix(".schema.json")
        for path in [
            ROOT / "commonground.toml",
            *ROOT.glob("data/**/*.yaml"),
            *ROOT.glob("language/**/*.yaml"),
        ]
    }
    in_settings = {Path(schema).name.removesuffix(".schema.json") for schema in named}
    assert set(KINDS) - {"front-matter"} == in_settings | first_lines
