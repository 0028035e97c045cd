"""Anchors of headings and claims: both the reader and the renderer use these."""

import re
import unicodedata

SHELL_IDS = frozenset(
    (
        "acts", "ask", "assess-stand", "assess-steps", "assess-words", "card", "cite-page", "compare-done", "compare-reader",
        "compare-reader-hint", "compare-role", "compare-role-hint", "compare-title", "contents", "disputed", "finder-place",
        "finder-theme", "finder-title", "finder-words", "findings", "glance", "guidelines", "index", "law-questions",
        "law-status", "main", "more", "narrow-text", "news", "offline", "open-source", "packs", "pages", "problems-title",
        "reach", "record", "related", "reply", "research", "search", "search-input", "sections", "sheets", "sources",
        "take", "this-page", "words", "write", "write-area", "write-compare", "write-comparison", "write-done", "write-field", "write-file", "write-finding", "write-name",
        "write-name-hint", "write-page", "write-private", "write-type", "write-words",
    )
)  # fmt: skip
"""Ids that the site's own templates and source lists use."""

_MADE_IDS = re.compile(
    r"(?:chart|cite|kind|source)-[0-9]+|(?:by|claim|draft|figure|finding|theme)-.*", re.DOTALL
)
"""Ids that they count, or make of a name."""

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")
_NUMBERED = re.compile(r"(?P<base>.*)_(?P<number>[0-9]{1,9})", re.DOTALL)


def anchor(text: str) -> str:
    """Return the anchor of a heading's visible text: lower case, accents kept, spaces to hyphens, the rest dropped."""
    text = unicodedata.normalize("NFC", text).strip().lower()
    return _NOT_IN_ANCHOR.sub("", text).replace(" ", "-")


def is_of_the_shell(id: str) -> bool:
    """Tell whether an id belongs to the site itself, so that no page may give it to something else."""
    return id in SHELL_IDS or _MADE_IDS.fullmatch(id) is not None


class Anchors:
    """The ids of one page: none is given twice, however often a text is repeated, and none of the site's own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[tuple[str, int], int] = {}

    def take(self, id: str) -> bool:
        """Take an id that a writer chose; tell whether it was free."""
        if id in self._taken or is_of_the_shell(id):
            return False
        self._taken.add(id)
        return True

    def of_heading(self, text: str) -> str:
        """Return the id of a heading without one of its own."""
        id = anchor(text)
        return self._unique(f"section-{id}" if is_of_the_shell(id) else id)

    def of_claim(self, source: str, finding: str | None) -> str:
        """
        Return the id of a cited sentence, after the first finding that it cites: ``claim-platt2018-violence-odds``.

        It stays when the words change, and is the same in every language; a second sentence with the same finding gets
        ``_1``.
        """
        return self._unique("-".join(part for part in ("claim", source, finding) if part))

    def _unique(self, id: str) -> str:
        """Return ``id``, or the first of ``id_1``, ``id_2`` … that is free."""
        if not id or id in self._taken:
            numbered = _NUMBERED.fullmatch(id)
            base, number = (numbered["base"], int(numbered["number"])) if numbered else (id, 0)
            id = f"{base}_{self._free(base, number + 1)}"
        self._taken.add(id)
        return id

    def _free(self, base: str, number: int) -> int:
        """Return the first free number; where the search ended is kept, so that no run of taken ones is walked twice."""
        passed = []
        while f"{base}_{number}" in self._taken:
            passed.append(number)
            number = self._next.get((base, number), number + 1)
        self._next.update(((base, other), number) for other in passed)
        return number
