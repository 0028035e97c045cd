"""A chart has one sentence and draws the findings that it cites."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from commonground.checks.making import maker
from commonground.languages import FIRST
from commonground.languages.message import Message, listed, texts_of
from commonground.model.article import Article, Block
from commonground.model.chart import MEASURES, charts_in, kind_of, label_of, measure_of, numbers_of
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what keeps a chart from being drawn; unknown and withheld findings have checks of their own."""
    for article in corpus.articles:
        for block, passages in charts_in(article):
            yield from _words(article, block, passages)
            citations = [citation for passage in passages for citation in passage.citations]
            if not citations and passages:
                yield _problem(article.path, block.span, _text("uncited"))
            yield from _findings(article, citations, corpus)


def _words(article: Article, block: Block, passages: Sequence[Passage]) -> Iterator[Problem]:
    if not passages:
        yield _problem(article.path, block.span, _text("empty"))
    elif len(passages) > 1 or len(passages[0].sentences) > 1:
        yield _problem(article.path, block.span, _text("sentences"))


def _findings(article: Article, citations: Sequence[Citation], corpus: Corpus) -> Iterator[Problem]:
    first: Finding | None = None
    for citation in citations:
        finding = corpus.findings.get(citation.key)
        if not citation.finding and citation.source in corpus.sources:
            yield _problem(article.path, citation.span, _text("whole-source", source=citation.source))
        if finding is None or finding.withheld or corpus.is_broken(corpus.sources[citation.source].path):
            continue
        first = first or finding
        if fault := _fault(finding, first, article.language):
            yield _problem(article.path, citation.span, fault)


def _fault(finding: Finding, first: Finding, language: str) -> Message | None:
    """Return why a finding cannot be drawn beside the first one, None where it can."""
    key, measure = finding.key, measure_of(finding)
    if not measure:
        return _text("no-estimate", finding=key)
    if kind_of(finding) is None:
        return _text("unknown-measure", finding=key, measure=measure, measures=listed(MEASURES))
    if (kind_of(finding), measure) != (kind_of(first), measure_of(first)):
        begun = measure_of(first)
        return _text("other-measure", finding=key, measure=measure, first=first.key, first_measure=begun)
    if unstated := _unstated(finding):
        return _text("unstated", finding=key, numbers=listed(unstated))
    if not label_of(finding).get(language):
        label = "label" if language == FIRST else f"label_{language}"
        return _text("no-label", finding=key, key=label)
    return None


def _unstated(finding: Finding) -> list[str]:
    """Return the numbers of an estimate that its finding does not give as figures."""
    given = {quantity.value for quantity in finding.quantities}
    return [
        f"{key} {number}" for key, number in numbers_of(finding).items() if Fraction(str(number)) not in given
    ]
