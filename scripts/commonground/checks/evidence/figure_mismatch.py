"""
Every figure is one that the cited finding has.

Why: A wrong digit beside a real source is the hardest fault to see and the most harmful to print.

Fix: Write the figure as the finding's record has it, or cite the finding that does; plain renderings count in their
own language.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import Use, carriers, cited_findings, uses
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.figure import Figure
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


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


def _message(figure: Figure, findings: tuple[Finding, ...], language: str) -> str:
    known = "; ".join(f"{finding.key} has {_listed(finding, language)}" for finding in findings)
    return f'"{figure.text}" is not a figure of what is cited: {known}. Write one of these, or cite the finding that gives it.'


def _listed(finding: Finding, language: str) -> str:
    written = (*finding.figures, *finding.plain.get(language, ()))
    return ", ".join(written) if written else "no figures"
