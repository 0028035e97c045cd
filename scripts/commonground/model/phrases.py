"""
Phrases of a rule file, found in a text word by word.

A phrase is words as a writer types them, in which ``*`` at a word's end is any ending, ``(a|b)`` one of some words, ``…`` up
to five words, and ``,`` a comma, dash, bracket or the end of a sentence. It goes over no full stop but at a ``,``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from commonground.text.folding import fold, has_any

_TOKEN = re.compile(r"(\w+(?:-\w+|[.,:]\d+)*|%)|[][,()–—|\n]|(?<=\s)--?(?=\s)|([;:.!?])")
_GROUP = re.compile(r"\(([^()]*)\)")
_GAP, _STOP = ("…",), (",",)
_MOST_BETWEEN = 5
_KEY = 3
"""Letters by which words with an open end are looked up; they have at least so many."""


class Words(Struct, frozen=True):
    """The words of a folded text; whether a stop, and a full stop, stands after each."""

    words: tuple[str, ...]
    stops: tuple[bool, ...]
    ends: tuple[bool, ...]

    @classmethod
    def of(cls, folded: str, *, is_whole: bool = True) -> "Words":
        """
        Read a folded text; numbers are words, an apostrophe parts two.

        Args: is_whole: The text ends here, which is a stop, rather than going on.
        """
        words: list[str] = []
        stops: list[bool] = []
        ends: list[bool] = []
        for word, end in _TOKEN.findall(folded):
            if word:
                words.append(word)
                stops.append(False)
                ends.append(False)
            elif words:
                stops[-1] = True
                ends[-1] = ends[-1] or bool(end)
        if words and is_whole:
            stops[-1] = ends[-1] = True
        return cls(tuple(words), tuple(stops), tuple(ends))


class Phrases:
    """Some phrases as a tree: what may follow what has been read, of all of them at once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Node()
        for phrase in phrases:
            node = self._root
            for element in _elements(phrase):
                node = node.child(element)
            node.is_last = True

    def end(self, text: Words, at: int, *, fresh: bool = True) -> int:
        """
        Return the place after the longest phrase that stands at a word of the text, -1 where none does.

        Args: fresh: It may stand there although a full stop is before it.
        """
        return self._root.end(text, at, -1, fresh=fresh)

    def places(self, text: Words) -> Iterator[int]:
        """Yield each word of a text at which a phrase stands."""
        return (at for at in self._root.places(text) if self.end(text, at) >= 0)


class _Node:
    """What may come next: a word, by itself or by its first letters; any few words; a stop. ``is_last``: nothing has to."""

    def __init__(self) -> None:
        self.is_last = False
        self._whole: dict[str, list[_Node]] = {}
        self._begun: dict[str, list[tuple[str, _Node]]] = {}
        self._by_element: dict[tuple[str, ...], _Node] = {}

    def child(self, element: tuple[str, ...]) -> "_Node":
        """Return what comes after an element, which may have to be made."""
        if element not in self._by_element:
            node = self._by_element[element] = _Node()
            for word in element if element not in (_GAP, _STOP) else ():
                if word.endswith("*"):
                    self._begun.setdefault(word[:_KEY], []).append((word[:-1], node))
                else:
                    self._whole.setdefault(word, []).append(node)
        return self._by_element[element]

    def places(self, text: Words) -> list[int]:
        """Return each word of a text that may come next."""
        whole, begun, stops = self._whole, self._begun, (True, *text.stops)
        after_stop = _STOP in self._by_element
        return [
            at
            for at, word in enumerate(text.words)
            if word in whole or word[:_KEY] in begun or (after_stop and stops[at])
        ]

    def end(self, text: Words, at: int, longest: int, *, fresh: bool = False) -> int:
        """Return the place after the longest way on from a word of the text. ``fresh``: a stop before it does not matter."""
        if self.is_last:
            longest = max(longest, at)
        if (stop := self._by_element.get(_STOP)) and (not at or text.stops[at - 1]):
            longest = stop.end(text, at, longest, fresh=True)
        if not fresh and text.ends[at - 1]:
            return longest
        if gap := self._by_element.get(_GAP):
            longest = gap.after_gap(text, at, longest)
        if at < len(text.words):
            word = text.words[at]
            for node in self._whole.get(word, ()):
                longest = node.end(text, at + 1, longest)
            for begun, node in self._begun.get(word[:_KEY], ()):
                if word.startswith(begun):
                    longest = node.end(text, at + 1, longest)
        return longest

    def after_gap(self, text: Words, at: int, longest: int) -> int:
        for place in range(at, min(at + _MOST_BETWEEN, len(text.words)) + 1):
            if place > at and text.ends[place - 1]:
                break
            longest = self.end(text, place, longest, fresh=True)
        return longest


def stand_in(phrases: tuple[str, ...], folded: str) -> bool:
    """Tell whether one of some phrases stands in a folded text."""
    plain, others = _sorted(phrases)
    return has_any(plain, folded) or (others is not None and any(True for _ in others.places(_words(folded))))


def begins_with(phrases: tuple[str, ...], text: Words) -> bool:
    """Tell whether one of some phrases stands right after the first word of a text."""
    return tree(phrases).end(text, 1, fresh=False) >= 0


def ends_with(phrases: tuple[str, ...], text: Words) -> bool:
    """Tell whether one of some phrases stands at the very end of a text that goes on."""
    last = len(text.words)
    first = last if text.words and text.ends[-1] else max(0, last - _MOST_BETWEEN - 1)
    return any(tree(phrases).end(text, at) == last for at in range(first, last + 1))


@cache
def tree(phrases: tuple[str, ...]) -> Phrases:
    """Return some phrases as a tree, which is made once."""
    return Phrases(phrases)


@lru_cache(maxsize=64)
def _words(folded: str) -> Words:
    return Words.of(folded)


@cache
def _sorted(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], Phrases | None]:
    """Part the phrases that are words, the last with any ending, from the others."""
    others = [phrase for phrase in phrases if is_pattern(phrase)]
    return tuple(phrase for phrase in phrases if not is_pattern(phrase)), Phrases(others) if others else None


def anchors(phrase: str, known: str) -> tuple[str, ...]:
    """
    Return the words, or beginnings ending in ``*``, one of which stands wherever a phrase stands: those least common.

    None where none are new, or each place may hold a word that stands everywhere, such as "in".

    Args: known: A text whose words are no clue, as they are looked for already.
    """
    beside = Words.of(known).words
    clues = [
        element
        for element in _elements(phrase)
        if element not in (_GAP, _STOP)
        and not any(_fits(element, word) for word in beside)
        and all(len(word) >= _KEY or word[:1].isdigit() for word in element)
    ]
    return max(
        clues, key=lambda words: (any(word[0].isdigit() for word in words), min(map(len, words))), default=()
    )


def clues(phrases: Iterable[str], known: str) -> frozenset[str]:
    """
    Return the words, as ``anchors`` has them, one of which stands beside ``known`` wherever one of some rare phrases does.

    None where one is plain words: lists of those are long and everyday, and looking for them first would save nothing.
    """
    found = [anchors(phrase, known) if is_pattern(phrase) else () for phrase in phrases]
    return frozenset(word for words in found for word in words) if all(found) else frozenset()


def _fits(element: tuple[str, ...], word: str) -> bool:
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in element)


def is_pattern(phrase: str) -> bool:
    """Tell whether a phrase is more than words, the last of which may have any ending."""
    return any(mark in phrase for mark in "(…,") or "*" in phrase[:-1]


def _elements(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield what a phrase is made of: the words that may stand in each place, a gap or a stop."""
    for chunk in phrase.split():
        if chunk in (*_GAP, *_STOP):
            yield (chunk,)
        else:
            yield from (_words_of(part) for part in chunk.split("'") if part)


@cache
def _words_of(chunk: str) -> tuple[str, ...]:
    return tuple(fold(word).text for word in spelled_out(chunk))


def spelled_out(chunk: str) -> Iterator[str]:
    """Yield each word for which a word with ``(a|b)`` in it stands."""
    group = _GROUP.search(chunk)
    if group is None:
        yield chunk
        return
    for word in group[1].split("|"):
        yield from spelled_out(f"{chunk[: group.start()]}{word}{chunk[group.end() :]}")
