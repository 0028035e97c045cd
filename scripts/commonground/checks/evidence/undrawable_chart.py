"""
A chart has one sentence and draws the findings that it cites.

Why: Nothing in a chart is typed by hand. Its numbers come from the records, and findings share one drawing only where they measure
the same thing in the same way.

Fix: Say the finding in one sentence and cite findings with an `estimate` of one measure, each with a `label` in every language.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from commonground.checks.making import maker
from commonground.model.article import Article, Block
from commonground.model.chart import MEASURES, charts_in, kind_of, label_of, measure_of, numbers_of
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield what keeps a chart from being drawn; unknown and withheld findings have checks of their own."""
    for article in corpus.articles:
        for block, passages in charts_in(article):
            yield from _words(article, block, passages)
            citations = [citation for passage in passages for citation in passage.citations]
            if not citations and passages:
                message = "this chart cites nothing, so there is nothing to draw. Cite the findings it shows."
                yield _problem(article.path, block.span, message)
            yield from _findings(article, citations, corpus)


def _words(article: Article, block: Block, passages: Sequence[Passage]) -> Iterator[Problem]:
    if not passages:
        message = (
            "this chart says nothing. Write its finding as one sentence, and cite the findings it shows."
        )
        yield _problem(article.path, block.span, message)
    elif len(passages) > 1 or len(passages[0].sentences) > 1:
        message = "a chart has one sentence, its finding. Move the rest of the text out of the block."
        yield _problem(article.path, block.span, message)


def _findings(article: Article, citations: Sequence[Citation], corpus: Corpus) -> Iterator[Problem]:
    first: Finding | None = None
    for citation in citations:
        finding = corpus.findings.get(citation.key)
        if not citation.finding and citation.source in corpus.sources:
            message = f"a chart draws findings, and {citation.source} is a whole source. Name a finding: [@{citation.source}#…]."
            yield _problem(article.path, citation.span, message)
        if finding is None or finding.withheld:
            continue
        first = first or finding
        if fault := _fault(finding, first, article.language):
            yield _problem(article.path, citation.span, fault)


def _fault(finding: Finding, first: Finding, language: str) -> str:
    """Return why a finding cannot be drawn beside the first one, "" where it can."""
    measure = measure_of(finding)
    if not measure:
        return f"{finding.key} has no estimate, so there is nothing to draw. Give it one in its record, or cite another finding."
    if kind_of(finding) is None:
        return (
            f'the estimate of {finding.key} cannot be drawn as "{measure}". '
            f"Drawn are: {', '.join(MEASURES)}; ratios need low and high. Correct it, or cite another finding."
        )
    if (kind_of(finding), measure) != (kind_of(first), measure_of(first)):
        return (
            f'{finding.key} is measured as "{measure}", but this chart begins with "{measure_of(first)}" ({first.key}). '
            "One chart has one measure: make two charts."
        )
    if unstated := _unstated(finding):
        return f"the estimate of {finding.key} has {unstated}, which is none of its figures. Correct one of the two in its record."
    if not label_of(finding).get(language):
        key = "label" if language == "en" else f"label_{language}"
        return f"the estimate of {finding.key} has no {key}. Add a short name of its outcome beside the estimate's value."
    return ""


def _unstated(finding: Finding) -> str:
    """Return the numbers of an estimate that its finding does not give as figures, "" where it gives them all."""
    given = {quantity.value for quantity in finding.quantities}
    return ", ".join(
        f"{key} {number}" for key, number in numbers_of(finding).items() if Fraction(str(number)) not in given
    )
