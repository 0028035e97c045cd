"""A figure offered to journalists, as it stood on the day it was kept: its address shows the same words for good."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.schema.declared import Text
from commonground.model.source import in_language

PATH = "evidence/quoted.lock"


class Quoted(Struct, frozen=True):
    """
    One kept state of a quotable finding.

    ``finding`` is ``source#finding``; ``digest`` that of the finding then; ``headline`` the number in words, ``states`` the
    sentence, ``caveat`` what must be said with it, ``unsafe`` what it must not be used to say, ``by`` authors and year.
    ``figures`` and ``plain`` are those that the finding listed then, ``beside`` those of the rest of its record that the caveat
    and the warning give. The rest is known where a state was read from its
    file: the quantities of all, the passages of its texts, and the place of its line.
    """

    finding: str
    digest: str
    kept: date
    headline: Text
    states: Text
    caveat: Text
    unsafe: Text
    by: Text
    figures: tuple[str, ...] = ()
    plain: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    values: tuple[tuple[Quantity, ...], ...] = ()
    plain_values: Mapping[str, tuple[tuple[Quantity, ...], ...]] = field(default_factory=dict)
    beside_values: tuple[tuple[Quantity, ...], ...] = ()
    passages: tuple[Passage, ...] = ()
    span: Span = FILE_START

    @property
    def key(self) -> str:
        """Return the key of its page."""
        return f"figures/{self.finding.replace('#', '-')}/{self.digest[:8]}"

    @property
    def line(self) -> dict[str, object]:
        """Return what its line in the file holds, but for the seal."""
        texts = {name: dict(getattr(self, name)) for name in TEXTS}
        plain = {language: list(listed) for language, listed in self.plain.items()}
        start = {"finding": self.finding, "digest": self.digest, "kept": str(self.kept)}
        beside = {"beside": list(self.beside)} if self.beside else {}
        return {**start, **texts, "figures": list(self.figures), "plain": plain, **beside}

    @property
    def seal(self) -> str:
        """Return a hash of the whole line: it no longer fits when a word or a digit of it is changed."""
        return hashlib.sha256(json.dumps(self.line, sort_keys=True).encode()).hexdigest()[:16]

    def said(self, name: str, language: str) -> str:
        """Return one of its texts in a language, else in one that it was kept in."""
        return in_language(getattr(self, name), language)

    def sayable(self, language: str) -> tuple[tuple[Quantity, ...], ...]:
        """Return what its texts in one language may say, as for a finding."""
        return (*self.values, *self.plain_values.get(language, ()))


TEXTS = ("headline", "states", "caveat", "unsafe", "by")
"""The texts of a kept state that readers see."""
