"""Evidence records: everything a record says, and one clear problem for what it may not say."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.languages import read_languages
from commonground.model.memory import Memory
from commonground.model.problem import Problem
from commonground.model.settings import Settings
from commonground.model.source import Change, Checked, Estimate, KeptCopy, Source
from commonground.read.evidence import asked_sources, read_source, sources_by_id

from ..said import said

ROOT = Path(__file__).parents[2]
BOTH = ("en", "fr")
SETTINGS = Settings(found=True, themes=("law", "health"))
LOCALES = read_languages()

RECORD = """\
id: hopper2020
csl:
  type: article-journal
  title: An invented study
  DOI: 10.1000/xyz123
  volume: 0123
  PMID: 12345
design: cohort
peer_reviewed: true
findings:
  - id: odds
    states: "The odds were 2.99 (95% CI 1.96 to 4.57)."
    states_fr: 'L''équipe a trouvé l''écart : 2,99.'
    figures: ["2.99", "1.96", "4.57"]
    plain: [about three times the odds]
    plain_fr: [une cote environ trois fois plus élevée]
    estimate: {measure: odds ratio, value: 2.99, low: 1.96, high: 4.57, level: 95, label: Harm, label_fr: Torts}
    direction: higher
    where: Table 2
    where_fr: Tableau 2
  - id: change
    states: It fell.
    figures: []
    estimate: {measure: share, before: 9, after: 4.5}
    where: Abstract
limits: One city.
limits_fr: Une seule ville.
themes: [law]
checked:
  date: 2026-11-22
  url: https://example.org/study
  how: abstract
"""


def read(text: str, name: str = "hopper2020") -> tuple[Source | None, list[Problem]]:
    """Read one record."""
    return read_source(f"evidence/{name}.yaml", text.encode(), BOTH, LOCALES, settings=SETTINGS)


def read_all(files: Mapping[str, bytes]) -> tuple[dict[str, Source], list[Problem]]:
    """Read several records."""
    read = Memory().recall(asked_sources(files, BOTH, LOCALES))
    sources, problems = sources_by_id(source for source, _ in read)
    return sources, [*(problem for _, found in read for problem in found), *problems]


def test_our_own_records_have_no_fault() -> None:
    """Every record that we publish loads, each with its passages in both languages."""
    files = {f"evidence/{path.name}": path.read_bytes() for path in (ROOT / "evidence").glob("*.yaml")}
    sources, problems = read_all(files)
    assert problems == []
    assert len(sources) == len(files)
    for source in sources.values():
        assert {passage.language for passage in source.passages} >= set(BOTH)


def test_a_record_keeps_everything_it_says() -> None:
    """Texts go by language, identifiers stay as written, estimates and changes can be drawn."""
    source, problems = read(RECORD)
    assert problems == []
    assert source is not None
    assert source.item.volume == "0123"
    assert source.item.pmid == "12345"
    assert source.limits == {"en": "One city.", "fr": "Une seule ville."}
    assert source.checked == Checked(date(2026, 11, 22), "https://example.org/study", "abstract")
    odds, change = source.findings
    assert odds.key == "hopper2020#odds"
    assert odds.plain == {
        "en": ("about three times the odds",),
        "fr": ("une cote environ trois fois plus élevée",),
    }
    assert [float(quantity.value) for quantity in odds.quantities] == [2.99, 1.96, 4.57]
    assert set(odds.plain_values) == {"en", "fr"}
    assert odds.estimate == Estimate("odds ratio", 2.99, 1.96, 4.57, 95, label={"en": "Harm", "fr": "Torts"})
    assert (change.estimate, change.change) == (None, Change("share", 9, 4.5))
    assert odds.span.line == 11


def test_each_text_is_a_passage_with_its_owner_and_key() -> None:
    """A check knows whose text it reads, and in which language."""
    source, _ = read(RECORD)
    assert source is not None
    assert [(passage.language, passage.owner, passage.label) for passage in source.passages] == [
        ("en", "hopper2020", "limits"),
        ("fr", "hopper2020", "limits_fr"),
        ("en", "hopper2020#odds", "findings.odds.states"),
        ("fr", "hopper2020#odds", "findings.odds.states_fr"),
        ("en", "hopper2020#odds", "findings.odds.plain"),
        ("fr", "hopper2020#odds", "findings.odds.plain_fr"),
        ("en", "hopper2020#odds", "findings.odds.estimate.label"),
        ("fr", "hopper2020#odds", "findings.odds.estimate.label_fr"),
        ("en", "hopper2020#odds", "findings.odds.where"),
        ("fr", "hopper2020#odds", "findings.odds.where_fr"),
        ("en", "hopper2020#change", "findings.change.states"),
        ("en", "hopper2020#change", "findings.change.where"),
        ("en", "hopper2020", "csl.title"),
        ("en", "hopper2020", "csl.volume"),
    ]


def test_spans_lead_to_values_by_dotted_key() -> None:
    """Findings are named, list items counted from 0."""
    source, _ = read(RECORD)
    assert source is not None
    assert source.spans["findings.odds.figures.1"].line == 14
    assert source.spans["checked.url"].column == 8
    assert "findings.odds.nothing" not in source.spans


@pytest.mark.parametrize(("word", "column"), [("L'équipe", 17), ("trouvé", 29), ("écart", 39)])
def test_a_doubled_apostrophe_shifts_no_place(word: str, column: int) -> None:
    """French records in single quotation marks double every apostrophe."""
    source, _ = read(RECORD)
    assert source is not None
    passage = source.passages[3]
    start = passage.text.index(word)
    span = passage.span(start, start + len(word))
    assert (span.line, span.column) == (13, column)


def test_a_site_in_one_language_has_passages_in_it_alone() -> None:
    """The French texts of a record are known keys, but nobody reads them there."""
    source, problems = read_source("evidence/hopper2020.yaml", RECORD.encode(), ("en",), LOCALES)
    assert problems == []
    assert source is not None
    assert {passage.language for passage in source.passages} == {"en"}


def changed(old: str, new: str) -> str:
    """Return the record with one thing changed."""
    assert old in RECORD
    return RECORD.replace(old, new)


@pytest.mark.parametrize(
    ("text", "place", "rule", "words"),
    [
        pytest.param(changed("design: cohort", "design: cohrt"), (8, 9), "evidence/invalid-record", '"cohort"?', id="design"),
        pytest.param(changed("[law]", "[laws]"), (28, 10), "evidence/invalid-record", '"law"?', id="theme"),
        pytest.param(changed("how: abstract", "how: skimmed"), (32, 8), "evidence/invalid-record", "full-text", id="how"),
        pytest.param(changed("article-journal", "journal"), (3, 9), "evidence/invalid-record", "journal", id="csl-type"),
        pytest.param(changed("  title: An invented study\n", ""), (3, 3), "evidence/invalid-record", '"title" is missing', id="title"),
        pytest.param(changed("limits: One city.\n", ""), (1, 1), "evidence/invalid-record", '"limits" is missing', id="limits"),
        pytest.param(changed("    where: Abstract\n", ""), (21, 5), "evidence/invalid-record", '"where" is missing in item 2', id="where"),
        pytest.param(changed('["2.99", "1.96", "4.57"]', '[2.99, "1.96", "4.57"]'), (14, 15), "evidence/invalid-record", 'Put 2.99 in quotation marks', id="figure-number"),
        pytest.param(changed("peer_reviewed: true", "peer_reviewed: yes"), (9, 16), "evidence/invalid-record", "true or false", id="yes"),
        pytest.param(changed("2026-11-22", "2026-22-11"), (30, 9), "evidence/invalid-record", "a date", id="no-such-day"),
        pytest.param(changed("https://example.org", "www.example.org"), (31, 8), "evidence/invalid-record", "http", id="address"),
        pytest.param(changed("value: 2.99", "value: about 3"), (17, 44), "evidence/invalid-record", "a number", id="estimate"),
        pytest.param(changed("id: change", "id: odds"), (21, 9), "evidence/invalid-record", "first on line 11", id="finding-twice"),
        pytest.param(changed("id: hopper2020", "id: hoper2020"), (1, 5), "evidence/invalid-record", "name of the file", id="id-and-name"),
        pytest.param(changed("id: hopper2020", "id: 2020"), (1, 5), "evidence/invalid-record", "quotation marks", id="id-is-a-number"),
        pytest.param(changed("themes:", "theme:"), (28, 1), "input/unknown-key", 'Did you mean "themes"?', id="unknown-key"),
        pytest.param(changed("states_fr", "states_de"), (13, 5), "input/unknown-key", '"states_', id="unknown-language"),
        pytest.param(changed("  DOI:", "  doi_:"), (5, 3), "input/unknown-key", "doi_", id="unknown-csl-key"),
        pytest.param(RECORD + "archived: {url: https://a.example/1, date: 2026-01-01, instead: soon}\n", (33, 65), "evidence/invalid-record", "true or false", id="instead"),
        pytest.param("- a\n- b\n", (1, 1), "evidence/invalid-record", "a mapping", id="list"),
        pytest.param("", (1, 1), "evidence/invalid-record", "empty", id="empty-file"),
        pytest.param(changed("limits: One city.", "limits: city: one"), (26, 13), "input/broken-yaml", 'after "limits"', id="colon"),
        pytest.param(changed("limits: One city.", "limits: [one\ncity]"), (26, 9), "evidence/invalid-record", "a text", id="list-for-text"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_one_problem_in_its_place(
    text: str, place: tuple[int, int], rule: str, words: str
) -> None:
    """Nobody sees a traceback: a message says where, what and what to do."""
    _, problems = read(text)
    assert [(one.span.line, one.span.column, one.rule) for one in problems] == [(*place, rule)]
    assert words in said(problems[0])


def test_a_kept_copy_stands_in_only_where_the_record_says_so() -> None:
    """A copy in an archive is offered; with `instead` it is the address that a reader gets."""
    copy = "archived: {url: https://archive.example/1, date: 2026-01-02%s}\n"
    web = changed("  DOI:", "  URL: https://example.org/gone\n  DOI:")
    offered, problems = read(web + copy % "")
    assert problems == []
    assert offered is not None
    assert offered.archived == KeptCopy("https://archive.example/1", date(2026, 1, 2))
    assert (offered.kept_copy, offered.address) == (None, "https://example.org/gone")
    instead, problems = read(web + copy % ", instead: true")
    assert problems == []
    assert instead is not None
    assert instead.kept_copy == instead.archived
    assert instead.address == "https://archive.example/1"
    assert instead.original == "https://example.org/gone"


def test_a_faulty_record_can_still_be_cited() -> None:
    """One wrong word in a record must not make every page that cites it look wrong."""
    source, problems = read(RECORD.replace("cohort", "cohrt").replace("  date: 2026-11-22\n", ""))
    assert source is not None
    assert source.finding("odds") is not None
    assert len(problems) == 2


def test_an_unquoted_figure_counts_as_it_is_written() -> None:
    """2.50 without quotation marks is told, and still means two and a half with its zero."""
    source, _ = read(RECORD.replace('"2.99", "1.96"', '2.50, "1.96"'))
    assert source is not None
    assert source.findings[0].figures == ("2.50", "1.96", "4.57")


@pytest.mark.parametrize(
    ("names", "place"),
    [
        pytest.param(
            ("Hopper2020", "hopper2020"),
            ("evidence/hopper2020.yaml", "evidence/duplicate-source"),
            id="capitals",
        ),
        pytest.param(
            ("copy2020", "hopper2020"), ("evidence/copy2020.yaml", "evidence/invalid-record"), id="a-copy"
        ),
    ],
)
def test_two_records_with_one_id_are_one_problem(names: tuple[str, str], place: tuple[str, str]) -> None:
    """The record in the file of its name stays; the other is left out and told."""
    texts = {
        name: RECORD.replace("id: hopper2020", f"id: {name}" if name != "copy2020" else "id: hopper2020")
        for name in names
    }
    files = {f"evidence/{name}.yaml": text.encode() for name, text in texts.items()}
    sources, problems = read_all(files)
    assert len(sources) == 1
    assert [(one.path, one.rule, one.span.line) for one in problems] == [(*place, 1)]
    assert "copy2020" not in next(iter(sources.values())).path


@given(
    st.binary(max_size=120)
    | st.tuples(
        st.sampled_from(RECORD.split("\n")),
        st.sampled_from(["", "x: [", "id: {}", "findings: 3", "  - 1", "csl: []"]),
    ).map(lambda swap: RECORD.replace(*swap).encode())
)
def test_arbitrary_records_never_raise(data: bytes) -> None:
    """A record gives a source or nothing, and problems that say why."""
    source, problems = read_source("evidence/hopper2020.yaml", data, BOTH, LOCALES)
    assert source is not None or problems
    assert all(said(one) for one in problems)
