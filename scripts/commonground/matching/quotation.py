"""Whether a quotation is anybody's: quotation marks alone do not make words somebody else's."""

import re
from collections.abc import Sequence

from commonground.matching.compiled import Compiled
from commonground.matching.names import is_in_title_case
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.quotations import CLOSING
from commonground.text.folding import fold, has_any, words_of

_PAUSE = re.compile(r"[,;?!…–—]\s")
_WORDS_AFTER = 2


def is_loose(passage: Passage, start: int, end: int, compiled: Compiled) -> bool:
    """
    Tell whether a range of ``speech`` is a quotation for which nobody is named near by, and no title.

    Somebody is where the sentence of the quotation, or one beside it, has a citation, or one of the words of quotation outside
    quotation marks, or where a colon stands right before it. A title has a word for a work in its sentence, or the capitals
    of a title. Within the quotation somebody is where a word of speaking follows a comma: « La rue, dit Ana, est à nous ». A table's cells and an example show wording, and what a record quotes is its source's.
    """
    if (
        passage.kind in (Kind.ROW, Kind.FIELD)
        or passage.block == "example"
        or not _is_quotation(passage, start, end)
        or passage.text[:start].rstrip().endswith(":")
        or is_in_title_case(passage.text[start:end], compiled.name_words)
        or _has_speaker_within(passage.text[start + 1 : end - 1], compiled.speaking_words)
    ):
        return False
    touched = [i for i, one in enumerate(passage.sentences) if one.start < end and start < one.end]
    if not touched:
        return True
    around = _outside(passage, touched[0] - 1, touched[-1] + 1)
    return (
        CITATION_CHARACTER not in around
        and not has_any(compiled.quotation_words, fold(around).text)
        and not has_any(compiled.name_words.works, fold(_outside(passage, touched[0], touched[-1])).text)
    )


def _has_speaker_within(quotation: str, speaking: Sequence[str]) -> bool:
    return any(
        has_any(speaking, " ".join(words_of(fold(after).text).split()[:_WORDS_AFTER]))
        for after in _PAUSE.split(quotation)[1:]
    )


def _is_quotation(passage: Passage, start: int, end: int) -> bool:
    text = passage.text
    return end - start > 1 and CLOSING.get(text[start]) == text[end - 1]


def _outside(passage: Passage, first: int, last: int) -> str:
    """Return some sentences with spaces for what stands in quotation marks."""
    found = passage.sentences
    begin, stop = found[max(0, first)].start, found[min(len(found) - 1, last)].end
    around = list(passage.text[begin:stop])
    for a, b in passage.speech:
        if a < stop and begin < b and _is_quotation(passage, a, b):
            blank = range(max(a, begin), min(b, stop))
            around[blank.start - begin : blank.stop - begin] = " " * len(blank)
    return "".join(around)
