"""The level of an interval is the one that the cited finding has."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from commonground.checks.making import maker
from commonground.checks.shared.citing import cited_findings, pages, sentence_at
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import LeftAlone, Reason, level_of
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each level that no finding cited in its sentence has; a translated record must agree too."""
    for page in pages(corpus):
        for passage in page.passages:
            for level in _levels(passage):
                sentence = sentence_at(passage, level.start)
                findings = cited_findings(corpus, sentence.citations if sentence else passage.citations)
                if findings:
                    yield from _compared(passage, level, findings)
    for source in corpus.sources.values():
        for passage in source.statements:
            if finding := corpus.findings.get(passage.owner):
                for level in _levels(passage):
                    yield from _compared(passage, level, (finding,))


def _known(finding: Finding) -> set[Fraction]:
    """Return the levels of a finding: those of its sentence in the records' language and of its estimate."""
    estimate = finding.estimate.level if finding.estimate else None
    return {*finding.levels, *([] if estimate is None else [Fraction(str(estimate))])}


def _levels(passage: Passage) -> list[LeftAlone]:
    return [one for one in passage.left_alone if one.reason is Reason.LEVEL]


def _compared(passage: Passage, level: LeftAlone, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Yield a problem where none of the findings has the level."""
    written = passage.text[level.start : level.end]
    if any(level_of(written) in _known(finding) for finding in findings):
        return
    known = listed(map(_has, findings), "semicolon")
    message = _text("mismatch", level=written, known=known)
    yield _problem(passage.path, passage.span(level.start, level.end), message)


def _has(finding: Finding) -> Message:
    if levels := sorted(_known(finding)):
        written = listed(_text("percent", level=f"{float(level):g}") for level in levels)
        return _text("has", finding=finding.key, levels=written)
    return _text("none", finding=finding.key)
