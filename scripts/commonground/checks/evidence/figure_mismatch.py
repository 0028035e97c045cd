"""Every figure is one that the cited finding has."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import Use, carriers, cited_findings, uses
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure that no finding cited in its sentence has."""
    for use in uses(corpus):
        if not use.passage.kind.can_cite or use.passage.is_code(use.figure.start):
            continue
        findings = cited_findings(corpus, use.citations)
        if (
            not findings
            or _leads_nowhere(corpus, use)
            or carriers(use.figure, findings, use.passage.language)
        ):
            continue
        message = _message(use.figure, findings, use.passage.language)
        yield _problem(use.page.path, use.passage.span(use.figure.start, use.figure.end), message)


def _leads_nowhere(corpus: Corpus, use: Use) -> bool:
    """Tell whether a citation of the sentence is unknown: that is reported, and its finding may have the figure."""
    return any(citation.finding and citation.key not in corpus.findings for citation in use.citations)


def _message(figure: Figure, findings: tuple[Finding, ...], language: str) -> Message:
    known = listed((_known(finding, language) for finding in findings), "semicolon")
    if figure.is_time:
        return _text("mismatch-time", figure=figure.text, known=known)
    return _text("mismatch", figure=figure.text, known=known)


def _known(finding: Finding, language: str) -> Message:
    if written := (*finding.figures, *finding.plain.get(language, ())):
        return _text("has", finding=finding.key, figures=listed(written))
    return _text("none", finding=finding.key)
