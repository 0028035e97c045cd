"""How hard texts of a language are to read: ``languages/<code>/reading.toml``."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import Table, as_list, as_table, refuse
from commonground.languages.words import is_words

_text = texts_of(__name__)

_JOINT = re.compile(r"[’'-]")
_NUMBERS = ("constant", "per_word", "per_syllable", "everybody", "staff")


class Formula(Struct, frozen=True):
    """
    A reading formula: ``constant`` + words per sentence · ``per_word`` + syllables per word · ``per_syllable``.

    Attributes:
        name, source: What it is called, and who published it.
        everybody, staff: The limits for pages for everybody, and for those for staff and students.
    """

    name: str
    source: str
    constant: float
    per_word: float
    per_syllable: float
    everybody: float
    staff: float

    @property
    def is_grade(self) -> bool:
        """Tell whether a higher value is harder: years of school. Otherwise it is ease, from 100 down to 0."""
        return self.per_word > 0

    def value(self, words: int, sentences: int, syllables: int) -> float:
        """Return what a text with these counts, each above 0, comes to."""
        return self.constant + self.per_word * words / sentences + self.per_syllable * syllables / words

    def is_too_hard(self, value: float, limit: float) -> bool:
        """Tell whether a value is beyond a limit."""
        return value > limit if self.is_grade else value < limit


class Syllables(Struct, frozen=True):
    """
    How many syllables a word has when spoken.

    Attributes:
        vowels: A stretch of vowels, each a syllable.
        apart: What stands for one more. ``silent``: what stands for one less; None where there is no such thing.
        replace: What is put in place of something else first, in this order.
        ending: An ending that is not spoken, but in words of ``spoken``.
        words: The number of some words.
    """

    vowels: re.Pattern[str]
    apart: re.Pattern[str] | None = None
    silent: re.Pattern[str] | None = None
    replace: tuple[tuple[re.Pattern[str], str], ...] = ()
    ending: re.Pattern[str] | None = None
    spoken: frozenset[str] = frozenset()
    words: Mapping[str, int] = field(default_factory=dict)
    _known: dict[str, int] = field(default_factory=dict)

    def count(self, word: str) -> int:
        """Return about how many syllables a word has, at least 1; its parts are counted apart."""
        if word not in self._known:  # most words of a page stand on others too
            parts = (self._count(part) for part in _JOINT.split(word.lower()) if part)
            self._known[word] = max(1, sum(parts))
        return self._known[word]

    def _count(self, part: str) -> int:
        if part in self.words:
            return self.words[part]
        if self.ending and part not in self.spoken:
            part = self.ending.sub("", part)
        for pattern, replacement in self.replace:
            part = pattern.sub(replacement, part)
        found = len(self.vowels.findall(part))
        more = len(self.apart.findall(part)) if self.apart else 0
        less = len(self.silent.findall(part)) if self.silent else 0
        return max(found + more - less, 1 if found else 0)


class Reading(Struct, frozen=True):
    """
    How hard texts are to read, and how long they may be.

    Attributes:
        longest_sentence: Words of a sentence that readers follow in one go.
        length: Words of a translation for one of the original's, at most.
    """

    formula: Formula
    syllables: Syllables
    longest_sentence: int
    length: float


def reading_of(path: str, table: Table) -> Reading:
    """
    Return what a table says.

    Raises: BrokenOwnFile: Something in it is not what belongs there; the message names ``path``.
    """
    refuse(_faults(path, table))
    formula, syllables = as_table(table.get("formula")), as_table(table.get("syllables"))
    ending = as_table(syllables.get("ending"))
    return Reading(
        Formula(str(formula["name"]), str(formula["source"]), *(_number(formula[key]) for key in _NUMBERS)),
        Syllables(
            vowels=re.compile(str(syllables["vowels"])),
            apart=_any(syllables.get("apart")),
            silent=_any(syllables.get("silent")),
            replace=tuple((re.compile(a), b) for a, b in as_list(syllables.get("replace"))),
            ending=_any([ending["silent"]]) if ending else None,
            spoken=frozenset(map(str, as_list(ending.get("spoken")))),
            words={word: int(_number(count)) for word, count in as_table(syllables.get("words")).items()},
        ),
        longest_sentence=int(_number(table["longest_sentence"])),
        length=_number(table["length"]),
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _any(patterns: object) -> re.Pattern[str] | None:
    """Return a pattern for any of several, none of which has a group."""
    return re.compile("|".join(map(str, patterns))) if isinstance(patterns, list) and patterns else None


def _faults(path: str, table: Table) -> Iterator[Message]:
    formula, syllables = as_table(table.get("formula")), as_table(table.get("syllables"))
    for key, where in (*((key, formula) for key in _NUMBERS), ("longest_sentence", table), ("length", table)):
        if isinstance(where.get(key), bool) or not isinstance(where.get(key), int | float):
            yield _text("number", path=path, key=key)
    for key in ("name", "source"):
        if not isinstance(formula.get(key), str):
            yield _text("formula", path=path, key=key)
    replace, ending = syllables.get("replace", []), as_table(syllables.get("ending"))
    if not isinstance(replace, list) or not all(is_words(row) and len(row) == 2 for row in replace):
        yield _text("replace", path=path)
        return
    patterns = [
        syllables.get("vowels"),
        *(row[0] for row in replace),
        *([ending.get("silent")] if ending else []),
    ]
    for key in ("apart", "silent"):
        patterns += as_list(syllables.get(key))
    for pattern in patterns:
        if fault := _fault(pattern):
            yield _text("pattern", path=path, pattern=str(pattern), fault=fault)


def _fault(pattern: object) -> str:
    try:
        re.compile(str(pattern) if isinstance(pattern, str) else "(")
    except re.error as error:
        return str(error)
    return ""
