"""
Every figure stands in a sentence that cites a finding.

Why: A number without its source cannot be checked, and is repeated all the same.

Fix: Put the citation after the sentence, or leave the figure out. Where no citation can stand (title, description,
heading, text of an image), use only figures of findings that the page cites. Write no figure as code. The marginal note of a law's provision may stand as
it is.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import Use, carriers, cited_findings, uses
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES_BESIDE = ("evidence/citation-form",)
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure without a citation of a finding."""
    for use in uses(corpus):
        message = _message(corpus, use)
        if message:
            yield _problem(use.page.path, use.passage.span(use.figure.start, use.figure.end), message)


def _message(corpus: Corpus, use: Use) -> str:
    if use.passage.is_code(use.figure.start):
        return _as_code(use)
    return _in_text(corpus, use) if use.passage.kind.can_cite else _without_place(corpus, use)


def _as_code(use: Use) -> str:
    if use.passage.kind is Kind.CODE:
        why = "four spaces before a line, or three backquotes above it, make code of it: take them away"
    else:
        why = "take the backquotes away"
    return f'"{use.figure.text}" stands in code, which can cite nothing. If it is a figure, {why}, and cite its finding.'


def _in_text(corpus: Corpus, use: Use) -> str:
    if any(citation.finding for citation in use.citations) or use.passage.text in corpus.law.notes:
        return ""
    place = "row" if use.passage.kind is Kind.ROW else "sentence"
    nearby = carriers(use.figure, cited_findings(corpus, use.page.citations), use.passage.language)
    advice = (
        f"If its source is {nearby[0].key}, put [@{nearby[0].key}] after it."
        if nearby
        else "Put a citation such as [@source#finding] after it, or leave the figure out."
    )
    return f'"{use.figure.text}" stands in a {place} that cites no finding. {advice}'


def _without_place(corpus: Corpus, use: Use) -> str:
    if carriers(use.figure, cited_findings(corpus, use.page.citations), use.passage.language):
        return ""
    if any(corpus.is_unread(citation.source) for citation in use.page.citations):
        return ""  # a record that is broken may have it
    return (
        f'"{use.figure.text}" stands in the {use.passage.kind}, but no finding that this page cites has it. '
        "Use a figure of a cited finding, or leave it out."
    )
