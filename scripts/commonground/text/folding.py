"""Text as term rules see it: what a reader cannot tell apart is the same."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

_LOOK_ALIKES = (
    "\u0430a\u0441c\u0501d\u0435e\u0451\u00eb\u04bbh\u0456i\u0457\u00ef\u0458j\u043ak\u04cfl\u043cm\u043fn\u043eo\u0440p\u051bq\u0433r\u0455s\u0442t\u0475v\u051dw\u0445x\u0443y\u04afy"  # Cyrillic
    "\u0410A\u0412B\u0421C\u0500D\u0415E\u0401\u00cb\u050cG\u041dH\u0406I\u0407\u00cf\u04c0I\u0408J\u041aK\u041cM\u041eO\u0420P\u051aQ\u0405S\u0422T\u051cW\u0425X\u0423Y\u04aeY"
    "\u03b1a\u03b5e\u03b3y\u03b7n\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c3o\u03c4t\u03c5u\u03c7x\u03c9w"  # Greek
    "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X"
    "\u0570h\u0581g\u0578n\u0585o\u0566q\u057du"  # Armenian
    "\u13aaA\u13f4B\u13dfC\u13a0D\u13acE\u13c0G\u13bbH\u13a5i\u13abJ\u13e6K\u13deL\u13b7M\u13e2P\u13a1R\u13daS\u13a2T\u13d9V\u13b3W\u13c3Z"  # Cherokee
)
"""Letters, each followed by the letter of our alphabet that a reader takes it for (after Unicode's confusables.txt)."""

_UNUSUAL_LATIN = "\u0251a\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\ua730f\u0261g\u0262g\u029ch\u0131i\u0269i\u026ai\u0237j\u1d0aj\u1d0bk\u029fl\u1d0dm\u0274n\u1d0fo\u1d18p\u0280r\ua731s\u1d1bt\u1d1cu\u1d20v\u1d21w\u028fy\u1d22z"
"""The same for letters that are Latin too."""

_SAME = {
    **dict.fromkeys("’\u02bc‘`´", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u0387\u1427\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\u318d\ua78f", "·"),
    **dict.fromkeys("\t\n\r\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000", " "),
    "…": ".",
    **dict(zip(_LOOK_ALIKES[::2], _LOOK_ALIKES[1::2], strict=True)),
    **dict(zip(_UNUSUAL_LATIN[::2], _UNUSUAL_LATIN[1::2], strict=True)),
}  # fmt: skip
"""Apostrophes, hyphens, middle dots, spaces, the ellipsis and look-alike letters, each as one plain character."""

_LIGATURES = {"\u0153": "oe", "\u00e6": "ae", "\u0152": "Oe", "\u00c6": "Ae"}

_UNSEEN_RANGES = (
    "\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\ufffe\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{_UNSEEN_RANGES}]")
"""What Unicode calls default ignorable, every direction mark among it, and what viewers of PDF put for a hyphen at a line end."""

_FOREIGN = re.compile(f"[{_LOOK_ALIKES[::2]}]")
_ALPHABETS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_DISGUISE = 3
_TO_REPLACE = re.compile(f"[{''.join(_SAME)}]")
SOFT_LINE_END = "¬"
"""Stands for a soft hyphen before a space or a line end, as in texts out of a PDF."""

_SOFT_LINE_END = re.compile(r"\u00ad(?=\s)")
_BETWEEN_WORDS = re.compile(r"[^\w'-]+")
_UNUSUAL = re.compile(r"[^\x20-\x7e\u00c0-\u00c5\u00c7-\u00e5\u00e7-\u00ff§©«»°·“”–—€→−≤≥\ufffc]|  ")
_CLUSTER = re.compile("[\\s\\S][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*")


class Folded(Struct, frozen=True):
    """
    A text for matching, and where each of its characters comes from.

    Attributes:
        exact: In NFKC, plain apostrophes, hyphens, dots and single spaces, nothing unseen, œ as oe, look-alike letters as
            those that they look like; capitals kept.
        text: The same in small letters, equally long.
        starts, ends: Range in the original of each character; None where the two texts match one to one.
    """

    exact: str
    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the original of a range that is not empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def place(self, offset: int) -> int:
        """Return where a character of the original, or the next one kept, stands here."""
        return offset if self.starts is None else bisect_left(self.starts, offset)

    def without(self, ranges: Iterable[tuple[int, int]]) -> "Folded":
        """Return the same with some ranges left out."""
        gone = {at for start, end in ranges for at in range(start, end)}
        kept = [at for at in range(len(self.exact)) if at not in gone]
        exact = "".join(self.exact[at] for at in kept)
        origins = [self.origin(at, at + 1) for at in kept]
        return Folded(exact, _small(exact), [start for start, _ in origins], [end for _, end in origins])


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> Folded:
    """Fold a text. Two texts that fold alike look alike: see ``tests/corpus/language/conformance.json``."""
    if text.isascii() and text.isprintable() and "`" not in text and "  " not in text:
        return Folded(text, text.lower())
    text = _SOFT_LINE_END.sub(SOFT_LINE_END, text)
    same = _plain(text)
    if not _UNUSUAL.search(same):
        return Folded(same, _small(same))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        piece = _UNSEEN.sub("", _plain(unicodedata.normalize("NFKC", _plain(cluster.group()))))
        if piece in _LIGATURES:
            piece = _ligature(piece, text, cluster)
        if piece.isspace() and pieces and pieces[-1] == " ":
            ends[-1] = cluster.end()
            continue
        for character in piece:
            pieces.append(character)
            starts.append(cluster.start())
            ends.append(cluster.end())
    exact = "".join(pieces)
    return Folded(exact, _small(exact), starts, ends)


def _ligature(letter: str, text: str, place: re.Match[str]) -> str:
    """Return the two letters of one; beside a capital both are capitals."""
    two = _LIGATURES[letter]
    around = text[max(0, place.start() - 1) : place.start()] + text[place.end() : place.end() + 1]
    return two.upper() if letter.isupper() and any(map(str.isupper, around)) else two


def disguised(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield the words in which letters of another alphabet pass for ours: beside ours, or for all of them.

    Symbols are none (TNFα), and neither is a word of another language: its text has letters that look like none of ours.
    """
    if not _FOREIGN.search(text):
        return
    is_foreign_text = any(_is_of(_ALPHABETS, letter) and letter not in _SAME for letter in text)
    for word in _WORD.finditer(text):
        letters = word.group()
        if not _FOREIGN.search(letters):
            continue
        own = [letter for letter in letters if _is_of("LATIN", letter)]
        is_symbol = own and all(letter.isupper() for letter in own)
        is_whole = len(letters) >= _SHORTEST_DISGUISE and all(map(_FOREIGN.match, letters))
        if (own and not is_symbol) or (is_whole and not is_foreign_text):
            yield word.span()


def _is_of(alphabets: str | tuple[str, ...], letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(alphabets)


def _plain(text: str) -> str:
    return _TO_REPLACE.sub(lambda found: _SAME[found.group()], text)


def _small(text: str) -> str:
    """Return the text in small letters; a letter whose small form is longer stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_letter(character: str) -> bool:
    """Tell whether a character belongs to a word: a letter, a digit or _; "" does not."""
    return character.isalnum() or character == "_"


@lru_cache(maxsize=256)
def words_of(folded: str) -> str:
    """Return a folded text's words with one space around each, an elided article being a word of its own."""
    spaced = _BETWEEN_WORDS.sub(" ", folded).replace("'", "' ")
    return f" {' '.join(spaced.split())} "


def has_any(wanted: Iterable[str], folded: str) -> bool:
    """Tell whether one of the words or phrases stands in a folded text; a last ``*`` leaves the ending open."""
    spaced = words_of(folded)
    return any(item in spaced for item in _as_looked_for(tuple(wanted)))


@cache
def _as_looked_for(wanted: tuple[str, ...]) -> tuple[str, ...]:
    plain = (fold(item).text.replace("'", "' ").strip() for item in wanted)
    return tuple(f" {item[:-1].strip()}" if item.endswith("*") else f" {item} " for item in plain)


def lowered(text: str) -> str:
    """Return a text in small letters, with one kind of apostrophe and of space; every character keeps its place."""
    return _small(text).replace("’", "'").replace("\u00a0", " ")


def is_question(text: str) -> bool:
    """Tell whether a text ends with a question mark."""
    return text.rstrip().endswith("?")
