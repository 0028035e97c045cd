"""Words that a line end has parted: "prosti-" on one line and "tute" on the next, or "prosti- tute" out of a PDF."""

import re
from collections.abc import Iterable, Iterator

from commonground.text.folding import SOFT_LINE_END, Folded

_GAP = re.compile(rf"(?<=[^\W_])[-{SOFT_LINE_END}] (?=[^\W_])")
"""What stands between two parts in a folded text; a soft hyphen is never seen."""

_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+$")
_COMPOUND = re.compile(r"(?<![^\W_])(?=([^\W_]+-[^\W_]+))")
LONGEST_PART = 40
"""Characters of a part that are looked at."""


class Parted:
    """The words of the listed forms, by which two parts are known to be one word."""

    def __init__(self, forms: Iterable[str]) -> None:
        listed = tuple(forms)
        self._words = {word for form in listed for word in _WORD.findall(form)}
        self._compounds = {compound for form in listed for compound in _COMPOUND.findall(form)}

    def stands_in(self, folded: str) -> bool:
        """Tell whether a folded text holds a parted word, or what may hide one."""
        return any(True for _ in self._gaps(folded))

    def joined(self, folded: Folded) -> Folded:
        """Return a text in which the parts of a listed word stand together; a compound keeps its own hyphen."""
        ranges = list(self._gaps(folded.text))
        return folded.without(ranges) if ranges else folded

    def _gaps(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield what is to be left out between two parts."""
        if "- " not in text and f"{SOFT_LINE_END} " not in text:
            return  # so it is with most texts, and asking is much faster than looking
        for gap in _GAP.finditer(text):
            first = _LAST_WORD.search(text, max(0, gap.start() - LONGEST_PART), gap.start())
            second = _WORD.match(text, gap.end())
            parts = (first.group() if first else "", second.group() if second else "")
            if "".join(parts) in self._words:
                yield gap.span()
            elif gap.group()[0] == SOFT_LINE_END:
                yield gap.start(), gap.start() + 1
            elif "-".join(parts) in self._compounds:
                yield gap.end() - 1, gap.end()
