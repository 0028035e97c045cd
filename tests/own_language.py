"""The languages as our own texts are read: with the words of our subject, which ``commonground.toml`` adds."""

from functools import cache
from pathlib import Path

from commonground.languages import Language, read_languages
from commonground.read.settings import PATH, read_settings


@cache
def own_language(code: str) -> Language:
    """Return a language with the site's own words."""
    data = (Path(__file__).parents[1] / PATH).read_bytes()
    settings, _ = read_settings(data, (), read_languages(), with_figures=False)
    return read_languages()[code].with_words(settings.own_words.get(code, {}))
