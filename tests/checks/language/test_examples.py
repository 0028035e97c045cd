"""Each term rule catches its own wrong example, and leaves its right one alone."""

import re
from pathlib import Path

import pytest
import yaml

from commonground.model.problem import Level

from ...said import said

LANGUAGE = Path(__file__).parents[3] / "language"
RULES = [
    pytest.param(path.stem, rule, id=f"{path.stem}-{rule['id']}")
    for path in sorted(LANGUAGE.glob("??.yaml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))
    if "id" in rule
]


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_wrong_example_is_reported(language, rule, reported, term_rules):
    """A rule, or one that replaces it, reports its wrong example at its own level or a stricter one."""
    replacing = {other.id for other in term_rules[language] if rule["id"] in other.replaces}
    wanted = {f"language/{id}" for id in (rule["id"], *replacing)}
    found = [problem for problem in reported(language, rule["examples"]["wrong"]) if problem.rule in wanted]
    assert found
    assert rule["level"] == "suggestion" or any(problem.level is not Level.SUGGESTION for problem in found)


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_right_example_is_left_alone(language, rule, reported):
    """What a rule proposes breaks no rule: no error, no warning, and nothing of its own."""
    found = reported(language, rule["examples"]["right"])
    assert [p for p in found if p.level is not Level.SUGGESTION or p.rule == f"language/{rule['id']}"] == []


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_replacements_are_themselves_allowed(language, rule, reported):
    """No replacement that a rule offers is an error or a warning of any rule."""
    offered = "\n\n".join(option for option in rule["prefer"] if not option.startswith("("))
    assert [problem for problem in reported(language, offered) if problem.level is not Level.SUGGESTION] == []


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_every_form_can_be_found(language, rule, reported, term_rules):
    """Each form is reported in some sentence: alone, or beside a word that its rule asks for."""
    (whole,) = (other for other in term_rules[language] if other.id == rule["id"])
    tried = "\n\n".join(sentence for form in rule["avoid"] for sentence in _sentences(whole, form))
    found = {
        (problem.rule, said(problem).partition('":')[0].lstrip('"')) for problem in reported(language, tried)
    }
    written = {text.replace("’", "'").lower() for id, text in found if id == f"language/{rule['id']}"}
    assert [form for form in rule["avoid"] if form.lower() not in written] == []


def _sentences(rule, form):
    near = rule.near.get(form) or rule.near.get("")
    asked = (
        [re.sub(r"\(([^|)]*)[^)]*\)", r"\1", phrase).replace("…", "") for phrase in near.any] if near else []
    )
    return [f"{form}, {words.replace('*', '')}." for words in asked] or [f"{form}."]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("quoted", ["“{}”", "«\u00a0{}\u00a0»", "« {} »", '"{}"', "`{}`"])
def test_quoted_forms_are_left_alone(language, quoted, reported, term_rules):
    """Whatever the form, between a pair of quotation marks or as code it is not ours."""
    forms = [form for rule in term_rules[language] for form in rule.avoid]
    said = {"en": "He wrote {} once.", "fr": "Il a écrit {} une fois."}[language]
    spoken = "\n\n".join(said.format(quoted.format(form)) for form in forms)
    assert [said(problem) for problem in reported(language, spoken)] == []
