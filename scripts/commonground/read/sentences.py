"""Where sentences end, and which words on them are somebody else's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from commonground.languages import Language
from commonground.model.citation import Citation
from commonground.model.passage import CITATION_CHARACTER, Sentence
from commonground.model.quotations import quotations

_STOP = re.compile(rf"[.!?…]+[)\]”’\"']*(?:\s?[»›])?(?=\s|{CITATION_CHARACTER}|$)")
_TRAIL = re.compile(rf"(?:\s*{CITATION_CHARACTER})*")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST_ABBREVIATION = 24
_QUOTATION_MARK = re.compile("[“«‹\"‘']")
_LINE_END = re.compile("\n")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+)(?<=\S)\1(?![\w*])")
"""Italics as they are typed where nothing turns the marks into italics."""

_DOMAIN = r"\.(?:com|org|net|info|biz|edu|gov|int|ca|fr|uk|eu|io|tv|xyz|online|site|blog|news|shop|club|xxx|porn|sex|example|test|onion|quebec)(?![\w-])"
_ADDRESS = re.compile(
    r"https?://[^\s<>\"»)]+|www\.[^\s<>\"»)]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"
    rf"|(?<![\w./@-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*{_DOMAIN}(?::[0-9]+)?(?:[/?#][^\s<>\"»)]*)?"
)
_HAS_ADDRESS = re.compile(rf"://|www\.|@|{_DOMAIN}")
_WORD = re.compile(r"\s+(\w[\w’'-]*)")


def sentences(text: str, citations: Sequence[Citation], locale: Language) -> tuple[Sentence, ...]:
    """Split a passage's text; citations after a stop belong to the sentence before it."""
    result = []
    for start, end in _ranges(text, locale):
        mine = tuple(citation for citation in citations if start <= citation.offset < end)
        result.append(Sentence(start, end, mine))
    return tuple(result)


def _ranges(text: str, locale: Language) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        trail = _TRAIL.match(text, stop.end())
        end = trail.end() if trail else stop.end()
        if end < len(text) and not _ends_here(text, stop, end, locale):
            continue
        if end > start and stop.end() > start:
            yield start, end
            start = end + (len(text[end:]) - len(text[end:].lstrip()))
    if text[start:].strip():
        yield start, len(text)


def _ends_here(text: str, stop: re.Match[str], end: int, locale: Language) -> bool:
    following = text[end:].lstrip()[:1]
    if following.islower() or not following:
        return False
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    last = f"{word.group()}." if word else "."
    is_initial = len(last) == 2 and last[0].isupper() and last[0] not in locale.words.one_letter_words
    return not (is_initial or last.lower() in _lowered(locale.words.abbreviations))


@cache
def _lowered(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of web and mail addresses, those without ``https://`` too where they end in a usual domain."""
    if _HAS_ADDRESS.search(text):
        for match in _ADDRESS.finditer(text):
            yield match.span()


def speech(
    text: str, italics: Sequence[tuple[int, int]], locale: Language, lines: Sequence[int] | None = None
) -> tuple[tuple[int, int], ...]:
    """
    Return the ranges that are not our own words.

    They are: paired quotation marks, capitalised italics (a title), and a word mentioned as a word, which is set off
    by single quotes or follows one of the locale's mention words. A range that has its quotation marks is somebody's only
    where somebody is named.

    Args: lines: Where the lines of the text begin, but for the first; None: after each line end.
    """
    found: list[tuple[int, int]] = []
    # Most passages have no such mark, and asking for one is much faster than reading.
    if _QUOTATION_MARK.search(text):
        starts = [end.end() for end in _LINE_END.finditer(text)] if lines is None else lines
        found += quotations(text, locale.words.elisions, starts)
    if "*" in text or "_" in text:
        italics = [*italics, *(match.span(2) for match in _EMPHASIS.finditer(text))]
    found += [(start, end) for start, end in italics if _is_title(text, start, end)]
    found += _mentions(text, italics, locale)
    return tuple(sorted(set(found)))


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell italics of a title from italics for stress: a lone capitalised word that opens a sentence is stress."""
    inside = text[start:end]
    if not inside[:1].isupper():
        return False
    before = text[:start].rstrip("*_").rstrip()
    opens_sentence = not before or before[-1] in ".!?…:"
    return len(inside.split()) > 1 or not opens_sentence


def _mentions(text: str, italics: Sequence[tuple[int, int]], locale: Language) -> Iterator[tuple[int, int]]:
    if not _mention_automaton(locale.words.mention_words).find_matches_as_indexes(text.lower()):
        return  # so it is with most texts, and asking is much faster than looking
    for match in _mention_pattern(locale.words.mention_words).finditer(text):
        in_italics = next((span for span in italics if 0 <= span[0] - match.end() <= 2), None)
        word = _WORD.match(text, match.end())
        if in_italics:
            yield in_italics
        elif word:
            yield word.span(1)
            if match.group().lower() in locale.words.mention_lists:
                yield from _listed(text, word.end(), locale)


def _listed(text: str, position: int, locale: Language) -> Iterator[tuple[int, int]]:
    """Yield the words of a list that goes on at a position: ", x and y"."""
    joint = _joint_pattern(locale.words.list_joints)
    while (found := joint.match(text, position)) and (word := _WORD.match(text, found.end())):
        yield word.span(1)
        position = word.end()


@cache
def _joint_pattern(joints: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(joint) for joint in joints if joint.isalpha())
    return re.compile(rf",(?:\s+(?:{words})\b)?|\s+(?:{words})\b")


@cache
def _mention_automaton(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(words)


@cache
def _mention_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
