"""The schema helper: whatever a file holds, the messages name the value and the next step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.schema.forms import DAY, FLAG, NUMBER, SLUG, TEXT
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import ByLanguage, Keys, ListOf, OneOf, Shape
from commonground.read.yaml_file import load

from ..said import said

SCHEMA = Keys(
    required={"id": SLUG, "title": TEXT},
    optional={
        "kind": OneOf(("study", "report")),
        "day": DAY,
        "open": FLAG,
        "share": NUMBER,
        "names": ListOf(TEXT, filled=True, once=True),
        "said": ByLanguage(),
    },
    translated=frozenset({"title"}),
)


def messages(text: str, shape: Shape = SCHEMA) -> list[str]:
    """Return what a writer is told about a file, with its line."""
    node, problems = load("file.yaml", text.encode())
    assert node is not None
    report = Report(node, "input/invalid-data", ("en", "fr"), ("en", "fr"), problems)
    shape.compare(node.value, (), report)
    return [f"{one.span.line}:{one.span.column} {said(one)}" for one in report.problems]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("kind: study", [], id="right"),
        pytest.param("title_fr: x", [], id="translation"),
        pytest.param(
            "kind: studdy", ['3:7 "studdy" is not known as "kind". Did you mean "study"?'], id="close"
        ),
        pytest.param(
            "kind: song", ['3:7 "song" is not known as "kind". Use one of: study, report.'], id="far"
        ),
        pytest.param(
            "open: yes",
            ['3:7 "open" must be true or false; here it is a text. Change it to true or false.'],
            id="flag",
        ),
        pytest.param(
            "share: true",
            ['3:8 "share" must be a number; here it is true or false. Change it to a number.'],
            id="share",
        ),
        pytest.param(
            "day:", ['3:5 "day" is empty. Give it a date such as 2026-11-22, or delete its line.'], id="empty"
        ),
        pytest.param(
            "names: [a, 2.50]",
            ['3:12 item 2 of "names" must be a text. Put 2.50 in quotation marks: "2.50".'],
            id="item",
        ),
        pytest.param(
            "names: [a, a]", ['3:12 "a" stands in the list twice. Delete one of the two.'], id="twice"
        ),
        pytest.param(
            "names: []", ['3:8 "names" is empty. Give it a list, or delete its line.'], id="empty-list"
        ),
        pytest.param(
            "said: {en: a}",
            ['3:8 "fr" is missing in "said". Add a line "fr: …" with a text.'],
            id="language-missing",
        ),
        pytest.param(
            "kidn: study", ['3:1 No key is called "kidn" here. Did you mean "kind"?'], id="unknown-key"
        ),
        pytest.param(
            "zzz: 1",
            [
                '3:1 No key is called "zzz" here. Delete it, or use one of: kind, day, open, share, names, said, '
                "title_en, title_fr."
            ],
            id="strange-key",
        ),
    ],
)
def test_messages_name_the_value_and_the_next_step(line: str, told: list[str]) -> None:
    """Plain words, no types of a programming language."""
    assert messages(f"id: a\ntitle: b\n{line}\n") == told


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    """One slip is one problem."""
    assert messages("id: a\ntitel: b\n") == ['2:1 No key is called "titel" here. Did you mean "title"?']


def test_an_empty_key_that_is_needed_cannot_be_deleted() -> None:
    """The next step is one that helps."""
    assert messages("id: a\ntitle:\n") == ['2:7 "title" is empty. Give it a text.']


def test_a_missing_key_is_told_where_its_mapping_starts() -> None:
    """There is no better place for what is not there."""
    assert messages("kind: study\nid: a\n") == ['1:1 "title" is missing. Add a line "title: …" with a text.']


VALUES = st.recursive(
    st.sampled_from(["a", "2", "true", "''", "2026-11-22", "null", "é"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from(["id", "title", "said", "names", "en", "x"]), inner, max_size=3
        ).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}")
    ),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_fits_or_is_told_in_its_place(text: str) -> None:
    """No shape of file breaks the helper, and every message ends as a sentence does."""
    for told in messages(text):
        assert told.endswith((".", "?"))
