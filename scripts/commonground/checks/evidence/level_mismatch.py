"""
The level of an interval is the one that the cited finding has.

Why: "98% CI" for an interval at 95% claims a certainty that nobody measured; its ends alone look right.

Fix: Write the level as the finding's sentence or its estimate has it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from commonground.checks.evidence.citing import cited_findings, pages, sentence_at
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.figure import LeftAlone, Reason
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_NUMBER = re.compile(r"\d+(?:[.,]\d{1,3})?")
_POLL = (Fraction(19), Fraction(95))
"""A poll's "19 times out of 20" is a level of 95%."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each level that no finding cited in its sentence has; a translated record must agree too."""
    known = _known(corpus)
    for page in pages(corpus):
        for passage in page.passages:
            for level in _levels(passage):
                sentence = sentence_at(passage, level.start)
                findings = cited_findings(corpus, sentence.citations if sentence else passage.citations)
                if findings:
                    yield from _compared(passage, level, findings, known)
    for passage in _statements(corpus):
        for level in _levels(passage):
            yield from _compared(passage, level, (corpus.findings[passage.owner],), known)


def _known(corpus: Corpus) -> dict[str, set[Fraction]]:
    """Return the levels of each finding: those of its sentence in the default language and of its estimate."""
    known: dict[str, set[Fraction]] = {key: set() for key in corpus.findings}
    for finding in corpus.findings.values():
        if finding.estimate and finding.estimate.level is not None:
            known[finding.key].add(Fraction(str(finding.estimate.level)))
    for passage in _statements(corpus):
        if passage.language == corpus.default_language:
            known[passage.owner].update(_value(passage, level) for level in _levels(passage))
    return known


def _statements(corpus: Corpus) -> Iterator[Passage]:
    """Yield the sentences of all findings, in every language."""
    for source in corpus.sources.values():
        for passage in source.passages:
            finding = corpus.findings.get(passage.owner)
            if finding and passage.label.startswith(f"findings.{finding.id}.states"):
                yield passage


def _levels(passage: Passage) -> list[LeftAlone]:
    return [one for one in passage.left_alone if one.reason is Reason.LEVEL]


def _value(passage: Passage, level: LeftAlone) -> Fraction:
    number = _NUMBER.search(passage.text, level.start, level.end)
    value = Fraction(number.group().replace(",", ".")) if number else Fraction(0)
    return _POLL[1] if value == _POLL[0] else value


def _compared(
    passage: Passage, level: LeftAlone, findings: Sequence[Finding], known: dict[str, set[Fraction]]
) -> Iterator[Problem]:
    """Yield a problem where none of the findings has the level."""
    if any(_value(passage, level) in known[finding.key] for finding in findings):
        return
    have = "; ".join(f"{finding.key} has {_listed(known[finding.key])}" for finding in findings)
    message = (
        f'"{passage.text[level.start : level.end]}" is not the level of what is cited: {have}. '
        "Write the level as the finding has it, or leave it out."
    )
    yield _problem(passage.path, passage.span(level.start, level.end), message)


def _listed(levels: set[Fraction]) -> str:
    return ", ".join(f"{float(level):g}%" for level in sorted(levels)) or "none"
