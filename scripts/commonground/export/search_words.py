"""How the search reads the words of a language, and which of them it would not tell apart: those need not be sent."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from commonground.languages import Language
from commonground.languages.own_files import Table, as_list, pairs, strings
from commonground.read.figures.scan import find_figures

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"\b[^\W\d_]+\b")
_SHORTEST_STEM = 3
_LISTS = (
    "stop",
    "weak",
    "asking",
    "counting",
    "seeking",
    "elsewhere",
    "wording",
    "defining",
    "same",
    "spellings",
    "endings",
)


class SearchWords:
    """What the file search.toml of a language says; where nothing is known of it, each word stands for itself."""

    def __init__(self, locale: Language) -> None:
        self._language = locale.code
        known = locale.part("search") if locale.has_part("search") else {}
        self.reading: Mapping[str, object] = {
            **{key: as_list(known.get(key)) for key in _LISTS},
            "cries": [_filled(cry, known) for cry in strings(known.get("cries"))],
            "joined": pairs(known.get("joined")),
        }
        self._stop = frozenset(strings(known.get("stop")))
        self._endings = [tuple(map(str, pair)) for pair in as_list(known.get("endings"))]

    def distinct(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """Return the phrases without those that are read like one before."""
        told: dict[frozenset[str], str] = {}
        for phrase in phrases:
            told.setdefault(frozenset(self._stems(phrase)), phrase)
        return tuple(told.values())

    def new(self, text: str, known: Iterable[str]) -> str:
        """Return the words of a text, each once, without numbers and what stands in the known phrases or says nothing."""
        seen = {stem for phrase in known for stem in self._stems(phrase)}
        found = []
        for word in _LETTERS.findall(text):
            fresh = set(self._stems(word)) - seen
            if fresh and not find_figures(word.lower(), self._language):
                seen |= fresh
                found.append(word)
        return " ".join(found)

    def _stems(self, text: str) -> list[str]:
        words = _WORD.findall(_plain(text))
        return [self._stem(word) for word in words if word not in self._stop]

    def _stem(self, word: str) -> str:
        for ending, instead in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word.removesuffix(ending) + instead
        return word


def _plain(text: str) -> str:
    """Return a text in small letters without accents."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign)
    )


def _filled(cry: str, known: Table) -> str:
    """Return a pattern with the words of each list that it names in braces."""
    for name in ("people", "acts", "trades"):
        cry = cry.replace(f"{{{name}}}", "|".join(strings(known.get(name))))
    return cry
