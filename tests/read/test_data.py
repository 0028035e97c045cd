"""Reference data: the law, services and the glossary, read with every text as a passage."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.languages import read_languages
from commonground.model.problem import Problem
from commonground.model.reference import Reference
from commonground.read.data import read_reference

from ..said import said

ROOT = Path(__file__).parents[2]
BOTH = ("en", "fr")
LOCALES = read_languages()

GLOSSARY = """\
terms:
  - id: client
    term: {en: client, fr: client ou cliente}
    also: {en: [clients], fr: [clients]}
    definition:
      en: >-
        A person who pays. Paying is
        a crime. [@criminalcode1985#buying]
      fr: Personne qui paie.
    see: [payer]
  - id: payer
    mark: true
    term: {en: payer, fr: payeur}
    definition: {en: A payer., fr: Un payeur.}
"""


def read(
    text: str, name: str = "glossary", languages: tuple[str, ...] = BOTH
) -> tuple[Reference, list[Problem]]:
    """Read one data file."""
    return read_reference({f"data/{name}.yaml": text.encode()}, languages, LOCALES)


def test_our_own_data_has_no_fault() -> None:
    """Every file that we publish loads, each of its lists with entries."""
    files = {f"data/{path.name}": path.read_bytes() for path in (ROOT / "data").glob("*.yaml")}
    reference, problems = read_reference(files, BOTH, LOCALES)
    assert problems == []
    assert all(reference.entries(name) for name in ("timeline", "models", "provisions", "services", "terms"))
    assert {passage.language for passage in reference.passages} == set(BOTH)


def test_a_site_without_data_files_has_none() -> None:
    """The files are optional."""
    assert read_reference({}, BOTH, LOCALES) == (Reference(), [])


def test_each_text_is_a_passage_with_its_citations() -> None:
    """A citation in a folded text belongs to its sentence and stands in its place."""
    reference, problems = read(GLOSSARY)
    assert problems == []
    assert [(passage.language, passage.label) for passage in reference.passages] == [
        ("en", "terms.client.term"),
        ("fr", "terms.client.term"),
        ("en", "terms.client.also"),
        ("fr", "terms.client.also"),
        ("en", "terms.client.definition"),
        ("fr", "terms.client.definition"),
        ("en", "terms.payer.term"),
        ("fr", "terms.payer.term"),
        ("en", "terms.payer.definition"),
        ("fr", "terms.payer.definition"),
    ]
    (citation,) = reference.passages[4].citations
    assert citation.key == "criminalcode1985#buying"
    assert (citation.span.line, citation.span.end_line) == (8, 8)
    assert GLOSSARY.split("\n")[7][citation.span.column - 1 : citation.span.end_column - 1].endswith(
        "#buying"
    )
    assert reference.passages[4].span(2, 8).column == 11


def test_an_entry_gives_its_texts_by_key() -> None:
    """Pages ask for a text, and get it by language."""
    reference, _ = read(GLOSSARY)
    entry, _ = reference.terms
    assert entry.id == "client"
    assert entry.term == {"en": "client", "fr": "client ou cliente"}
    assert (entry.span.line, entry.span.column) == (2, 9)


@pytest.mark.parametrize(
    ("text", "name", "place", "rule", "words"),
    [
        pytest.param(GLOSSARY.replace(", fr: client ou cliente", ""), "glossary", (3, 12), "invalid-data", '"fr" is missing', id="no-french"),
        pytest.param(GLOSSARY.replace("{en: client, fr: client ou cliente}", "client"), "glossary", (3, 11), "invalid-data", "each language", id="plain-text"),
        pytest.param(GLOSSARY.replace("see:", "sea:"), "glossary", (10, 5), "unknown-key", 'Did you mean "see"?', id="unknown-key"),
        pytest.param(GLOSSARY.replace("fr: Personne", "de: Person\n      fr: Personne"), "glossary", (9, 7), "unknown-key", '"de"', id="unknown-language"),
        pytest.param(GLOSSARY + "  - id: client\n    term: {en: a, fr: a}\n    definition: {en: a, fr: a}\n", "glossary", (15, 9), "invalid-data", "first on line 2", id="id-twice"),
        pytest.param(GLOSSARY.replace("mark: true", "mark: yes"), "glossary", (12, 11), "invalid-data", '"mark" must be true or false; here it is a text. Change it to true or false.', id="mark-is-no-flag"),
        pytest.param(GLOSSARY.replace("mark: true", "marked: true"), "glossary", (12, 5), "unknown-key", 'Did you mean "mark"?', id="mark-misspelt"),
        pytest.param(GLOSSARY.replace("[payer]", "[player]"), "glossary", (10, 11), "invalid-data", 'Did you mean "payer"?', id="see-nobody"),
        pytest.param(GLOSSARY + "  - id: buyer\n    mark: true\n    term: {en: buyer, fr: acheteur}\n    also: {en: [payer], fr: []}\n    definition: {en: a, fr: a}\n", "glossary", (16, 11), "invalid-data", '"payer" is a form of payer too', id="form-of-two-terms"),
        pytest.param("terms: none\n", "glossary", (1, 8), "invalid-data", "a list", id="no-list"),
        pytest.param("terms: []\n", "glosary", (1, 1), "invalid-data", "glossary.yaml", id="unknown-file"),
        pytest.param("- a\n", "services", (1, 1), "invalid-data", "a mapping", id="not-a-mapping"),
        pytest.param("terms:\n\t- id: a\n", "glossary", (2, 1), "broken-yaml", "A tab", id="tab"),
    ],
)  # fmt: skip
def test_wrong_data_is_one_problem_in_its_place(
    text: str, name: str, place: tuple[int, int], rule: str, words: str
) -> None:
    """An editor sees where the file goes wrong and what to write."""
    _, problems = read(text, name)
    assert [(one.span.line, one.span.column, one.rule) for one in problems] == [(*place, f"input/{rule}")]
    assert words in said(problems[0])


@pytest.mark.parametrize("key", ["offence: never", "offence: rarely"])
def test_a_provision_says_when_an_act_is_an_offence(key: str) -> None:
    """Never, sometimes or always: a closed list."""
    _, problems = read(f"provisions:\n  - id: a\n    {key}\n", "law-timeline")
    wrong = [one for one in problems if "missing" not in said(one)]
    assert [(one.span.line, one.span.column) for one in wrong] == (
        [] if key == "offence: never" else [(3, 14)]
    )


@given(
    st.binary(max_size=120)
    | st.sampled_from(GLOSSARY.split()).map(lambda word: GLOSSARY.replace(word, "[{}]").encode())
)
def test_arbitrary_data_never_raises(data: bytes) -> None:
    """A file gives entries and problems, whatever is in it."""
    for name in ("glossary", "services", "law-timeline"):
        reference, problems = read_reference({f"data/{name}.yaml": data}, BOTH, LOCALES)
        assert isinstance(reference, Reference)
        assert isinstance(problems, list)
