"""Which finding carries which figure, for the checks of this family."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure, is_among
from commonground.model.passage import Passage, Sentence
from commonground.model.source import Finding

EXAMPLE = "example"
"""The block of invented examples: nothing in it claims to be a finding."""


class Page(Struct, frozen=True):
    """What is read as one: an article, or a data file. ``citations`` are all of it."""

    path: str
    passages: tuple[Passage, ...]
    citations: tuple[Citation, ...]


class Use(Struct, frozen=True):
    """A figure in a passage, and the citations of its sentence (or table row)."""

    page: Page
    passage: Passage
    figure: Figure
    citations: tuple[Citation, ...]


@lru_cache(maxsize=1)
def pages(corpus: Corpus) -> tuple[Page, ...]:
    """Return every article, then every data file once in each language."""
    return tuple(_pages(corpus))


def _pages(corpus: Corpus) -> Iterator[Page]:
    for article in corpus.articles:
        exempt = _exempt_headings(corpus, article.front.type, article.language)
        passages = tuple(p for p in article.passages if p.block != EXAMPLE and p.section not in exempt)
        yield Page(article.path, passages, article.citations)
    files: dict[tuple[str, str], list[Passage]] = {}
    for passage in corpus.reference.passages:
        files.setdefault((passage.path, passage.language), []).append(passage)
    for (path, _), found in files.items():
        yield Page(path, tuple(found), tuple(citation for passage in found for citation in passage.citations))


def uses(corpus: Corpus) -> Iterator[Use]:
    """Yield every figure that must be carried by a finding."""
    for page in pages(corpus):
        for passage in page.passages:
            for figure in passage.figures:
                yield Use(page, passage, figure, _citations_at(passage, figure))


def all_citations(corpus: Corpus) -> Iterator[tuple[Passage, Citation]]:
    """Yield every citation of the corpus with its passage."""
    for passage in corpus.prose():
        for citation in passage.citations:
            yield passage, citation


def cited_findings(corpus: Corpus, citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """Return the findings that citations lead to, each once; unknown ones are left out."""
    if not citations:
        return ()
    found = {citation.key: corpus.findings.get(citation.key) for citation in citations if citation.finding}
    return tuple(finding for finding in found.values() if finding is not None)


def carries(finding: Finding, figure: Figure, language: str) -> bool:
    """
    Tell whether a finding has every value of a figure, its figures and the plain renderings of the language counted.

    The ends of a range are recorded as such a range, or one after the other ("1.96", "4.57"): never one end of each of two.
    """
    return is_among(figure, finding.sayable(language, in_words=not figure.is_exact))


def carriers(figure: Figure, findings: Iterable[Finding], language: str) -> tuple[Finding, ...]:
    """Return those findings that carry a figure."""
    return tuple(finding for finding in findings if carries(finding, figure, language))


def sentence_at(passage: Passage, offset: int) -> Sentence | None:
    """Return the sentence in which an offset lies."""
    return next((one for one in passage.sentences if one.start <= offset < one.end), None)


def _citations_at(passage: Passage, figure: Figure) -> tuple[Citation, ...]:
    sentence = sentence_at(passage, figure.start)
    return sentence.citations if sentence else passage.citations


def _exempt_headings(corpus: Corpus, type_name: str, language: str) -> frozenset[str]:
    kind = corpus.types.get(type_name)
    sections = corpus.locale(language).sections
    return (
        frozenset(sections[key] for key in kind.exempt_sections if key in sections) if kind else frozenset()
    )
