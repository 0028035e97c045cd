"""What a reading formula counts of a text: words, sentences, syllables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from commonground.languages.reading import Syllables
from commonground.model.article import Article
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage, Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


class Counts(Struct, frozen=True):
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


def counts(texts: Sequence[str], syllables: Syllables) -> Counts | None:
    """Count sentences; None where there is no word. A sentence without a word does not count."""
    listed = [found for found in map(words, texts) if found]
    if not listed:
        return None
    spoken = sum(n * syllables.count(word) for word, n in Counter(chain.from_iterable(listed)).items())
    return Counts(sum(map(len, listed)), len(listed), spoken)
