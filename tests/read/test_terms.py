"""Rule files: what a rule says, and one clear problem for what it cannot say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.term import Near, TermRule
from commonground.read.terms import read_terms

from ..said import said

ROOT = Path(__file__).parents[2]

RULE = """\
- id: john
  avoid: ["john", "johns"]
  prefer: ["client", "clients"]
  why: "It is a nickname."
  level: warning
  examples: {wrong: Johns pay., right: Clients pay.}
"""


def read(text: str) -> tuple[tuple[TermRule, ...], list[Problem]]:
    """Read an English rule file."""
    return read_terms("language/en.yaml", text.encode(), "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_rules_have_no_fault(language: str) -> None:
    """Every rule that we publish loads, and shows both of its examples."""
    path = f"language/{language}.yaml"
    rules, problems = read_terms(path, (ROOT / path).read_bytes(), language)
    assert problems == []
    assert rules
    assert all(rule.wrong and rule.right for rule in rules)


def test_a_rule_keeps_everything_it_says() -> None:
    """Conditions go by form, and names in examples of an exception are left alone."""
    extra = (
        '  except: ["in a title (for example Elton John Songs, the John School Act, a bad date list)"]\n'
        "  near:\n"
        "    - {forms: [john], any: [buy*, client], examples: {right: The john flushed.}}\n"
        "    - {none: [Elton], examples: {right: Elton met johns.}}\n"
        "  cased: [john]\n"
        "  names: [John Lowman]\n"
    )
    rules, problems = read(RULE + extra)
    assert problems == []
    (rule,) = rules
    assert rule.near == {"john": Near(("buy*", "client"), ()), "": Near((), ("Elton",))}
    assert rule.names == ("John Lowman", "Elton John Songs", "John School Act")
    assert rule.cased == ("john",)
    assert (rule.wrong, rule.right) == ("Johns pay.", "Clients pay.")
    assert (rule.level, rule.path, rule.span) == (Level.WARNING, "language/en.yaml", Span(1, 7, 1, 11))
    assert rule.preferred("johns") == ("clients",)


def test_french_articles_are_no_part_of_a_name() -> None:
    """«la Loi sur les Indiens» is the name «Loi sur les Indiens»."""
    text = RULE + '  except: ["dans un titre (par exemple la Loi sur les Indiens, l\'Office des prix)"]\n'
    (rule,), _ = read_terms("language/fr.yaml", text.encode(), "fr")
    assert rule.names == ("Loi sur les Indiens", "Office des prix")


@pytest.mark.parametrize(
    ("text", "place", "rule", "words"),
    [
        pytest.param(
            RULE.replace("warning", "warn"), (5, 10), "invalid-rules", 'Did you mean "warning"?', id="level"
        ),
        pytest.param(
            RULE.replace("why:", "wy:"), (4, 3), "unknown-key", 'Did you mean "why"?', id="unknown-key"
        ),
        pytest.param(
            RULE.replace('["john", "johns"]', "john"), (2, 10), "invalid-rules", "a list", id="no-list"
        ),
        pytest.param(
            RULE.replace('["john", "johns"]', "[]"), (2, 10), "invalid-rules", "is empty", id="no-form"
        ),
        pytest.param(
            RULE.replace("id: john", "id: a rule"), (1, 7), "invalid-rules", "hyphens", id="id-with-space"
        ),
        pytest.param(RULE.replace("johns", "john"), (2, 19), "invalid-rules", "twice", id="form-twice"),
        pytest.param(RULE + RULE, (7, 7), "invalid-rules", "first on line 1", id="id-twice"),
        pytest.param(
            RULE + "  cased: [jon]\n", (7, 11), "invalid-rules", '"jon" is not among', id="cased-other"
        ),
        pytest.param(
            RULE + "  near: [{forms: [jon], any: [x], examples: {right: Jon.}}]\n",
            (7, 19),
            "invalid-rules",
            "jon",
            id="near-other",
        ),
        pytest.param(
            RULE + "  near: [{forms: [john], examples: {right: Jon.}}]\n",
            (7, 10),
            "invalid-rules",
            "says nothing",
            id="near-empty",
        ),
        pytest.param(RULE + "  replaces: [jhon]\n", (7, 14), "invalid-rules", '"jhon"', id="replaces-nobody"),
        pytest.param(RULE + "  sources: [a b]\n", (7, 13), "invalid-rules", "platt2018", id="source-id"),
        pytest.param("rules: here\n", (1, 1), "invalid-rules", "a list", id="not-a-list"),
        pytest.param(RULE + "- text\n", (7, 3), "invalid-rules", "entry 2", id="not-a-rule"),
        pytest.param(
            RULE.replace(", right: Clients pay.", ""),
            (6, 14),
            "invalid-rules",
            '"right" is missing',
            id="half",
        ),
        pytest.param(
            RULE.replace("  examples: {wrong: Johns pay., right: Clients pay.}\n", ""),
            (1, 3),
            "invalid-rules",
            '"examples" is missing',
            id="no-examples",
        ),
        pytest.param(
            RULE + "  near: [{any: [x]}]\n",
            (7, 11),
            "invalid-rules",
            '"examples" is missing',
            id="condition-without-example",
        ),
        pytest.param(
            RULE + "  names: [2]\n", (7, 11), "invalid-rules", "quotation marks", id="number-for-text"
        ),
    ],
)
def test_a_wrong_rule_is_one_problem_in_its_place(
    text: str, place: tuple[int, int], rule: str, words: str
) -> None:
    """The writer of a rule sees where it goes wrong and what to write."""
    _, problems = read(text)
    found = [(one.span.line, one.span.column, one.rule) for one in problems]
    assert found == [(*place, f"input/{rule}")]
    assert any(words in said(one) for one in problems)


def test_what_is_right_still_holds() -> None:
    """A fault in one rule does not switch off the others, nor that rule."""
    rules, problems = read(
        RULE.replace("warning", "warn") + RULE.replace("john", "punter").replace("Johns", "Punters")
    )
    assert [rule.id for rule in rules] == ["john", "punter"]
    assert len(problems) == 1


def test_an_empty_rule_file_has_no_rules() -> None:
    """A language may start without rules."""
    assert read("# none yet\n") == ((), [])


@given(
    st.binary(max_size=120)
    | st.sampled_from(RULE.split()).map(lambda word: RULE.replace(word, "[{}]").encode())
)
def test_arbitrary_files_never_raise(data: bytes) -> None:
    """A rule file gives rules and problems, whatever is in it."""
    rules, problems = read_terms("language/en.yaml", data, "en")
    assert isinstance(rules, tuple)
    assert isinstance(problems, list)
