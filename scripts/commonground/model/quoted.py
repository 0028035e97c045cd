"""A figure offered to journalists, as it stood on the day it was kept: its address shows the same words for good."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct, field

from commonground.languages.message import texts_of
from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.schema.declared import Given, Text, keys_of
from commonground.model.schema.forms import FINDING_KEY, ISO_DAY, TEXT
from commonground.model.schema.shapes import Keys, ListOf, MapOf, TextShape
from commonground.model.source import in_language

_text = texts_of(__name__)

PATH = "evidence/quoted.lock"

_LANGUAGE = "[a-z]{2}"
_Said = Annotated[Text, MapOf(TEXT, _LANGUAGE, filled=True)]


class Quoted(Struct, frozen=True):
    """
    One kept state of a quotable finding.

    ``finding`` is ``source#finding``; ``digest`` that of the finding then; ``headline`` the number in words, ``states`` the
    sentence, ``caveat`` what must be said with it, ``unsafe`` what it must not be used to say, ``by`` authors and year.
    ``figures`` and ``plain`` are those that the finding listed then, ``beside`` those of the rest of its record that the caveat
    and the warning give. The rest is known where a state was read from its
    file: the quantities of all, the passages of its texts, and the place of its line.
    """

    finding: Annotated[str, FINDING_KEY]
    digest: Annotated[str, TextShape(_text("digest"), r"[0-9a-f]{12}")]
    kept: Annotated[date, ISO_DAY]
    headline: _Said
    states: _Said
    caveat: _Said
    unsafe: _Said
    by: _Said
    figures: tuple[str, ...]
    plain: Annotated[Mapping[str, tuple[str, ...]], MapOf(ListOf(TEXT), _LANGUAGE)]
    beside: tuple[str, ...] = ()
    values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    plain_values: Given[Mapping[str, tuple[tuple[Quantity, ...], ...]]] = field(default_factory=dict)
    beside_values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    passages: Given[tuple[Passage, ...]] = ()
    span: Given[Span] = FILE_START

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

SEAL = "seal"

_KEYS = keys_of(Quoted)
SHAPE = Keys({**_KEYS.required, SEAL: TextShape(_text("seal"), r"[0-9a-f]{16}")}, _KEYS.optional)
"""A line of the file: a kept state and its seal."""
