"""
What the program knows of each language: one folder a language, ``languages/<code>/``, and ``Language``, the only way in.

A folder holds data, one file a part, read when it is first asked for:

- ``site.toml``: every text of the site's pages. ``articles.toml``: what an article is made of, in this language.
- ``typography.toml``: how texts are set: quotation marks, dates, and the locale of CLDR for numbers and plurals.
- ``numbers.toml``: how numbers are written, and which of them are no figures; ``languages/numbers.toml`` holds for all.
- ``reading.toml``: how hard a text is to read: the formula, syllables, the longest sentence.
- ``law.toml``: how the law is written: labels of provisions, dates, signs, official names.
- ``words.toml``: the words by which texts are read: abbreviations, words of speaking, names, claims.

Another language never stands in for a part that a folder lacks. What is read by such a part is not read, which ``lacking``
names, for checks and pages to say; what is said or set by it is an error with a name (``LacksPart``).
"""

import unicodedata
from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import cast

from commonground.languages import own_files
from commonground.languages.law import Law, law_of
from commonground.languages.message import Message
from commonground.languages.own_files import BrokenOwnFile, Table, read_table
from commonground.languages.reading import Reading, reading_of
from commonground.languages.typography import Typography, typography_of
from commonground.languages.words import Words, lists_of, words_of

FOLDER = "languages"

FIRST = "en"
"""The language that comes first where there are several, and the one of record texts without a language in their key."""

READ_BY = ("numbers", "words", "articles", "reading", "law")
"""The parts by which texts are read."""

SHOWN_BY = ("site", "typography")
"""The parts without which no page can be shown."""

Texts = Mapping[str, Mapping[str, object]]
"""Tables as a file of a language's folder has them, by name."""

_SAID = ("site", "articles")
"""The parts that hold texts."""

_UNSAID = ("own_figures",)
"""Tables in them that hold no text."""


class LacksPart(BrokenOwnFile):
    """A language's folder lacks a part; the message names the file."""


class Language:
    """
    What is known of one language.

    Attributes:
        code: Its code, as the folders of ``docs/`` have it.
    """

    def __init__(
        self, code: str, parts: Mapping[str, Table], own_words: Texts = MappingProxyType({})
    ) -> None:
        """Args: parts: The table of each part by its name: ``site``, ``words`` … own_words: What a site adds to them."""
        self.code = code
        self._parts = parts
        self._own_words = own_words
        self._values: dict[str, object] = {}

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def with_texts(self, texts: Texts) -> "Language":
        """Return the language as it speaks on one site: ``texts`` stand before those of the folder, by table."""
        if not texts or not self.has_part(_SAID[0]):
            return self
        home = {key: part for part in reversed(_SAID) if self.has_part(part) for key in self.part(part)}
        own = {
            part: {key: table for key, table in texts.items() if home.get(key, _SAID[0]) == part}
            for part in _SAID
        }
        said = {part: _merged(self.part(part), own[part]) for part in _SAID if self.has_part(part)}
        parts = ChainMap(said, cast("MutableMapping[str, Table]", self._parts))
        return Language(self.code, parts, self._own_words)

    def with_words(self, own: Texts) -> "Language":
        """Return the language as the texts of one site are read: ``own`` is added to the lists of the folder, by part."""
        return Language(self.code, self._parts, own) if own else self

    def has_part(self, name: str) -> bool:
        """Tell whether the folder has a part."""
        return name in self._parts

    def part(self, name: str) -> Table:
        """
        Return the table of a part.

        Raises: LacksPart: The folder has no such file. BrokenOwnFile: It is no TOML.
        """
        if name not in self._parts:
            raise LacksPart(self.lacks(name))
        own = self._own_words.get(name)
        return _merged(self._parts[name], own, is_added=True) if own else self._parts[name]

    def lacks(self, name: str) -> Message:
        """Return what to say where the folder lacks a part."""
        return own_files.no_part(f"{FOLDER}/{self.code}/{name}.toml", f"{FOLDER}/{FIRST}/{name}.toml")

    @property
    def lacking(self) -> tuple[str, ...]:
        """Return the parts by which texts would be read, and that are not there."""
        return tuple(name for name in READ_BY if not self.has_part(name))

    @cached_property
    def words(self) -> Words:
        """The words by which texts are read; without the part there are none. Raises: BrokenOwnFile."""
        return words_of(f"{FOLDER}/{self.code}/words.toml", self._part_or_none("words"))

    @cached_property
    def reading(self) -> Reading:
        """How hard texts are to read. Raises: LacksPart, BrokenOwnFile."""
        return reading_of(f"{FOLDER}/{self.code}/reading.toml", self.part("reading"))

    @cached_property
    def law(self) -> Law:
        """How the law is written; without the part, with the sign § and no words. Raises: BrokenOwnFile."""
        return law_of(f"{FOLDER}/{self.code}/law.toml", self.part("law")) if self.has_part("law") else Law()

    def _part_or_none(self, name: str) -> Table:
        return self.part(name) if self.has_part(name) else {}

    @cached_property
    def typography(self) -> Typography:
        """How texts are set. Raises: LacksPart, BrokenOwnFile."""
        return typography_of(f"{FOLDER}/{self.code}/typography.toml", self.part("typography"))

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The headings of sections by key; without the part there are none. Raises: BrokenOwnFile."""
        table = self._part_or_none("articles").get("sections")
        return {key: str(text) for key, text in table.items()} if isinstance(table, dict) else {}

    @cached_property
    def skeleton(self) -> Mapping[str, str]:
        """What ``commonground new`` writes for a writer to replace, by block; likewise. Raises: BrokenOwnFile."""
        table = self._part_or_none("articles").get("skeleton")
        return {key: str(text) for key, text in table.items()} if isinstance(table, dict) else {}

    @cached_property
    def placeholders(self) -> Mapping[str, tuple[str, ...]]:
        """What stands for a text that is still to come, by where it may stand; likewise. Raises: BrokenOwnFile."""
        return lists_of(self._part_or_none("articles").get("placeholders"))

    @cached_property
    def own_figures(self) -> Mapping[str, tuple[str, ...]]:
        """The figures in what the site says, by the text's key. Raises: LacksPart, BrokenOwnFile."""
        return lists_of(self.part("site").get("own_figures"))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the dotted key and the text of all that the site says; lists of words are for checks alone."""
        waiting: list[tuple[str, object]] = [
            (key, table)
            for part in _SAID
            if self.has_part(part)
            for key, table in self.part(part).items()
            if key not in _UNSAID
        ]
        for key, value in waiting:
            if isinstance(value, str):
                yield key, value
            elif isinstance(value, Mapping):
                waiting += [(f"{key}.{name}", text) for name, text in value.items()]

    def has(self, key: str) -> bool:
        """Tell whether there is a text of a dotted key."""
        return isinstance(self._value(key), str)

    def say(self, key: str, **values: object) -> str:
        """
        Return a text by dotted key, with ``{name}`` filled in.

        Raises: KeyError: There is no such text.
        """
        value = self._value(key)
        if value is None:
            raise KeyError(f"{FOLDER}/{self.code}/{key}")
        text = str(value)
        return text.format(**values) if values else text

    def _value(self, key: str) -> object:
        if key not in self._values:
            self._values[key] = self._look_up(key)
        return self._values[key]

    def _look_up(self, key: str) -> object:
        first, *rest = key.split(".")
        for part in _SAID:
            if self.has_part(part) and first in (table := self.part(part)):
                value: object = table[first]
                for name in rest:
                    value = value.get(name) if isinstance(value, Mapping) else None
                return value
        return None

    def day(self, when: date) -> str:
        """Return a date in words: 22 November 2026, 1er janvier 2026."""
        return self.typography.day(when)

    @staticmethod
    def sort_key(text: str) -> str:
        """Return what puts a text in its place from A to Z: accents and capitals count for nothing."""
        plain = unicodedata.normalize("NFKD", text.casefold())
        return "".join(letter for letter in plain if letter.isalnum() or letter.isspace())

    def count(self, key: str, number: int) -> str:
        """Return a counted phrase: the text under ``key`` for the plural form that CLDR has for a number, else ``other``."""
        form = f"{key}.{self.typography.plural(number)}"
        return self.say(form if self.has(form) else f"{key}.other", n=number)


def _merged(table: Table, own: Table, *, is_added: bool = False) -> Table:
    """Return a table with some of its values replaced, or some added to its lists, however deep."""
    merged = dict(table)
    for key, value in own.items():
        there = merged.get(key)
        if isinstance(there, dict) and isinstance(value, Mapping):
            merged[key] = _merged(there, value, is_added=is_added)
        else:
            merged[key] = (
                [*there, *value]
                if is_added and isinstance(there, list) and isinstance(value, list)
                else value
            )
    return merged


class _Parts(Mapping[str, Table]):
    """The files of a language's folder by name, each read when it is first asked for."""

    def __init__(self, code: str) -> None:
        self._folder = f"{FOLDER}/{code}"
        entries = (own_files.PACKAGE / FOLDER / code).iterdir()
        self._names = sorted(
            entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml")
        )
        self._read: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = read_table(f"{self._folder}/{name}.toml")
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def read_languages() -> Mapping[str, Language]:
    """Return the languages that the program brings along, by code, ``FIRST`` before the others."""
    folders = (own_files.PACKAGE / FOLDER).iterdir()
    codes = [entry.name for entry in folders if entry.is_dir() and not entry.name.startswith("_")]
    return {
        code: Language(code, _Parts(code)) for code in sorted(codes, key=lambda code: (code != FIRST, code))
    }


@cache
def language_of(code: str) -> Language:
    """Return a language; of one without a folder nothing is known."""
    return read_languages().get(code) or Language(code, {})
