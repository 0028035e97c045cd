"""Whether the language folders are whole: what every language must be able to say, it can."""

from collections.abc import Iterator
from functools import cache
from string import Formatter

from commonground.languages import FIRST, FOLDER, READ_BY, SHOWN_BY, Language, read_languages
from commonground.languages.words import is_words
from commonground.own_files import Table, refuse

_NEEDED = (*SHOWN_BY, "articles")
"""The parts without which no page can be shown, or begun; what else is missing is told of its pages."""

_ALL = (*SHOWN_BY, *READ_BY, "messages")


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


def missing(language: Language) -> Iterator[str]:
    """Yield what a language lacks to be read and shown like ``FIRST``: parts, then texts, then lists of words."""
    model, path = read_languages()[FIRST], f"{FOLDER}/{language.code}"
    yield from (language.lacks(name) for name in _ALL if not language.has_part(name))
    said = {key for key, _ in language.texts()}
    unsaid = [key for key, _ in model.texts() if key not in said]
    if unsaid:
        yield f"{path}: {len(unsaid)} texts of {len(dict(model.texts()))}, the first {unsaid[0]} (site.toml, articles.toml)."
    if language.has_part("words"):
        own = set(_keys(language.part("words")))
        unlisted = [key for key in _keys(model.part("words")) if key not in own]
        if unlisted:
            yield f"{path}/words.toml has no {', '.join(unlisted)}. What {FOLDER}/{FIRST}/words.toml has there is not looked for; write [] for what the language does not have."


def _keys(table: Table) -> Iterator[str]:
    """Yield the keys of a table and of those in it, dotted; a term of ``jargon`` is a word, not a key."""
    for key, value in table.items():
        yield key
        if isinstance(value, dict) and key != "jargon":
            yield from (f"{key}.{name}" for name in value)


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
    for name in ("words", "reading", "law", "typography"):
        if language.has_part(name):
            getattr(language, name)  # each refuses its own file


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
