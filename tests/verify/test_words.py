"""What the site itself says carries no figure but those that its locale lists, text by text."""

import pytest

from commonground.languages import Language, read_languages
from commonground.model.corpus import Corpus
from commonground.read.figures import find_figures

from ..conftest import TODAY
from .conftest import Verify

READ = {code: language for code, language in read_languages().items() if language.has_part("numbers")}


@pytest.mark.parametrize("locale", READ.values(), ids=READ)
def test_each_figure_of_a_locale_is_listed_and_stands(locale: Language) -> None:
    """The list names every figure of every text, in order, and nothing else."""
    found = {
        key: tuple(figure.text for figure in find_figures(text, locale.code)) for key, text in locale.texts()
    }
    assert {key: figures for key, figures in found.items() if figures} == locale.own_figures


def site_that_says(text: str, **listed: list[str]) -> Corpus:
    """Return a corpus whose English pages have a tagline of their own."""
    english = read_languages()["en"]
    texts = english.part("site")
    assert isinstance(texts["site"], dict)
    changed = Language(
        "en",
        {
            "articles": english.part("articles"),
            "words": english.part("words"),
            "typography": english.part("typography"),
            "site": {
                **texts,
                "site": {**texts["site"], "tagline": text},
                "own_figures": {
                    **{key: list(figures) for key, figures in english.own_figures.items()},
                    **listed,
                },
            },
        },
    )
    return Corpus(languages=("en",), today=TODAY, locales={"en": changed})


def test_a_figure_that_a_locale_does_not_list_stops_the_build(verified: Verify) -> None:
    """Nobody can slip a number in through a button or a tagline."""
    text = "Of all lamps, 87% are lit."
    (problem,) = verified(f"<p>{text}</p>", corpus=site_that_says(text))
    assert problem.rule == "site/unread-figure"
    assert verified(f"<p>{text}</p>", corpus=site_that_says(text, **{"site.tagline": ["87%"]})) == []
