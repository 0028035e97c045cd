"""Where the law that we keep word for word differs from the public consolidation."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from commonground.model.law import Provision
from commonground.read.statute import Statute

_AROUND = 30
"""Characters shown before and after the first and the last difference of two texts."""


class Difference(Struct, frozen=True):
    """
    One thing that is not the same.

    ``what``: "missing" there, or the key of our file that differs: "text", "note" or "history". ``ours`` and ``theirs`` are cut
    down to what differs and the words around it.
    """

    provision: Provision
    language: str
    what: str
    ours: str = ""
    theirs: str = ""


def differences(one: Provision, statutes: Mapping[str, Statute]) -> Iterator[Difference]:
    """Yield what differs in a provision, in each language of which the consolidation is at hand."""
    for language, statute in statutes.items():
        words = statute.words(one.section, one.term.get(language, ""), is_extract=one.is_extract)
        if words is None:
            yield Difference(one, language, "missing")
            continue
        pairs = {
            "text": (one.text.get(language, ""), words.text),
            "note": (one.note.get(language, ""), words.note),
        }
        if (
            one.history and not one.term
        ):  # printed after the whole section: it tells of an amendment to any part
            pairs["history"] = (one.history.get(language, ""), words.history)
        for what, (ours, theirs) in pairs.items():
            if ours != theirs:
                yield Difference(one, language, what, *_cut(ours, theirs))


def _cut(ours: str, theirs: str) -> tuple[str, str]:
    """Return what differs between two texts, each with some words around it, on one line."""
    before = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    start = min(len(ours), len(theirs)) if before is None else before
    pairs = zip(reversed(ours[start:]), reversed(theirs[start:]), strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)) - start)
    return _shown(ours, start, len(ours) - same), _shown(theirs, start, len(theirs) - same)


def _shown(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
