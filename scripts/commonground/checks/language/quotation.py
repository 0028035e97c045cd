"""Whether a quotation is anybody's: quotation marks alone do not make words somebody else's."""

from collections.abc import Sequence

from commonground.model.folding import fold, has_any
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.quotations import CLOSING


def is_loose(passage: Passage, start: int, end: int, words: Sequence[str]) -> bool:
    """
    Tell whether a range of ``speech`` is a quotation for which nobody is named near by.

    Somebody is where the sentence of the quotation, or one beside it, has a citation, or one of the ``words`` outside
    quotation marks, or where a colon stands right before it. A table's cells and an example show wording, and what a
    record quotes is its source's.
    """
    if (
        passage.kind in (Kind.ROW, Kind.FIELD)
        or passage.block == "example"
        or not _is_quotation(passage, start, end)
    ):
        return False
    return not passage.text[:start].rstrip().endswith(":") and not _is_attributed(passage, start, end, words)


def _is_quotation(passage: Passage, start: int, end: int) -> bool:
    text = passage.text
    return end - start > 1 and CLOSING.get(text[start]) == text[end - 1]


def _is_attributed(passage: Passage, start: int, end: int, words: Sequence[str]) -> bool:
    found = passage.sentences
    touched = [index for index, one in enumerate(found) if one.start < end and start < one.end]
    if not touched:
        return False
    first = found[max(0, touched[0] - 1)].start
    last = found[min(len(found) - 1, touched[-1] + 1)].end
    around = list(passage.text[first:last])
    for a, b in passage.speech:
        if a < last and first < b and _is_quotation(passage, a, b):
            blank = range(max(a, first), min(b, last))
            around[blank.start - first : blank.stop - first] = " " * len(blank)
    outside = "".join(around)
    return CITATION_CHARACTER in outside or has_any(words, fold(outside).text)
