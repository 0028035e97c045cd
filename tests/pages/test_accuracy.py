"""The page says how often the word rules are right, in its own language, from what was measured."""

import pytest

from commonground.languages import read_languages
from commonground.pages import accuracy

MEASURED = {
    "labelled": {
        "en": {
            "sentences": 1200,
            "all": {"right": 9, "false": 1, "missed": 3},
            "subjects": {
                "people": {"right": 7, "false": 1, "missed": 0},
                "law": {"right": 2, "false": 0, "missed": 3},
            },
        },
        "fr": {
            "sentences": 304,
            "all": {"right": 2, "false": 1, "missed": 0},
            "subjects": {"law": {"right": 2, "false": 1, "missed": 0}},
        },
    },
    "claims": {
        "en": {"sentences": 40, "right": 13, "false": 2, "missed": 7},
        "fr": {"sentences": 40, "right": 12, "false": 5, "missed": 8},
    },
    "repeated": {
        "en": {"sentences": 200, "right": 89, "false": 1, "missed": 11},
        "fr": {"sentences": 200, "right": 93, "false": 2, "missed": 7},
    },
    "repeated_published": {
        "en": {"sentences": 52, "right": 4, "false": 0, "missed": 9},
        "fr": {"sentences": 30, "right": 2, "false": 0, "missed": 3},
    },
    "first_readings": {
        "published": {
            "en": {"sentences": 40, "right": 30, "false": 1, "missed": 4},
            "fr": {"sentences": 38, "right": 20, "false": 0, "missed": 2},
        },
        "invented": {
            "en": {"sentences": 60, "right": 25, "false": 8, "missed": 1},
            "fr": {"sentences": 85, "right": 36, "false": 6, "missed": 1},
        },
    },
    "ordinary": {"en": {"words": 45678, "alarms": 5}, "fr": {"words": 8765, "alarms": 1}},
    "elsewhere": {"en": {"words": 12345, "alarms": 3}, "fr": {"words": 9876, "alarms": 0}},
}


@pytest.fixture
def blocks():
    """Return the page's blocks by language, made from the numbers above."""
    return {
        language: list(accuracy.accuracy(MEASURED, locale)) for language, locale in read_languages().items()
    }


def test_nothing_is_said_where_nothing_was_measured():
    """Another site's rules are not ours."""
    assert list(accuracy.accuracy({}, read_languages()["en"])) == []


def test_both_languages_stand_in_the_sentence(blocks):
    """Percents are rounded down, so that the site never promises more than was measured."""
    assert blocks["en"][0].startswith(
        "On 1,200 invented English sentences, 90% of the reports are right, and 75% of the marked words are found."
        " On 304 French ones, 66% and 100%."
    )
    assert "90\u00a0% des signalements sont justes" in blocks["fr"][0]


def test_each_subject_has_a_row_of_counts(blocks):
    """A row says how many of how many, for a percent of five words would mislead; the last row is the whole."""
    assert blocks["en"][2].splitlines()[2:] == [
        "| people | 7 of 8 | 7 of 7 |",
        "| law | 2 of 2 | 2 of 5 |",
        "| All | 9 of 10 | 9 of 12 |",
    ]
    assert blocks["fr"][2].splitlines()[2] == "| law | 2 sur 3 | 2 sur 2 |"


def test_first_readings_are_told_in_counts(blocks):
    """How many of how many, for each kind of sentence and each language."""
    assert "In 40 English sentences that newspapers" in blocks["en"][3]
    assert "30 of 31 reports were right, and 30 of 34 words were found" in blocks["en"][3]
    assert "36 sur 42 fois en français" in blocks["fr"][3]


def test_ordinary_texts_are_counted_in_words(blocks):
    """Numbers are written as the language writes them."""
    assert "On 45,678 words of English news" in blocks["en"][4]
    assert "sur 8\u00a0765 mots en français, 1." in blocks["fr"][4]


def test_other_texts_are_counted_in_words(blocks):
    """Numbers are written as the language writes them."""
    assert "12,345 words" in blocks["en"][5]
    assert "gave 3 reports" in blocks["en"][5]
    assert "12\u00a0345 mots" in blocks["fr"][5]


def test_the_guess_at_uncited_claims_is_told(blocks):
    """Both languages in a sentence, rounded down."""
    assert (
        "On 40 invented English sentences that it was not made from, 86% of its reports are right"
        in blocks["en"][6]
    )
    assert "70\u00a0% de ses signalements sont justes" in blocks["fr"][6]


def test_remarks_on_claims_are_told(blocks):
    """How many lead where they should, on sentences held out and on published ones."""
    told = blocks["en"][-1]
    assert "98% of its remarks" in told
    assert "89% of the sentences" in told
    assert "4 of 13" in told
    assert "2 sur 5" in blocks["fr"][-1]
