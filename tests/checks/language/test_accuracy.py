"""How often the word rules are right, on labelled sentences: what the site says is what is measured."""

import re

import pytest

from .labelled import ROOT, Sentence, measure, sentences

PAGES = {"en": "docs/en/about/how-we-check.md", "fr": "docs/fr/about/how-we-check.md"}
NAMES = {"en": {"en": "English", "fr": "French"}, "fr": {"en": "Anglais", "fr": "Français"}}


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
def test_site_says_what_is_measured(language):
    """Precision and recall on the page, in both languages, are those of today, rounded down."""
    outcome = measure(language)
    figures = [outcome.sentences, int(100 * outcome.whole.precision), int(100 * outcome.whole.recall)]
    for page, path in PAGES.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        (line,) = re.findall(rf"^- {NAMES[page][language]}, .*$", text, re.MULTILINE)
        assert [int(number) for number in re.findall(r"\d+", line)] == figures


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rules_stay_as_good_as_they_are(language):
    """A change that brings many false alarms or misses is noticed."""
    whole = measure(language).whole
    assert whole.precision >= 0.9
    assert whole.recall >= 0.95
