"""The settings of the site have the keys and values of their format, and name pages that are there."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what the reader met, then each page that the settings name and nobody wrote."""
    yield from corpus.met("input/invalid-settings")
    keys = {key for _, key in corpus.pages.values()}
    for key, span in corpus.settings.places.items():
        if key not in keys:
            yield _problem(
                "commonground.toml", span, _text("no-page", key=key, language=corpus.default_language)
            )
