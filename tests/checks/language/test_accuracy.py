"""How often the word rules are right, on labelled sentences: what the site says is what is measured."""

import json

import pytest

from ...conftest import ROOT
from .labelled import Sentence, measure, measure_held_out, rules_of, sentences, subjects

MEASURED = json.loads((ROOT / "language/accuracy.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_labelled_sentences_are_many_and_mixed(language):
    """At least 300 sentences a language, of five kinds, a good part of them without any use."""
    listed = list(sentences(language))
    assert len(listed) >= 300
    assert {one.kind for one in listed} == {"ordinary", "legal", "academic", "quoted", "other senses"}
    assert 0.3 < sum(not one.uses for one in listed) / len(listed) < 0.8
    assert len({one.text for one in listed}) == len(listed)


def test_marks_are_read_as_labelled():
    """Braces hold words and rule; what is left is the sentence."""
    first = next(iter(sentences("en")))
    assert first == Sentence(
        "ordinary",
        "The prostitute who called 911 was asked for her own papers first.",
        ((4, 14, "prostitute-as-noun", False),),
        first.line,
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_site_shows_what_is_measured(language):
    """The file behind the page is that of today; else run: python -m benchmarks.language_accuracy --write."""
    assert MEASURED["labelled"][language] == measure(language).published()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_has_a_subject_with_a_name(language):
    """Readers see rules by subject, each named in both languages; a subject has its rules in both."""
    assert {rule.subject for rule in rules_of(language)} == set(subjects())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rules_stay_as_good_as_they_are(language):
    """A change that brings many false alarms or misses is noticed."""
    whole = measure(language).whole
    assert whole.precision >= 0.9
    assert whole.recall >= 0.95


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sentences_of_names_titles_and_senses_stay_as_good_as_they_are(language):
    """Sentences of which half look like uses and are none: names, titles, everyday senses, quotations."""
    listed = list(sentences(language, held_out=True))
    assert len(listed) >= 300
    assert sum(not one.uses for one in listed) > len(listed) / 2
    whole = measure_held_out(language).whole
    assert whole.precision >= 0.95
    assert whole.recall >= 0.9
