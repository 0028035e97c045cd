"""How hard a text is to read: words, sentences, syllables, and the two formulas that put them together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from commonground.model.article import Article
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_JOINT = re.compile(r"[’'-]")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"[^ct]ia|[^gcstxl]io|[^qg]ua|cli(?=en)|[aeiouy]ing|iet|eo(?=l|r)|creat|reali|[^aeiou]sm(?:s?$)|ism|area|idea|iu|[aeiou]y[aeiou]"
)
"""Vowels that stand together and are spoken apart, and an m that is a syllable of its own."""

_SILENT = re.compile(
    r"[^aeiouy]e$|[^aeiouytd]ed$|(?:[^aeiouyscgxz]|[^cs]h)es$|(?<=[aeiouy][^aeiouy])e(?=ly$|ful|less|ness|ment|ty$)"
    r"|(?<=som)e(?=[^aeiouy])|(?<=[tw]her)e(?=[a-z])|ev(?=ery)"
)
_SOUNDED = re.compile(r"[^aeiouyl]le(?:s|d)?$")
"""A last e after a consonant and l is a syllable: little, settled."""

_ENGLISH = {"business": 2, "businesses": 3, "eye": 1, "eyes": 1, "science": 2, "everyone": 3, "being": 2}

_FRENCH_SILENT_U = re.compile(r"qu|(?<=g)u(?=[eiéèê])")
_FRENCH_GLIDE = re.compile(r"(?<=[aeiouéèô])y(?=[aeiouéèô])")
_FRENCH_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+")
_FRENCH_MUTE = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])es?$|(?<=[aiouyéèêïôùû])es?$")
_FRENCH_HIATUS = re.compile(r"é[aeoiuèâ]|[aeou]ï|[aeou]ë|[aoéu]é|[bcdfgptv][lr]i[aeéèoê]|oo|oa|ays$")
_FRENCH_VERB = re.compile(r"(?<!m)ent$")
_FRENCH_NASAL = frozenset(
    (
        "absent",
        "accident",
        "adolescent",
        "agent",
        "agents",
        "antécédent",
        "argent",
        "cent",
        "client",
        "clients",
        "content",
        "contingent",
        "dent",
        "différent",
        "décent",
        "détergent",
        "fréquent",
        "incident",
        "indulgent",
        "innocent",
        "intelligent",
        "lent",
        "parent",
        "parents",
        "patient",
        "patients",
        "permanent",
        "pertinent",
        "prudent",
        "précédent",
        "présent",
        "président",
        "récent",
        "résident",
        "souvent",
        "talent",
        "urgent",
        "vent",
        "violent",
        "équivalent",
        "évident",
    )
)
"""Words whose last -ent is spoken, unlike that of verbs."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text is made of: numbers of words, sentences and spoken syllables, each above 0."""

    words: int
    sentences: int
    syllables: int


def words(text: str) -> list[str]:
    """Return the words of a text; figures are none."""
    return _WORD.findall(text.replace(CITATION_CHARACTER, " "))


def paragraphs(article: Article) -> Iterator[Passage]:
    """Yield an article's paragraphs and items, in reading order."""
    return (passage for passage in article.passages if passage.kind in (Kind.PARAGRAPH, Kind.ITEM))


def prose(article: Article) -> Iterator[tuple[Passage, Sentence]]:
    """Yield the sentences of an article's paragraphs and items, in reading order."""
    for passage in paragraphs(article):
        yield from ((passage, sentence) for sentence in passage.sentences)


def counts(texts: Sequence[str], language: str) -> Counts | None:
    """Count sentences; None where there is no word. A sentence without a word does not count."""
    listed = [found for found in map(words, texts) if found]
    if not listed:
        return None
    syllables = sum(syllables_of(word, language) for found in listed for word in found)
    return Counts(sum(map(len, listed)), len(listed), syllables)


def grade(found: Counts) -> float:
    """
    Return the Flesch-Kincaid grade of an English text: years of school that a reader needs.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75, Naval Technical Training Command:
    0.39 · words per sentence + 11.8 · syllables per word - 15.59.
    """
    return 0.39 * found.words / found.sentences + 11.8 * found.syllables / found.words - 15.59


def ease(found: Counts) -> float:
    """
    Return the reading ease of a French text: 100 very easy, 0 very hard.

    Source: Kandel and Moles (1958), Application de l'indice de Flesch à la langue française:
    207 - 1.015 · words per sentence - 73.6 · syllables per word.
    """
    return 207 - 1.015 * found.words / found.sentences - 73.6 * found.syllables / found.words


@cache
def syllables_of(word: str, language: str) -> int:
    """Return about how many syllables a word has when spoken, at least 1; its parts are counted apart."""
    parts = _JOINT.split(word.lower())
    count = sum(_french(part) if language == "fr" else _english(part) for part in parts if part)
    return max(1, count)


def _english(part: str) -> int:
    if part in _ENGLISH:
        return _ENGLISH[part]
    count = len(_VOWELS.findall(part)) + len(_APART.findall(part)) - len(_SILENT.findall(part))
    if _SOUNDED.search(part):
        count += 1
    return max(count, 1 if _VOWELS.search(part) else 0)


def _french(part: str) -> int:
    part = _FRENCH_SILENT_U.sub("q", part)
    part = _FRENCH_GLIDE.sub("j", part)
    if part not in _FRENCH_NASAL and _FRENCH_VERB.search(part) and len(part) > 4:
        part = part[:-3]
        return max(1, len(_FRENCH_VOWELS.findall(part)))
    part = (
        part
        if len(_FRENCH_VOWELS.findall(part)) < 2 and not part.endswith(("ie", "ies", "ue", "ues"))
        else _FRENCH_MUTE.sub("", part)
    )
    count = len(_FRENCH_VOWELS.findall(part)) + len(_FRENCH_HIATUS.findall(part))
    return max(count, 1 if _FRENCH_VOWELS.search(part) else 0)
