"""Anchors of headings and claims: both the reader and the renderer use these."""

import re
import unicodedata
from collections.abc import MutableSet

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")
_NUMBERED = re.compile(r"(?P<base>.*)_(?P<number>[0-9]{1,9})", re.DOTALL)


def anchor(text: str) -> str:
    """Return the anchor of a heading's visible text: lower case, accents kept, spaces to hyphens, the rest dropped."""
    text = unicodedata.normalize("NFC", text).strip().lower()
    return _NOT_IN_ANCHOR.sub("", text).replace(" ", "-")


def unique(id: str, taken: MutableSet[str]) -> str:
    """Return ``id``, or the first of ``id_1``, ``id_2`` … that is free, and note it as taken."""
    while not id or id in taken:
        numbered = _NUMBERED.fullmatch(id)
        id = f"{numbered['base']}_{int(numbered['number']) + 1}" if numbered else f"{id}_1"
    taken.add(id)
    return id


def claim_anchor(source: str, finding: str | None, taken: MutableSet[str]) -> str:
    """
    Return the anchor of a cited sentence, after the first finding that it cites: ``claim-platt2018-violence-odds``.

    It stays when the words change, and is the same in every language; a second sentence with the same finding gets ``_1``.
    """
    return unique("-".join(part for part in ("claim", source, finding) if part), taken)
