"""A text cut into words, numbers and marks, so that two ways of setting one text compare as equal."""

import re
import unicodedata
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from commonground.read.figures import knows_numbers, read_numerals
from commonground.read.sentences import addresses

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|\w+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_NO_TEXT = re.compile(r"(?<![\w.])[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?(?!\w)|\w*#[\w-]+")
"""An address without its scheme, and the id of a finding."""

_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc", " "))
_FOLDED = str.maketrans({"'": "’", "‘": "’", "“": '"', "”": '"', "‑": "-"})


class Tokens(Struct, frozen=True, eq=False, dict=True):  # a text is cut once: see tokens
    """
    The tokens of one text.

    ``words`` are folded: case, typography and ways of writing a letter count for nothing. ``starts`` are their offsets.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> range:
        """Return the tokens that begin in a range of the text."""
        found = [index for index, offset in enumerate(self.starts) if start <= offset < end]
        return range(found[0], found[-1] + 1) if found else range(0)

    @cached_property
    def joined(self) -> str:
        """The tokens as one text: two texts with the same one say the same."""
        return " ".join(self.words)


@lru_cache(maxsize=1 << 15)
def tokens(text: str) -> Tokens:
    """Cut a text into tokens; what stands in a record stands on pages and in data files too, so it is remembered."""
    seen = text.translate(_UNSEEN)
    found = list(_TOKEN.finditer(seen))
    return Tokens(seen, tuple(_fold(match[0]) for match in found), tuple(match.start() for match in found))


@cache
def _fold(token: str) -> str:
    if token.isascii():
        return token.translate(_FOLDED).lower()
    return unicodedata.normalize("NFKC", token).translate(_FOLDED).casefold()


def digits(text: str) -> list[str]:
    """Return every run of digits in a text."""
    return _DIGITS.findall(text)


def is_number(word: str) -> bool:
    """Tell whether a token begins with a digit: what begins with a letter (``platt2018``) is a name."""
    return word[0].isdecimal()


@lru_cache(maxsize=1 << 15)
def numerals(cut: Tokens, language: str) -> tuple[range, ...]:
    """
    Return the tokens of each number in a text: every digit, and figures in words; none in an address or an id.

    In a language of which no number words are known, every digit is read and no word.
    """
    hidden = [*addresses(cut.text), *(match.span() for match in _NO_TEXT.finditer(cut.text))]
    figures = read_numerals(cut.text, language, hidden).figures if knows_numbers(language) else ()
    found = [cut.within(figure.start, figure.end) for figure in figures]
    inside = {index for tokens_ in found for index in tokens_}
    for index, word in enumerate(cut.words):
        at = cut.starts[index]
        if is_number(word) and index not in inside and not any(start <= at < end for start, end in hidden):
            found.append(range(index, index + 1))
    return tuple(tokens_ for tokens_ in found if tokens_)
