"""What is measured of claims and figures that texts repeat, and that nothing of it is said by luck."""

import pytest

from .labelled_repeated import FOLDER, measure, repeated, sentences

LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_many_stay_silent(language: str) -> None:
    """There are two hundred sentences that should get a remark, and as many that must not."""
    wanted = [bool(one.keys) for one in sentences(language)]
    assert sum(wanted) == len(wanted) - sum(wanted) == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_remarks_are_right(language: str) -> None:
    """On sentences that no pattern was mended by, at least 95 of 100 remarks lead where they should."""
    _, held_out = measure(language)
    assert held_out.score.right / (held_out.score.right + held_out.score.false) >= 0.95
    assert held_out.score.right / (held_out.score.right + held_out.score.missed) >= 0.8


def test_a_claim_taken_back_is_left_alone() -> None:
    """The next sentence may say that it is not so."""
    claim = "Prostitution is illegal in Canada."
    assert repeated("en", claim)
    assert not repeated("en", f"{claim} That is not true.")
    assert repeated("en", f"{claim} That is why she stopped.")


def test_another_share_in_digits_is_none_of_ours() -> None:
    """Three in ten stands for 31%; 30% does not."""
    assert not repeated("en", "In Canada, 30% of sex workers cannot call 911.")
    assert repeated("en", "In Canada, 31% of sex workers cannot call 911.")


def test_the_sentences_say_that_they_are_invented() -> None:
    """Whoever opens the files reads first that nobody said what stands in them."""
    for language in LANGUAGES:
        assert "invented" in (FOLDER / f"{language}.txt").read_text(encoding="utf-8")[:900]
