"""The language rules for other programs: complete, as their schema says, and enough to find what the checks find."""

import json

import jsonschema
import pytest

from commonground.export.language_rules import files as language_files
from commonground.model.corpus import Corpus


@pytest.fixture(scope="module")
def written(project: Corpus) -> dict[str, bytes]:
    return dict(language_files(project, ""))


def test_every_language_has_a_file(project, written):
    """One file a language, and the schema beside them."""
    assert set(written) == {
        "data/language/schema.json",
        *(f"data/language/{code}.json" for code in project.terms),
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_file_follows_its_schema(language, written):
    """The schema knows every key, and a file with one key too many breaks it."""
    schema = json.loads(written["data/language/schema.json"])
    whole = json.loads(written[f"data/language/{language}.json"])
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(whole)
    whole["forms"][0]["colour"] = "red"
    assert not validator.is_valid(whole)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_file_holds_every_form_and_rule(language, project, written):
    """No form, name or reason is lost on the way."""
    whole = json.loads(written[f"data/language/{language}.json"])
    rules = project.terms[language]
    assert [rule["id"] for rule in whole["rules"]] == [rule.rule_id for rule in rules]
    assert [rule["why"] for rule in whole["rules"]] == [rule.why for rule in rules]
    listed = [(form["rule"], form["written"]) for form in whole["forms"] if "capitals" not in form]
    assert listed == [(place, form) for place, rule in enumerate(rules) for form in rule.avoid]
    assert all(form["find"] == form["find"].lower() for form in whole["forms"])


def test_files_are_the_same_each_time(project, written):
    """The same rules give the same bytes."""
    assert dict(language_files(project, "")) == written
