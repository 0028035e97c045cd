"""A language's numbers, ready to read with: expressions are compiled when they are first needed."""

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from commonground.languages import FIRST, FOLDER, LacksPart, language_of
from commonground.languages.message import texts_of
from commonground.languages.own_files import BrokenOwnFile, read_table
from commonground.model.figure import Quantity, Unit
from commonground.read.figures.compiled import GLYPHS, Compiled, compile_numbers
from commonground.read.figures.rules import Rules

_text = texts_of(__name__)

_SHARED = f"{FOLDER}/numbers.toml"

GLYPH_VALUES = {glyph: Fraction(unicodedata.numeric(glyph)).limit_denominator(10) for glyph in GLYPHS}


class _Patterns(dict[str, re.Pattern[str]]):
    """Expressions by name, compiled on first use."""

    def __init__(self, language: str, written: Mapping[str, str]) -> None:
        self._language, self._written = language, written

    def __missing__(self, name: str) -> re.Pattern[str]:
        try:
            self[name] = re.compile(self._written[name])
        except re.error as error:
            raise BrokenOwnFile(
                _text("pattern", path=_own(self._language), name=name, fault=str(error))
            ) from None
        return self[name]


class Grammar:
    """
    The numbers of one language.

    Attributes:
        patterns, units: Expressions by name.
        scales: Values of the words that multiply what stands before them, such as "million", and of their letters.
        others: Tables of ``Compiled`` by name, as they are there.
    """

    def __init__(self, compiled: Compiled) -> None:
        tables = compiled.tables
        self.patterns = _Patterns(compiled.language, compiled.patterns)
        self.units = _Patterns(compiled.language, compiled.units)
        self.unit_names = tuple(compiled.units)
        self.words = _whole_numbers(tables["words"])
        self.rounds = _whole_numbers(tables["rounds"])
        self.scales = _whole_numbers(tables["scales"]) | _whole_numbers(tables["letters"])
        self.whole = _whole_numbers(tables["whole"])
        self.fractions = _whole_numbers(tables["fractions"])
        self.implied = {word: Fraction(value) for word, value in tables["implied"].items()}
        self.added = {word: Fraction(value) for word, value in tables["added"].items()}
        self.multiples = {word: _multiple(value) for word, value in tables["multiples"].items()}
        self.others = tables
        self.vague = frozenset(compiled.lists["vague"])
        self.rules = Rules(compiled.rules)


def _whole_numbers(table: Mapping[str, str]) -> dict[str, int]:
    return {word: int(value) for word, value in table.items()}


def _multiple(value: str) -> Quantity:
    number, _, is_percent = value.partition(" ")
    return Quantity(Fraction(number), Unit.PERCENT if is_percent else Unit.TIMES)


def knows_numbers(language: str) -> bool:
    """Tell whether numbers can be read in a language: its folder has ``numbers.toml``."""
    return language_of(language).has_part("numbers")


def _own(language: str) -> str:
    return f"{FOLDER}/{language}/numbers.toml"


@cache
def compiled(language: str) -> Compiled:
    """
    Return what is known of the numbers of a language.

    Raises: LacksPart: There is nothing; numbers are never read by the rules of another language. BrokenOwnFile: It has a fault.
    """
    own = _own(language)
    if not knows_numbers(language):
        raise LacksPart(_text("no-numbers", path=own, model=_own(FIRST)))
    return compile_numbers(language, _SHARED, read_table(_SHARED), own, read_table(own))


@cache
def grammar(language: str) -> Grammar:
    """Return the numbers of a language, ready to read with."""
    return Grammar(compiled(language))
