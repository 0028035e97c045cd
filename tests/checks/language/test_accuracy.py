"""How often the word rules are right, on labelled sentences: what the site says is what is measured."""

import re

import pytest

from commonground.read.locales import read_locales

from .labelled import Sentence, measure, sentences


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


@pytest.mark.parametrize("page", ["en", "fr"])
def test_site_says_what_is_measured(page):
    """Sentences, precision and recall of each language, as the site gives them, are those of today, rounded down."""
    said = [int(number) for number in re.findall(r"\d+", read_locales()[page].say("checks.accuracy"))]
    measured = []
    for language in ("en", "fr"):
        outcome = measure(language)
        measured += [outcome.sentences, int(100 * outcome.whole.precision), int(100 * outcome.whole.recall)]
    assert said[:6] == measured


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rules_stay_as_good_as_they_are(language):
    """A change that brings many false alarms or misses is noticed."""
    whole = measure(language).whole
    assert whole.precision >= 0.9
    assert whole.recall >= 0.95
