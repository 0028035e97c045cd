"""The project's own rules of form: each finds its wrong example and leaves its right one alone, and readers never see them."""

from pathlib import Path

import pytest

from commonground.export.language_rules import files as language_files
from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.matching.engine import Engine
from commonground.model.passage import Kind
from commonground.read.prose import inline_passage
from commonground.read.terms import read_terms

PATH = "language/style-fr.yaml"
FRENCH = read_languages()["fr"]
RULES, PROBLEMS = read_terms(PATH, (Path(__file__).parents[3] / PATH).read_bytes(), "fr", FRENCH)
ENGINE = Engine(compile_terms(RULES, FRENCH))


def found_in(text):
    """Return the ids of the rules that report a text."""
    passage = inline_passage(text, path="-", language="fr", locale=FRENCH, place=(1, 1), kind=Kind.PARAGRAPH)
    return [one.rule.id for one in ENGINE.find(passage)]


def test_the_rules_are_read_without_a_fault():
    """All have the format of the word rules."""
    assert PROBLEMS == []
    assert len(RULES) >= 25


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule):
    """The wrong sentence breaks this rule and no other; the right ones break none."""
    assert set(found_in(rule.wrong)) == {rule.id}
    assert [found_in(one.passage.text) for one in rule.examples if not one.wrong] == [
        [] for one in rule.examples if not one.wrong
    ]


@pytest.mark.parametrize("form", [form for rule in RULES if not rule.near for form in rule.avoid])
def test_every_form_without_a_condition_is_found(form):
    """Each form is reported where it stands alone."""
    assert found_in(f"Voici {form} ici." if form[0].isalnum() else f"Les client{form} attendent.")


def test_readers_do_not_see_them(project):
    """They are no part of what the guide and the draft checker load."""
    exported = b"".join(data for _, data in language_files(project, ""))
    assert all(f'"{rule.id}"'.encode() not in exported for rule in RULES)
    assert project.house_style["fr"]
