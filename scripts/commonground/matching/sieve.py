"""
Which stretches of a file can hold a listed form at all: a fast look, so that only those are read word by word.

It may let through what holds none, never the other way round; a test compares it with the engine on disguised texts.
"""

import codecs
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from commonground.languages import Language
from commonground.matching.compiled import Compiled, compile_terms
from commonground.matching.parted import LONGEST_PART, Parted
from commonground.model.excerpt import GAP
from commonground.model.phrases import Phrases, Words, clues
from commonground.model.quotations import may_go_on
from commonground.model.term import TermRule
from commonground.text.folding import fold

_SAME = {
    **dict.fromkeys("*_`[]", "*"),
    **dict.fromkeys("<&\\", "<"),
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys(">\n\t\x0b\x0c\u00a0\u202f", " "),
    "•": "·",
    "…": ".",
}
"""What characters count as: marks within text, marks of HTML, entities and escapes, which may hide letters, and look-alikes."""

_PLAIN = "".join(dict.fromkeys([*map(chr, range(0x100)), *_SAME, *"\u0152\u0153“”–—€•→−≤≥"]))
_PLAIN = "".join(
    c for c in _PLAIN if c.isascii() or c in _SAME or c in "§©«»°·\u0152\u0153“”–—€•→−≤≥" or c >= "\u00c0"
)
"""The characters that ``fold`` leaves alone or replaces one by one. Here a byte stands for each, the same in every text."""

_ENCODING = codecs.charmap_build(_PLAIN.ljust(256, "\ufffe"))
_GAP = b"\xff"
_ALONE, _BESIDE, _CLUE = range(3)
_REACH = 300
"""Bytes between a form and a word that tells of a phrase around it: a phrase has some fifteen words at most."""

_NO_MARKS = str.maketrans("", "", "*_`[]")


def _bytes(text: str) -> bytes:
    """Return a text with a byte for each plain character, and an entity for every other."""
    if text.isascii():
        return text.encode()
    return codecs.charmap_encode(text, "xmlcharrefreplace", _ENCODING)[0]


_FOLDED = _bytes("".join(_SAME.get(c, c.lower()) for c in _PLAIN)).ljust(256, _GAP)
_LETTERS = frozenset(_bytes("".join(c.lower() for c in _PLAIN if c.isalnum())))
_LIGATURES = {_bytes(letter): fold(letter).text.encode() for letter in "\u0153\u00e6"}
_ADDRESS = re.compile(rb"\]\([^)\s]*[./#][^)\s]*\)")
_WIDE = ("```", "~~~", "]:")
_WIDE_HTML = re.compile(r"<(?:[!?]|pre|script|style|textarea)", re.IGNORECASE)
"""Marks that change how other stretches are read: code, comments and some HTML go on over empty lines, addresses of links stand apart."""


class Sieve:
    """The forms of one language, looked for in whole files and in single passages."""

    def __init__(self, compiled: Compiled) -> None:
        finds = {form.find for form in compiled.forms}
        near = {form.find: form.near.any for form in compiled.forms if form.near}
        wanted = {find: words for find, phrases in near.items() if (words := clues(phrases, find))}
        told = frozenset[str]().union(*wanted.values())
        self._phrases = Phrases({phrase for find in wanted for phrase in near[find]})
        self._needles = [*sorted(finds), *sorted(told)]
        self._kinds = [_BESIDE if find in wanted else _ALONE for find in sorted(finds)] + [_CLUE] * len(told)
        numbers = {needle: number for number, needle in enumerate(self._needles) if needle in told}
        self._clues = [tuple(map(numbers.__getitem__, wanted.get(find, ()))) for find in sorted(finds)]
        needles = [_bytes(needle.rstrip("*")) for needle in self._needles]
        self._bytes = BytesAhoCorasick(needles, implementation=Implementation.DFA)
        self._text = AhoCorasick(
            sorted(finds), matchkind=MatchKind.Standard, implementation=Implementation.DFA
        )
        self._parted = Parted(sorted(finds))

    def stretches(self, text: str) -> Collection[int] | None:
        """
        Tell which stretches of a text between empty lines may hold a form.

        Returns: Their numbers, from 0; None where what is found must be read with the whole text.
        """
        low = _ADDRESS.sub(b"]", _bytes(text).replace(_bytes(GAP), _GAP))
        found = {low.count(_GAP, 0, place) for place in _places(low, b"][")}
        low = low.translate(_FOLDED)
        found.update(low.count(_GAP, 0, place) for place in _places(low, b"<"))
        found.update(_with_mark_inside_word(low))
        low = low.translate(None, b"*")
        for letter, two in _LIGATURES.items():
            low = low.replace(letter, two)
        while b"  " in low:
            low = low.replace(b"  ", b" ")
        found.update(
            low.count(_GAP, 0, place) for place in _places(low, b"- ") if self._parts_word(low, place)
        )
        alone, beside = self._with_forms(low)
        found |= alone
        parts = text.split(GAP)
        found.update(number for number in beside - found if self._has_phrase(parts[number]))
        return None if found and (_is_wide(text) or any(map(may_go_on, parts))) else found

    def holds(self, text: str) -> bool:
        """Tell whether a passage's text holds a form, whole or inside a word, or a parted word."""
        folded = fold(text).text
        return bool(self._text.find_matches_as_indexes(folded)) or self._parted.stands_in(folded)

    def _parts_word(self, low: bytes, hyphen: int) -> bool:
        around = low[max(0, hyphen - LONGEST_PART) : hyphen + LONGEST_PART].replace(_GAP, b"\n")
        return self._parted.stands_in(codecs.charmap_decode(around, "replace", _PLAIN)[0])

    def _with_forms(self, low: bytes) -> tuple[set[int], set[int]]:
        """Return the stretches with a form that counts alone, and those with one that may count beside the words around it."""
        alone: list[int] = []
        beside: list[tuple[int, int]] = []
        clues: dict[int, list[int]] = {}
        for needle, start, end in self._bytes.find_matches_as_indexes(low, overlapping=True):
            begins = not start or low[start - 1] not in _LETTERS
            ends = end == len(low) or low[end] not in _LETTERS or self._needles[needle].endswith("*")
            if not (begins and ends):
                continue
            if self._kinds[needle] == _ALONE:
                alone.append(start)
            elif self._kinds[needle] == _BESIDE:
                beside.append((start, needle))
            else:
                clues.setdefault(needle, []).append(start)
        near = [
            place
            for place, needle in beside
            if any(
                _is_near(low, *sorted((place, clue)))
                for number in self._clues[needle]
                for clue in clues.get(number, ())
            )
        ]
        return {low.count(_GAP, 0, place) for place in alone}, {low.count(_GAP, 0, place) for place in near}

    def _has_phrase(self, stretch: str) -> bool:
        """Tell whether a phrase stands in a stretch, each line of which may be a passage of its own."""
        words = Words.of(fold(stretch.translate(_NO_MARKS).replace("\n", " | ")).text)
        return any(True for _ in self._phrases.places(words))


def _is_near(low: bytes, first: int, last: int) -> bool:
    return last - first < _REACH and _GAP not in low[first:last]


def _places(low: bytes, mark: bytes) -> Iterator[int]:
    place = low.find(mark)
    while place >= 0:
        yield place
        place = low.find(mark, place + 1)


def _with_mark_inside_word(low: bytes) -> Iterator[int]:
    """Yield the stretches in which emphasis, code or a link begins or ends between two letters."""
    number = 0
    for before, after in pairwise(piece for piece in low.split(b"*") if piece):
        number += before.count(_GAP)
        if before[-1] in _LETTERS and after[0] in _LETTERS:
            yield number


def _is_wide(text: str) -> bool:
    return any(mark in text for mark in _WIDE) or ("<" in text and bool(_WIDE_HTML.search(text)))


def sieves(terms: Mapping[str, Sequence[TermRule]], locales: Mapping[str, Language]) -> Mapping[str, Sieve]:
    """Return a sieve for each language that has rules."""
    return {
        language: Sieve(compile_terms(rules, locales[language]))
        for language, rules in terms.items()
        if rules and language in locales
    }
