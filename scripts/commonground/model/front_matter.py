"""
The front matter of an article, declared for readers, editors and ``input/unknown-key``.

What a page's type and language ask of it is the business of ``structure/front-matter``.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct

from commonground.model.position import FILE_START, Span
from commonground.model.schema.declared import Given, fields_of, keys_of
from commonground.model.schema.forms import STRING
from commonground.model.schema.shapes import Keys, ListOf, Named, OneOf

LAYOUTS = (
    "adapting", "cards", "checks", "draft", "figures", "glossary", "home", "index", "journalists", "language-guide", "law", "law-models",
    "law-questions", "law-timeline", "library", "model", "model-full", "print", "questions", "report", "research", "rules",
    "search", "self-assessment", "services", "slides", "waiting", "who", "work", "write",
)  # fmt: skip
"""The layouts that a page may choose; without one, the layout of its type shows it."""

MACHINE = "machine"
"""What a translation says of itself until a person who is not its writer has read it."""


class Translation(Struct, frozen=True):
    """``of``: hash of the original as translated; ``status``: "" where it is none that is known."""

    of: Annotated[str, STRING]
    status: Annotated[str, OneOf((MACHINE,))]


class FrontMatter(Struct, frozen=True, kw_only=True):
    """
    An article's front matter; what is missing or wrong is empty.

    Attributes:
        claim: The belief that a question answers.
        asked_as: Other ways to ask it, for the search.
        agrees: Findings cited on the page that point the way of its fact.
        disagrees: Those that point another way.
        draft: Whether the page is kept out of the site.
        values: All as it stands in the file.
        spans: The place of each value.
        keys: The place of each key.
    """

    title: str
    type: str
    description: str
    claim: Annotated[str, STRING] = ""
    asked_as: tuple[str, ...] = ()
    area: Annotated[str, Named(lambda settings: settings.areas)] = ""
    themes: Annotated[tuple[str, ...], ListOf(Named(lambda settings: settings.themes))] = ()
    layout: Annotated[str, OneOf(LAYOUTS)] = ""
    reviewed: date | None
    review_by: date | None
    credits: Annotated[tuple[str, ...], ListOf(STRING)] = ()
    agrees: tuple[str, ...] = ()
    disagrees: tuple[str, ...] = ()
    translation: Translation | None = None
    draft: bool = False
    values: Given[Mapping[str, object]]
    spans: Given[Mapping[str, Span]]
    keys: Given[Mapping[str, Span]]

    def span(self, key: str) -> Span:
        """Return the place of a value, else the start of the file."""
        return self.spans.get(key, FILE_START)


_SHAPE = keys_of(FrontMatter)
KEYS = tuple(one.key for one in fields_of(FrontMatter))


def shape_of(types: Collection[str]) -> Keys:
    """Return what front matter must hold. Args: types: The article types of the site."""
    return Keys({**_SHAPE.required, "type": OneOf(tuple(types))}, _SHAPE.optional)
