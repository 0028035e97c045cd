"""Whether the language folders are whole: what every language must be able to say, it can."""

from collections.abc import Iterator
from functools import cache
from string import Formatter

from commonground.languages import FIRST, FOLDER, Language, read_languages
from commonground.languages.words import is_words
from commonground.own_files import refuse

_NEEDED = ("site", "articles", "words", "typography", "numbers")
"""The parts without which no page can be read or shown."""


@cache
def refuse_broken_languages(codes: tuple[str, ...]) -> None:
    """
    Read every part of some languages.

    Raises: BrokenOwnFile: A file is broken, or lacks a text that ``FIRST`` has.
    """
    known = read_languages()
    languages = [known[code] for code in dict.fromkeys((FIRST, *codes)) if code in known]
    refuse(fault for language in languages for fault in _faults(language))
    refuse(fault for language in languages for fault in _differences(language, languages[0]))


def _faults(language: Language) -> Iterator[str]:
    path = f"{FOLDER}/{language.code}"
    if lacking := [name for name in _NEEDED if not language.has_part(name)]:
        yield from (language.lacks(name) for name in lacking)
        return
    articles, site = language.part("articles"), language.part("site")
    for key in ("sections", "skeleton"):
        table = articles.get(key, {})
        if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
            yield f'{path}/articles.toml: [{key}] must be a table of texts, one a line: name = "Text".'
    for name, key, table in (
        ("articles", "placeholders", articles.get("placeholders", {})),
        ("site", "own_figures", site.get("own_figures", {})),
    ):
        if not isinstance(table, dict) or not all(map(is_words, table.values())):
            yield f'{path}/{name}.toml: [{key}] must be a table of lists of words: name = ["one", "two"].'
    _ = language.words, language.typography  # each refuses its own file


def _differences(language: Language, model: Language) -> Iterator[str]:
    """Yield where a language cannot say what another one says: a text is missing, or has other places to fill in."""
    path, other = f"{FOLDER}/{language.code}", f"{FOLDER}/{model.code}"
    texts = dict(language.texts())
    for key, text in texts.items():
        if _places(text) is None:
            yield f"{path}: {key} has a brace that opens or closes nothing. Write {{name}} for a place, and no other brace."
    for key, text in model.texts():
        if key not in texts:
            yield f"{path} has no text {key}. {other} has: {text!r}."
        elif None not in (mine := _places(texts[key]), its := _places(text)) and mine != its:
            yield f"{path}: {key} must have the places {sorted(its or ())}, as in {other}; it has {sorted(mine or ())}."


def _places(text: str) -> set[str] | None:
    """Return the names in braces, None where they are not paired."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
