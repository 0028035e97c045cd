"""A reading of a page that happened: who compared it with what, when, and what was found. ``reviews/<language>/<page>.yaml``."""

from datetime import date
from typing import Annotated

from msgspec import Struct

from commonground.languages.message import texts_of
from commonground.model.schema.declared import FILLED
from commonground.model.schema.shapes import OneOf, TextShape

_text = texts_of(__name__)

KINDS = ("records", "law", "editor", "milieu")
"""Against the records, sentence by sentence; against the law's text; by an editor of the language; by somebody of the milieu."""

READERS = ("machine", "person")


class Reading(Struct, frozen=True):
    """
    One reading. ``text`` is the digest of the page as it was read; ``against`` says what it was compared with, ``found`` and
    ``mended`` how many faults; ``name`` is there only where a person gave it.
    """

    kind: Annotated[str, OneOf(KINDS)]
    by: Annotated[str, OneOf(READERS)]
    role: str
    date: date
    text: Annotated[str, TextShape(_text("digest"), r"[0-9a-f]{64}")]
    against: str
    found: int
    mended: int
    name: str = ""

    @property
    def values(self) -> dict[str, object]:
        """Return what its entry in the file holds, in order."""
        name = {"name": self.name} if self.name else {}
        first = {"kind": self.kind, "by": self.by, "role": self.role, **name, "date": self.date}
        return {
            **first,
            "against": self.against,
            "found": self.found,
            "mended": self.mended,
            "text": self.text,
        }


class ReadingFile(Struct, frozen=True):
    """The readings of one page."""

    readings: Annotated[tuple[Reading, ...], FILLED]
