"""Texts that were read, and whether a number stands in one of them as it stands on a page: with its whole sentence around it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from commonground.verify.tokens import Tokens, is_number

_STOPS = frozenset('.,;:!?…"’()[]«»–—|·')


class _Reading(Struct, frozen=True):
    """The tokens of a text, and for each token where its sentence begins and ends."""

    words: tuple[str, ...]
    begins: Sequence[int]
    ends: Sequence[int]


def digest(*values: object) -> str:
    """Return a digest of values that are told by ``repr``."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


class Readings(Struct):
    """Texts that were read, by the tokens at which their numbers begin."""

    _whole: set[str] = field(default_factory=set)
    _by_number: dict[str, list[tuple[_Reading, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(
        self, cut: Tokens, numbers: Iterable[range] = (), sentences: Iterable[tuple[int, int]] = ()
    ) -> None:
        """
        Take in a text.

        Args: numbers: Its figures in words; digits are known by themselves. sentences: Ranges of its text; none: it is one.
        """
        self.add_whole(cut)
        starts = {index for index, word in enumerate(cut.words) if is_number(word)}
        starts |= {found.start for found in numbers}
        if not starts:
            return
        reading = _reading(cut, [cut.within(*sentence) for sentence in sentences])
        for index in starts:
            self._by_number[cut.words[index]].append((reading, index))

    def add_whole(self, cut: Tokens) -> None:
        """Take in a text that counts only where nothing else stands with it."""
        if any(word[0].isalpha() for word in cut.words):
            self._whole.add(cut.joined)

    @property
    def digest(self) -> str:
        """A digest of all that was taken in: whatever has the same one judges alike."""
        sentences = {
            (number, at - one.begins[at], " ".join(one.words[one.begins[at] : one.ends[at]]))
            for number, found in self._by_number.items()
            for one, at in found
        }
        return digest(sorted(self._whole), sorted(sentences))

    def has(self, cut: Tokens) -> bool:
        """Tell whether a whole text was read."""
        return cut.joined in self._whole

    def carry(self, cut: Tokens, number: range) -> bool:
        """Tell whether a number stands in a text that was read, with all the rest of its sentence around it as here."""
        words = cut.words
        for reading, at in self._by_number.get(words[number.start], ()):
            begin, end = reading.begins[at], reading.ends[at]
            first, last = number.start - (at - begin), number.start + (end - at)
            fits = first >= 0 and last >= number.stop and last <= len(words)
            if fits and words[first:last] == reading.words[begin:end]:
                return True
        return False


def _reading(cut: Tokens, sentences: Iterable[range]) -> _Reading:
    count = len(cut.words)
    begins, ends = [0] * count, [count] * count
    parts = list(sentences) or [range(count)]
    for part in parts:
        # What a sentence opens and ends with may differ: a template sets another stop.
        worded = [index for index in part if cut.words[index] not in _STOPS]
        if worded:
            begins[part.start : part.stop] = [worded[0]] * len(part)
            ends[part.start : part.stop] = [worded[-1] + 1] * len(part)
    return _Reading(cut.words, begins, ends)
