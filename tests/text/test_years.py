"""The years that a text names."""

import pytest

from commonground.languages import read_languages
from commonground.text.years import years


def spelled(text: str, language: str) -> set[int]:
    """Return the years of a text by the spans of a language."""
    return years(text, read_languages()[language].words.claims["spans_of_years"])


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "A survey of 2014 asked.", 2014, 2014),
        ("en", "It ran in 2010–2013.", 2010, 2013),
        ("en", "It ran in 2010-13.", 2010, 2013),
        ("en", "It ran from 2010 to 2013.", 2010, 2013),
        ("en", "Between 2010 and 2013 it ran.", 2010, 2013),
        ("en", "It ran in the 2010s.", 2010, 2019),
        ("fr", "De 2010 à 2013, elle a duré.", 2010, 2013),
        ("fr", "Entre 2010 et 2013, elle a duré.", 2010, 2013),
        ("fr", "Dans les années 1990, elle a duré.", 1990, 1999),
        ("fr", "Dans les années 90, elle a duré.", 1990, 1999),
        ("es", "De 2010 a 2013 duró.", 2010, 2013),
        ("es", "Entre 2010 y 2013 duró.", 2010, 2013),
        ("es", "En los años 90 duró.", 1990, 1999),
    ],
)
def test_a_span_has_every_year_in_it(language: str, text: str, first: int, last: int) -> None:
    """Both ends, and what lies between."""
    assert spelled(text, language) == set(range(first, last + 1))


@pytest.mark.parametrize(
    "text", ["Of 1,939 people 20 came.", "It is 2.2010.", "Call 12014.", "It rose in 2010 and 2013."]
)
def test_what_is_no_span(text: str) -> None:
    """Amounts are no years, and two years beside each other no span."""
    assert spelled(text, "en") <= {2010, 2013}
