"""What the site itself says carries no figure but those that its locale lists, text by text."""

from dataclasses import replace

import pytest

from commonground.model.corpus import Corpus
from commonground.model.settings import Locale
from commonground.read.figures import find_figures
from commonground.read.locales import read_locales

from ..conftest import TODAY
from .conftest import Verify


@pytest.mark.parametrize("locale", read_locales().values(), ids=read_locales())
def test_each_figure_of_a_locale_is_listed_and_stands(locale: Locale) -> None:
    """The list names every figure of every text, in order, and nothing else."""
    found = {
        key: tuple(figure.text for figure in find_figures(text, locale.language))
        for key, text in locale.texts()
    }
    assert {key: figures for key, figures in found.items() if figures} == locale.own_figures


def site_that_says(text: str, **listed: tuple[str, ...]) -> Corpus:
    """Return a corpus whose English pages have a tagline of their own."""
    locale = read_locales()["en"]
    site = locale.words["site"]
    assert isinstance(site, dict)
    words = {**locale.words, "site": {**site, "tagline": text}}
    changed = replace(locale, words=words, own_figures={**locale.own_figures, **listed})
    return Corpus(languages=("en",), today=TODAY, locales={"en": changed})


def test_a_figure_that_a_locale_does_not_list_stops_the_build(verified: Verify) -> None:
    """Nobody can slip a number in through a button or a tagline."""
    text = "Of all lamps, 87% are lit."
    (problem,) = verified(f"<p>{text}</p>", corpus=site_that_says(text))
    assert problem.rule == "site/unread-figure"
    assert verified(f"<p>{text}</p>", corpus=site_that_says(text, **{"site.tagline": ("87%",)})) == []
