"""Whether the language folders are whole: what every language must be able to say, it can."""

from collections.abc import Iterator
from functools import cache
from string import Formatter

from commonground.languages import FIRST, FOLDER, READ_BY, SHOWN_BY, Language, read_languages
from commonground.languages.message import Message, Series, listed, texts_of
from commonground.languages.own_files import Table, no_lists, no_texts, refuse
from commonground.languages.words import is_words

_text = texts_of(__name__)

_NEEDED = (*SHOWN_BY, "articles")
"""The parts without which no page can be shown, or begun; what else is missing is told of its pages."""

_ALL = (*SHOWN_BY, *READ_BY, "messages", "search")


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


def missing(language: Language) -> Iterator[Message]:
    """Yield what a language lacks to be read and shown like ``FIRST``: parts, then texts, then lists of words."""
    model, path = read_languages()[FIRST], f"{FOLDER}/{language.code}"
    yield from (language.lacks(name) for name in _ALL if not language.has_part(name))
    said = {key for key, _ in language.texts()}
    unsaid = [key for key, _ in model.texts() if key not in said]
    if unsaid:
        yield _text("unsaid", path=path, count=len(unsaid), all=len(dict(model.texts())), first=unsaid[0])
    if language.has_part("words"):
        own = set(_keys(language.part("words")))
        unlisted = [key for key in _keys(model.part("words")) if key not in own]
        if unlisted:
            yield _text(
                "unlisted",
                path=f"{path}/words.toml",
                keys=listed(unlisted),
                model=f"{FOLDER}/{FIRST}/words.toml",
            )


def _keys(table: Table) -> Iterator[str]:
    """Yield the keys of a table and of those in it, dotted; a term of ``jargon`` is a word, not a key."""
    for key, value in table.items():
        yield key
        if isinstance(value, dict) and key != "jargon":
            yield from (f"{key}.{name}" for name in value)


def _faults(language: Language) -> Iterator[Message]:
    path = f"{FOLDER}/{language.code}"
    if lacking := [name for name in _NEEDED if not language.has_part(name)]:
        yield from (language.lacks(name) for name in lacking)
        return
    articles, site = language.part("articles"), language.part("site")
    for key in ("sections", "skeleton"):
        table = articles.get(key, {})
        if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
            yield no_texts(f"{path}/articles.toml", key)
    for name, key, table in (
        ("articles", "placeholders", articles.get("placeholders", {})),
        ("site", "own_figures", site.get("own_figures", {})),
    ):
        if not isinstance(table, dict) or not all(map(is_words, table.values())):
            yield no_lists(f"{path}/{name}.toml", key)
    for name in ("words", "reading", "law", "typography"):
        if language.has_part(name):
            getattr(language, name)  # each refuses its own file


def _differences(language: Language, model: Language) -> Iterator[Message]:
    """Yield where a language cannot say what another one says: a text is missing, or has other places to fill in."""
    path, other = f"{FOLDER}/{language.code}", f"{FOLDER}/{model.code}"
    texts = dict(language.texts())
    for key, text in texts.items():
        if _places(text) is None:
            yield _text("brace", path=path, key=key, place="{name}")
    for key, text in model.texts():
        if key not in texts:
            yield _text("no-text", path=path, key=key, other=other, text=repr(text))
        elif None not in (mine := _places(texts[key]), its := _places(text)) and mine != its:
            yield _text("places", path=path, key=key, other=other, its=_braces(its), mine=_braces(mine))


def _braces(places: set[str] | None) -> Series:
    return listed(f"{{{place}}}" for place in sorted(places or ()))


def _places(text: str) -> set[str] | None:
    """Return the names in braces, None where they are not paired."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
