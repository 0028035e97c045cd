"""What the words of a sentence claim, by the word lists of its language, for the checks of this family."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage, Sentence
from commonground.model.source import Finding
from commonground.text.folding import is_question, lowered
from commonground.text.ranges import hide

Span = tuple[int, int]

_PARTS = re.compile("[* ]+")


class Claim(Struct, frozen=True, dict=True):
    """A sentence of ours that rests on findings."""

    page: Page
    passage: Passage
    sentence: Sentence
    findings: tuple[Finding, ...]
    locale: Language

    @cached_property
    def text(self) -> str:
        """The sentence in small letters, somebody else's words blanked; offsets stay."""
        start, end = self.sentence.start, self.sentence.end
        text = self.passage.text[start:end].lower().replace("’", "'")
        inside = ((max(first, start) - start, min(last, end) - start) for first, last in self.passage.speech)
        return hide(text, ((first, last) for first, last in inside if first < last))

    @property
    def is_question(self) -> bool:
        return is_question(self.text)

    def words(self, kind: str) -> list[Span]:
        """Return where words of one list of the locale stand, as offsets in ``text``."""
        return self.words_in(self.text, kind)

    def words_in(self, text: str, kind: str) -> list[Span]:
        """Return the same of another text in small letters."""
        return _spans(text, self.locale.words.claims.get(kind, ()))

    def phrases(self, first: str, last: str, between: int = 3) -> list[Span]:
        """Return where a word of one list stands before a word of another, at most some words apart: "another large study"."""
        return [match.span() for match in self._pairs(self.text, first, last, between)]

    def says_likewise(self, text: str, pairs: Iterable[tuple[str, str]], noun: str) -> bool:
        """Tell whether another text, such as that of a record, has a word of one list before a noun of another too."""
        plain = lowered(text)
        found = (match for first, last in pairs for match in self._pairs(plain, first, last))
        return any(match.group().split()[-1] == noun for match in found)

    def _pairs(self, text: str, first: str, last: str, between: int = 3) -> Iterator[re.Match[str]]:
        lists, small = self.locale.words.claims, self.locale.words.grammar.small_words
        firsts, lasts = lists.get(first, ()), lists.get(last, ())
        if _may_hold(text, firsts) and _may_hold(text, lasts):
            yield from _joined(firsts, between, small, lasts).finditer(text)

    def starts_figure(self, offset: int) -> bool:
        """Tell whether a figure begins within a few letters of an offset in ``text`` ("more than 200")."""
        place = self.sentence.start + offset
        return any(place <= figure.start <= place + 8 for figure in self.passage.figures)


@lru_cache(maxsize=1)
def claims(corpus: Corpus) -> tuple[Claim, ...]:
    """Return every sentence that cites a finding on record; several checks ask for those of one corpus."""
    return tuple(
        Claim(page, passage, sentence, findings, corpus.locale(passage.language))
        for page in pages(corpus)
        for passage in page.passages
        for sentence in passage.sentences
        if sentence.citations and (findings := cited_findings(corpus, sentence.citations))
    )


def is_listed(word: str, listed: tuple[str, ...]) -> bool:
    """Tell whether a word is one of a list."""
    return _pattern(listed).fullmatch(word) is not None


def places_of(text: str, listed: tuple[str, ...]) -> list[Span]:
    """Return where one of several words or phrases stands in a text."""
    return _spans(lowered(text), listed)


def says_one_of(text: str, listed: tuple[str, ...]) -> bool:
    """Tell whether a text has one of several words or phrases; capitals and the form of apostrophes do not matter."""
    return bool(places_of(text, listed))


def left_out(text: str, asked: Iterable[tuple[str, str]]) -> list[str]:
    """Return what a text must say and does not, of ``Corpus.must_say``."""
    return [words for _, words in asked if not says_one_of(text, tuple(words.split("|")))]


def _spans(text: str, listed: tuple[str, ...]) -> list[Span]:
    """Return where one of several words stands in a text in small letters."""
    return [match.span() for match in _pattern(listed).finditer(text)] if _may_hold(text, listed) else []


def _may_hold(text: str, listed: tuple[str, ...]) -> bool:
    """Tell whether one of several words may stand in a text: most texts have none, and asking is much faster than looking."""
    automaton = _automaton(listed)
    return automaton is None or bool(automaton.find_matches_as_indexes(text))


@cache
def _automaton(listed: tuple[str, ...]) -> AhoCorasick | None:
    """Return what finds a piece of each word or phrase, the longest without a space or a ``*``; None where one has none."""
    pieces = {max(_PARTS.split(lowered(word)), key=len) for word in listed}
    return None if "" in pieces else AhoCorasick(pieces)


def _forms(listed: tuple[str, ...]) -> str:
    """Return the inside of a pattern for one of several words; a ``*`` at the end of one stands for any ending."""
    forms = (re.escape(lowered(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in listed)
    return "|".join(sorted(forms, key=len, reverse=True)) or "(?!)"


@cache
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words."""
    return re.compile(rf"(?<![\w-])(?:{_forms(listed)})(?![\w'-])")


@cache
def _joined(
    first: tuple[str, ...], between: int, small: tuple[str, ...], last: tuple[str, ...]
) -> re.Pattern[str]:
    """Return a pattern for a word of one list before a word of another, with at most so many words between, none of them small."""
    gap = rf"(?:,?\s+(?!(?:{_forms(small)})\b)[\w'-]+){{0,{between}}}?\s+"
    return re.compile(rf"(?<![\w-])(?:{_forms(first)}){gap}(?:{_forms(last)})(?![\w'-])")
