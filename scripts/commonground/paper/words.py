"""Texts of an article as paper shows them: without marks of citation, set as a typographer would."""

import re
from collections.abc import Iterable, Iterator

from commonground.languages import Language
from commonground.model.article import Article
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage, uncited
from commonground.model.source import Finding, Source
from commonground.sources.names import who
from commonground.text.typography import typographic

_NUMBER = re.compile(r"(?<=\d) (?=\w)")
_NOT_IN_TYPEFACE = str.maketrans({"\u202f": "\u00a0", "\u2011": "-"})


def plain(text: str) -> str:
    """Return a text as paper shows it: no line ends between a number and what it counts."""
    set_ = typographic(uncited(text))
    return _NUMBER.sub("\u00a0", set_).translate(_NOT_IN_TYPEFACE)


def shown(passages: Iterable[Passage]) -> str:
    """Return what some passages say, one after the other."""
    return " ".join(plain(passage.text) for passage in passages)


def of_block(article: Article, name: str) -> list[Passage]:
    """Return the passages of the first block of a name."""
    found: list[Passage] = []
    for passage in article.passages:
        if passage.block == name:
            found.append(passage)
        elif found:
            break
    return found


def of_section(article: Article, key: str, locale: Language) -> list[Passage]:
    """Return the passages of a section, without its headings."""
    heading = locale.sections.get(key)
    return [p for p in article.passages if p.section == heading and p.kind is not Kind.HEADING]


def part(article: Article, name: str, locale: Language) -> list[Passage]:
    """Return the passages of a section, or of the first block of that name."""
    return of_section(article, name, locale) if name in locale.sections else of_block(article, name)


def citations(passages: Iterable[Passage]) -> list[Citation]:
    """Return what some passages cite, in reading order."""
    return [citation for passage in passages for citation in passage.citations]


def cited(passages: Iterable[Passage], corpus: Corpus) -> Iterator[tuple[Source, Finding]]:
    """Yield each finding that some passages cite, once, with its source."""
    for key in dict.fromkeys(citation.key for citation in citations(passages)):
        if finding := corpus.findings.get(key):
            yield corpus.sources[finding.source], finding


def names(passages: Iterable[Passage], corpus: Corpus, locale: Language) -> list[str]:
    """Return the sources that some passages cite, each as short as it can be named, in reading order."""
    ids = dict.fromkeys(citation.source for citation in citations(passages))
    return [plain(who(corpus.sources[id], locale)) for id in ids if id in corpus.sources]
