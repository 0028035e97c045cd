"""What a reader sees together: a paragraph, an item with its lead-in, a row with the head of its table, a block."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from commonground.model.passage import Kind, Passage

ALONE = ("chart", "quote-this")
"""Blocks that are copied and shared without their page."""

Passages = Sequence[Passage]


def seen_together(passages: Passages) -> Iterator[tuple[Passages, Passages]]:
    """Yield what is read as one, and all that is seen with it: a lead-in, the head of a table."""
    before: Passages = ()
    for _, found in groupby(passages, lambda one: (one.section, one.block, "" if one.block else one.kind)):
        run = tuple(found)
        first = run[0]
        if first.block:
            yield run, run
        else:
            head = run[:1] if first.kind is Kind.ROW else ()
            lead = before if first.kind in (Kind.ROW, Kind.ITEM) else ()
            yield from (((one,), (*lead, *head, one)) for one in run)
        leads = first.kind is Kind.PARAGRAPH and not first.block
        before = run[-1:] if leads else ()
