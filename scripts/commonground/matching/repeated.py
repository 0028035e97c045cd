"""
Finds sentences that repeat a claim or a figure which a page or a record answers.

It looks at one sentence at a time, without what stands in quotation marks; a question repeats nothing, nor does a sentence with
a citation. The engine in the browser (``overrides/assets/js/language/repeated.js``) finds the same in drafts, which have none;
``tests/corpus/repeated/conformance.json`` holds both to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from commonground.model.figure import Figure
from commonground.model.passage import Passage
from commonground.model.phrases import anchors, stand_in
from commonground.model.repeated import RepeatedClaim, RepeatedClaims, expanded
from commonground.text.folding import fold
from commonground.text.ranges import hide


class Repeated(Struct, frozen=True):
    """A sentence of a passage, by its offsets, and what it repeats."""

    start: int
    end: int
    claim: RepeatedClaim


class _Pattern(Struct, frozen=True):
    """``numbers``: those of the lists of ``all``."""

    claim: RepeatedClaim
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    numbers: frozenset[int]


class _Clues:
    """Which of several lists of phrases may have one in a text: a fast look that lets through too many, and leaves out none."""

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        found: dict[str, set[int]] = {}
        always = set()
        for number, phrases in enumerate(lists):
            for words in (anchors(phrase, "") for phrase in phrases):
                for word in words:
                    found.setdefault(word.removesuffix("*"), set()).add(number)
                if not words:
                    always.add(number)
        self._always = frozenset(always)
        self._lists = list(found.values())
        self._automaton = AhoCorasick(list(found))

    def lists_in(self, folded: str) -> frozenset[int]:
        """Return the numbers of the lists, counted from 0, that may have a phrase in a folded text."""
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return self._always.union(*(self._lists[at] for at, _, _ in found))


class Repeats:
    """The patterns of one language, ready to be looked for."""

    def __init__(self, claims: RepeatedClaims) -> None:
        self._claims = claims
        names = {one.id: one.words for one in claims.lists}
        # Many patterns have a list in common.
        numbers: dict[tuple[str, ...], int] = {}
        self._patterns = []
        for one in claims.claims:
            lists = tuple(tuple(expanded(any_of, names)) for any_of in one.all)
            told = frozenset(numbers.setdefault(any_of, len(numbers)) for any_of in lists)
            self._patterns.append(_Pattern(one, lists, tuple(expanded(one.none, names)), told))
        self._clues = _Clues(numbers)

    def find(self, passage: Passage) -> Iterator[Repeated]:
        """Yield what a passage repeats, in reading order, of each page or finding once in a sentence."""
        # A sign that parts words, and no second space, which would make folding slow.
        text = hide(passage.text, passage.speech, '"')
        ranges = [(one.start, one.end) for one in passage.sentences] or [(0, len(text))]
        sentences = [fold(text[start:end]).text for start, end in ranges]
        for (start, end), (sentence, following) in zip(ranges, pairwise([*sentences, ""]), strict=True):
            is_cited = any(start <= citation.offset < end for citation in passage.citations)
            if is_cited or "?" in sentence:
                continue
            figures = [one for one in passage.figures if start <= one.start < end]
            found = self._of(sentence, figures)
            if found and not stand_in(self._claims.after, following):
                yield from (Repeated(start, end, one) for one in found.values())

    def _of(self, sentence: str, figures: Sequence[Figure]) -> Mapping[str, RepeatedClaim]:
        found: dict[str, RepeatedClaim] = {}
        lists = self._clues.lists_in(sentence)
        patterns = [one for one in self._patterns if one.numbers <= lists]
        if not patterns:
            return found
        for pattern in patterns:
            claim = pattern.claim
            if claim.key in found or (claim.finding and not any(map(claim.prints, figures))):
                continue
            if _holds(pattern, sentence) and (claim.finding or self._may_claim(claim, sentence)):
                found[claim.key] = claim
        return found

    def _may_claim(self, claim: RepeatedClaim, sentence: str) -> bool:
        """Tell whether a sentence is of a kind that may repeat a claim."""
        is_silent = stand_in(self._claims.silent, sentence)
        return not is_silent and (claim.denies or not stand_in(self._claims.denials, sentence))


def _holds(pattern: _Pattern, sentence: str) -> bool:
    return all(stand_in(any_of, sentence) for any_of in pattern.all) and not stand_in(pattern.none, sentence)
