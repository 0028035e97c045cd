"""A kept figure stands as it was kept, and its finding is still on record."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import is_among
from commonground.model.problem import Level, Problem
from commonground.model.quoted import PATH, Quoted

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_OWN = ("headline", "states")
"""The texts that say what was found; the others warn of it, and may give other numbers of its record."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """
    Yield what reading met, then what a kept state says that its record does not.

    A seal shows that a line is whole, not that it was ever true: whoever knows the program can make one. So the record
    has to be there for good, and where the finding is still as it was kept, the two must say the same. Only of an older
    state is there no other witness than the line, which lists the figures that the record had then.
    """
    yield from corpus.met("evidence/altered-kept-figure")
    for quoted in corpus.quoted:
        if message := _fault(quoted, corpus):
            yield _problem(PATH, quoted.span, message)
        yield from _uncarried(quoted)


def _fault(quoted: Quoted, corpus: Corpus) -> Message | None:
    finding = corpus.findings.get(quoted.finding)
    if finding is None:
        source = corpus.sources.get(quoted.finding.partition("#")[0])
        is_told = corpus.is_unread(quoted.finding) or (source is not None and corpus.is_broken(source.path))
        return None if is_told else _text("missing", finding=quoted.finding)
    is_other = finding.states != quoted.states or finding.figures != quoted.figures
    if finding.digest == quoted.digest and is_other:
        return _text("altered", finding=quoted.finding)
    return None


def _uncarried(quoted: Quoted) -> Iterator[Problem]:
    """Yield a problem for each figure that the record did not list when the state was kept."""
    for passage in quoted.passages:
        beside = () if passage.label in _OWN else quoted.beside_values
        for figure in passage.figures:
            if not is_among(figure, (*quoted.sayable(passage.language), *beside)):
                message = _text("figure", figure=figure.text, finding=quoted.finding)
                yield _problem(PATH, passage.span(figure.start, figure.end), message)
