"""Quotations that go over several paragraphs of a body."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from commonground.languages import Language
from commonground.model.passage import Kind, Passage
from commonground.model.quotations import carried, may_go_on


def with_carried(passages: Sequence[Passage | None], locale: Language) -> Iterator[Passage]:
    """
    Yield the passages of a body, with the speech that goes over several paragraphs.

    Args: passages: In reading order; None stands for what no quotation goes over.
    """
    for paragraphs, group in groupby(enumerate(passages), lambda item: _neighbourhood(*item)):
        run = [passage for _, passage in group if passage]
        if isinstance(paragraphs, str) and any(may_go_on(passage.text) for passage in run):
            yield from _carried(run, locale)
        else:
            yield from run


def _neighbourhood(index: int, passage: Passage | None) -> str | int:
    """Return the block of a paragraph; what no quotation goes over is alone with its number."""
    return passage.block if passage and passage.kind is Kind.PARAGRAPH else index


def _carried(run: Sequence[Passage], locale: Language) -> Iterator[Passage]:
    paragraphs = [(passage.text, passage.line_starts) for passage in run]
    for passage, ranges in zip(run, carried(paragraphs, locale.words.elisions), strict=True):
        yield replace(passage, speech=tuple(sorted({*passage.speech, *ranges}))) if ranges else passage
