"""
Says what the program has to say, in one language: the catalogue ``<code>/messages.toml``.

A catalogue is read section by section, when something has to be said, so that a run without problems stays quick.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import cast

from commonground.languages import FIRST, FOLDER, own_files, read_languages
from commonground.languages.message import Message, Series, SiteText, Translated, Value, texts_of
from commonground.languages.own_files import refuse

_text = texts_of(__name__)

FALLBACK = FIRST
"""What is said where a language has no catalogue; reports name such languages (see ``unspoken``)."""

Forms = str | Mapping[str, str]
"""A text, or its plural forms by CLDR's names: ``one``, ``other``."""

_FILE = "messages.toml"
_HEADER = re.compile(r'^\[(?:"([^"\n]+)"|([^"\]\n]+))\][ ]*$', re.MULTILINE)
_FORMATTER = Formatter()


def say(value: Value, language: str) -> str:
    """
    Return a text, or anything that is filled in, in a language.

    Raises: BrokenOwnFile: The catalogue lacks it. (A test holds all catalogues together.)
    """
    match value:
        case Message():
            return _said(value, language)
        case Series():
            return _row([say(item, language) for item in value.items], value.joint, language)
        case Translated():
            known = {code: text for code, text in value.texts if text}
            return known.get(language) or next(iter(known.values()), "")
        case SiteText():
            return read_languages()[spoken(language)].say(value.key).lower()
    return str(value)


def _said(message: Message, language: str) -> str:
    section, _, name = message.key.rpartition(".")
    code, values = spoken(language), dict(message.values)
    try:
        forms = section_texts(code, section)[name]
    except KeyError:
        refuse(
            [
                _text(
                    "no-text",
                    path=f"{FOLDER}/{code}/{_FILE}",
                    key=message.key,
                    model=f"{FOLDER}/{FIRST}/{_FILE}",
                )
            ]
        )
    chosen = forms if isinstance(forms, str) else forms[_plural(code, cast("int", values["n"]), forms)]
    return _FORMATTER.vformat(chosen, (), {key: say(value, language) for key, value in values.items()})


@cache
def spoken(language: str) -> str:
    """Return the language that is said for another: itself, or the fallback where it has no catalogue."""
    return language if language and _file(language).is_file() else FALLBACK


def unspoken(languages: Iterable[str]) -> list[str]:
    """Return those of some languages that have no catalogue."""
    return sorted({language for language in languages if language and spoken(language) != language})


def catalogues() -> tuple[str, ...]:
    """Return the languages that have a catalogue, by code."""
    folders = (own_files.PACKAGE / FOLDER).iterdir()
    return tuple(sorted(folder.name for folder in folders if _file(folder.name).is_file()))


def explained() -> tuple[str, ...]:
    """Return the ids of the rules that the catalogue explains."""
    return tuple(name for name, text in _sections(FALLBACK).items() if "\nrule = " in text)


def _file(language: str) -> Path:
    return own_files.PACKAGE / FOLDER / language / _FILE


@cache
def section_texts(language: str, section: str) -> Mapping[str, Forms]:
    """Return the texts of a section by name."""
    part = _sections(language)[section]
    return cast("Mapping[str, Forms]", tomllib.loads(part))


@cache
def _sections(language: str) -> Mapping[str, str]:
    """Return the lines of each section of a catalogue, unread: a text has one line, so that no text begins one."""
    whole = _file(language).read_text(encoding="utf-8")
    headers = list(_HEADER.finditer(whole))
    ends = [header.start() for header in headers[1:]] + [len(whole)]
    return {
        header[1] or header[2]: whole[header.end() : end] for header, end in zip(headers, ends, strict=True)
    }


def _row(items: list[str], joint: str, language: str) -> str:
    joints = section_texts(spoken(language), "lists")
    comma, last = str(joints["comma"]), str(joints[joint])
    if joint not in ("and", "or"):
        return last.join(items)
    return last.join([comma.join(items[:-1]), items[-1]] if len(items) > 2 else items)


def _plural(language: str, number: int, forms: Mapping[str, str]) -> str:
    """Return the CLDR name of the form for a number; a catalogue lists the numbers of each but ``other``."""
    for name, numbers in section_texts(language, "plurals").items():
        if name in forms and number in cast("list[int]", numbers):
            return name
    return "other"
