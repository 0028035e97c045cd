"""The words of the site itself: ``locales/<lang>.toml`` of this package."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from commonground.model.settings import Grammar, Locale


@cache
def read_locales() -> Mapping[str, Locale]:
    """
    Return the locales that the program brings along, by language, English first.

    Raises: tomllib.TOMLDecodeError: A file of the program itself is broken.
    """
    found = {}
    folder = files("commonground") / "locales"
    for entry in sorted(folder.iterdir(), key=lambda entry: (entry.name != "en.toml", entry.name)):
        if entry.name.endswith(".toml"):
            language = entry.name.removesuffix(".toml")
            found[language] = _locale(language, tomllib.loads(entry.read_text(encoding="utf-8")))
    return found


def _locale(language: str, words: dict[str, object]) -> Locale:
    sections = words.get("sections")
    return Locale(
        language,
        words,
        {key: str(text) for key, text in sections.items()} if isinstance(sections, dict) else {},
        _texts(words.get("abbreviations")),
        _texts(words.get("mention_words")),
        _lists(words.get("claims")),
        _texts(words.get("quotation_words")),
        _texts(words.get("mention_lists")),
        _texts(words.get("list_joints")),
        _grammar(words),
        _pairs(words.get("jargon")),
        _texts(words.get("explaining_words")),
        _lists(words.get("placeholders")),
        _texts(words.get("frequent_words")),
    )


def _lists(value: object) -> dict[str, tuple[str, ...]]:
    return {key: _texts(listed) for key, listed in value.items()} if isinstance(value, dict) else {}


def _pairs(value: object) -> dict[str, str]:
    return {key: str(text) for key, text in value.items()} if isinstance(value, dict) else {}


def _grammar(words: Mapping[str, object]) -> Grammar:
    rows = words.get("determiners")
    genders = dict.fromkeys(_texts(words.get("masculine")), "m")
    genders.update(dict.fromkeys(_texts(words.get("feminine")), "f"))
    return Grammar(
        tuple((row[0], row[1], row[2], row[3]) for row in rows) if isinstance(rows, list) else (),
        _texts(words.get("consonant_sounds")),
        genders,
        bool(words.get("possessives")),
        _texts(words.get("small_words")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
