"""The law word for word (``data/law/``): provisions in each language, and the words that are bound to them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from msgspec import Struct, field

from commonground.languages.law import Law as LanguageLaw
from commonground.model.figure import Figure, Quantity
from commonground.model.position import Span
from commonground.model.schema.declared import FILLED, Given, Text
from commonground.model.schema.forms import ADDRESS, DAY, PROVISION_ID
from commonground.model.schema.shapes import ByLanguage, MapOf

FOLDER = "data/law"

Words = Mapping[str, tuple[str, ...]]
"""Some words of each language."""


class Role(StrEnum):
    """What a figure of a provision is."""

    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    AGE = "age"
    OTHER = "other"


class LegalFigure(Struct, frozen=True):
    """A figure of a provision, as it is written there in one language, and what it is."""

    language: str
    text: str
    quantities: tuple[Quantity, ...]
    role: Role


class Provision(Struct, frozen=True):
    """
    A section, subsection, paragraph or definition of a law, word for word.

    Attributes:
        section: Its label, such as 286.1(1). ``term``: the defined words, of a definition.
        document, citation: The law that it is of. ``repository``, ``file``: where its texts stand in
            the public consolidation; ``page``: where people read it.
        note, heading: Its marginal note, and the heading above the section.
        text: One line a paragraph. ``is_extract``: opening words and the paragraph named, without the others.
        current_to: The day that the consolidation is current to; None where the text is as enacted.
        assented_to: The day of assent, of a text as enacted.
        in_force_since: Of the present version, which can be later than the day the words first took effect.
        figures: Of the text in every language, each with its role.
    """

    id: str
    path: str
    span: Span
    section: str
    document: Text
    citation: Text
    repository: str
    file: Text
    page: Text
    text: Text
    note: Text = field(default_factory=dict)
    heading: Text = field(default_factory=dict)
    term: Text = field(default_factory=dict)
    history: Text = field(default_factory=dict)
    current_to: date | None = None
    assented_to: date | None = None
    in_force_since: date | None = None
    is_extract: bool = False
    figures: tuple[LegalFigure, ...] = ()


class LegalTerm(Struct, frozen=True):
    """
    Words of the law that are bound to each other.

    Attributes:
        forms: What the law calls it in each language, the usual form first.
        instead_of: Words that are not the law's, by language.
        provision: The id of a text where these words stand.
    """

    id: Annotated[str, PROVISION_ID]
    path: Given[str]
    span: Given[Span]
    forms: Words
    provision: Annotated[str, PROVISION_ID] = field(name="text")
    instead_of: Words = field(default_factory=dict)


class Consolidation(Struct, frozen=True):
    """Where the words of a law were read: the files of the public consolidation, and the days that it says of itself."""

    repository: str
    file: Text
    page: Annotated[Text, ByLanguage(ADDRESS)]
    commit: str
    read: date
    current_to: date | None = None
    last_amended: date | None = None
    assented_to: date | None = None


class ProvisionEntry(Struct, frozen=True):
    """A provision as its file has it; see ``Provision``."""

    id: Annotated[str, PROVISION_ID]
    section: str
    text: Text
    term: Text = field(default_factory=dict)
    heading: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    extract: bool = False
    repealed: bool = False
    in_force_since: date | None = None
    in_force_parts: Annotated[Mapping[str, date], MapOf(DAY)] = field(default_factory=dict)
    history: Text = field(default_factory=dict)


class LawFile(Struct, frozen=True):
    """A file of ``data/law/``: one law, and those of its provisions that the site speaks of."""

    document: Text
    citation: Text
    source: Consolidation
    provisions: Annotated[tuple[ProvisionEntry, ...], FILLED]


class TermsFile(Struct, frozen=True):
    """``data/law/terms.yaml``; each entry is one ``LegalTerm``, whose place is not yet known."""

    terms: tuple[LegalTerm, ...]


class Law(Struct, frozen=True, dict=True):
    """Provisions by id, and the terms bound to them."""

    provisions: Mapping[str, Provision] = field(default_factory=dict)
    terms: tuple[LegalTerm, ...] = ()

    @cached_property
    def notes(self) -> frozenset[str]:
        """Return the marginal notes in every language: what the law itself calls its provisions."""
        return frozenset(text for one in self.provisions.values() for text in one.note.values())


def role_of(text: str, figure: Figure, language: LanguageLaw) -> Role:
    """Return what a figure of a text is by the words before it: those of an age right before it, else the last of the others."""
    before = text[: figure.start]
    if _ends_with(before, language.roles.get(Role.AGE, ())):
        return Role.AGE
    last = {role: _last(before, language.roles.get(role, ())) for role in (Role.MAXIMUM, Role.MINIMUM)}
    found = max(last, key=lambda role: last[role])
    return found if last[found] >= 0 else Role.OTHER


def _ends_with(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}\s+$", text, re.IGNORECASE) for word in words)


def _last(text: str, words: Iterable[str]) -> int:
    return max(
        (m.start() for word in words for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)),
        default=-1,
    )
