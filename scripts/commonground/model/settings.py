"""What an article type demands and what the site says in one language: data of the program itself."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

_UNSAID = ("claims", "jargon", "own_figures")
"""Tables of a locale that hold words to look for, and no text."""


@dataclass(frozen=True, slots=True)
class ArticleType:
    """
    What one type of article needs.

    ``sections``: section keys in order, named per language in the locales. ``opening``: blocks before the first
    section, in order. ``section_blocks``: blocks that a section must hold. ``length``: fewest and most words, or None.
    ``area``: whether an area and themes are needed. ``exempt_sections``: those whose figures no source could back.
    ``unsourced_sections``: those whose statements need no source; None where no statement of the type does.
    """

    name: str
    sections: tuple[str, ...]
    opening: tuple[str, ...]
    section_blocks: Mapping[str, tuple[str, ...]]
    length: tuple[int, int] | None
    area: bool = True
    exempt_sections: tuple[str, ...] = ()
    unsourced_sections: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """
    What a replacement needs to fit its sentence.

    ``determiners``: rows of one small word before a consonant (masculine, feminine) and before a vowel (masculine,
    feminine). ``consonant_sounds``: words that begin with a vowel letter and are spoken with a consonant, or a spoken h
    ("*" for any ending). ``genders``: ``m``, ``f`` or ``mf`` (either) by noun, singular or plural. ``possessives``: whether
    ``'s`` marks one. ``small_words`` stay small in a title; ``title_case``: the others are capitals there.
    ``postmodifiers``: words that begin what follows a noun as part of it. ``function_words`` agree with no noun beside them;
    before one of them ``agreeing_words`` may ("tous les").
    """

    determiners: tuple[tuple[str, str, str, str], ...] = ()
    consonant_sounds: tuple[str, ...] = ()
    genders: Mapping[str, str] = field(default_factory=dict)
    possessives: bool = False
    small_words: tuple[str, ...] = ()
    title_case: bool = False
    postmodifiers: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    agreeing_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameWords:
    """
    What tells a name, in small letters.

    Attributes:
        bodies: Words for bodies and places that stand in their names with a capital: collective, street.
        kinds: Words that stand before a name: film, group, called.
        works: Words for works and what becomes of them: a quotation beside one is a title.
        joints: Small words within names: of, the, and. ``of``: those that join a noun. ``conjunctions``: those that add.
        adjectives: Words that stand between a body's first word and the rest without a capital.
        before: Small words after which a capital alone is a name.
        small: Words without a capital in a headline, the joints among them.
        title_case: Headlines have capitals, and so may common nouns.
    """

    bodies: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    works: tuple[str, ...] = ()
    joints: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    title_case: bool = False


@dataclass(frozen=True, slots=True)
class Locale:
    """
    Every word the site itself says in one language.

    ``words`` is the whole file as nested mappings; ``sections`` maps section keys to headings. A full stop after one
    of the ``abbreviations`` ends no sentence; a word after one of the ``mention_words`` is mentioned, not used. ``claims``
    are lists of words by what they claim: ``higher``, ``lower``, ``causal`` … (see the locale file). A quotation with one
    of the ``quotation_words`` in a sentence around it is somebody's, or is shown as wording; the ``speaking_words`` are those of
    them that may stand within it, after a comma. After one of the
    ``mention_lists`` several words are mentioned, with ``list_joints`` between them. ``elisions`` are words before which an
    apostrophe is no quotation mark. ``names`` tell a name. ``jargon`` are terms of the trade,
    each with plain words for it; a sentence with one of the ``explaining_words`` explains what it names. ``placeholders``
    are what stands for a text that is still to come, by where it may stand (see the locale file). A text with several of
    the ``frequent_words`` is in this language. ``locators`` are words for a place in a source. ``own_figures`` are the figures
    in what the site says, by the text's key.
    """

    language: str
    words: Mapping[str, object]
    sections: Mapping[str, str] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    mention_words: tuple[str, ...] = ()
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotation_words: tuple[str, ...] = ()
    speaking_words: tuple[str, ...] = ()
    mention_lists: tuple[str, ...] = ()
    list_joints: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    names: NameWords = field(default_factory=NameWords)
    grammar: Grammar = field(default_factory=Grammar)
    jargon: Mapping[str, str] = field(default_factory=dict)
    explaining_words: tuple[str, ...] = ()
    placeholders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frequent_words: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()
    own_figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the dotted key and the text of all that the site says; lists of words are for checks alone."""
        waiting: list[tuple[str, object]] = [
            (key, part) for key, part in self.words.items() if key not in _UNSAID
        ]
        for key, value in waiting:
            if isinstance(value, str):
                yield key, value
            elif isinstance(value, Mapping):
                waiting += [(f"{key}.{name}", part) for name, part in value.items()]

    def has(self, key: str) -> bool:
        """Tell whether there is a text of a dotted key."""
        return isinstance(self._value(key), str)

    def say(self, key: str, **values: object) -> str:
        """
        Return a text by dotted key, with ``{name}`` filled in.

        Raises: KeyError: The locale file has no such text.
        """
        value = self._value(key)
        if value is None:
            raise KeyError(f"locales/{self.language}.toml has no text {key!r}")
        text = str(value)
        return text.format(**values) if values else text

    def _value(self, key: str) -> object:
        value: object = self.words
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def day(self, when: date) -> str:
        """Return a date in words: 22 November 2026, 1er janvier 2026."""
        key = "dates.first_day" if when.day == 1 else "dates.day"
        return self.say(key, day=when.day, month=self.say(f"months.{when.month}"), year=when.year)

    @staticmethod
    def sort_key(text: str) -> str:
        """Return what puts a text in its place from A to Z: accents and capitals count for nothing."""
        plain = unicodedata.normalize("NFKD", text.casefold())
        return "".join(letter for letter in plain if letter.isalnum() or letter.isspace())

    def count(self, key: str, number: int) -> str:
        """Return a counted phrase: the texts ``one`` and ``other`` under ``key``; French counts 0 and 1 alike."""
        single = number == 1 or (number == 0 and self.language == "fr")
        return self.say(f"{key}.{'one' if single else 'other'}", n=number)
