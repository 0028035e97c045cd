"""What a type of article needs: one file of ``article_types/``."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field

from commonground.model.schema.declared import Given
from commonground.model.schema.forms import SLUG
from commonground.model.schema.shapes import ListOf, MapOf

_NAMES = ListOf(SLUG, once=True)


class Length(Struct, frozen=True):
    """The fewest and the most words of an article."""

    fewest: int
    most: int


class SheetParts(Struct, frozen=True):
    """
    What of an article stands on its one-page sheet, by keys of sections and names of blocks.

    ``lead``: what stands first and largest; ``findings``: sections whose cited findings are told; ``lists``: sections that
    are shown as they are; ``say``: what one can pass on; ``pairs``: the section whose table of two columns is shown, where it is
    not the lead.
    """

    lead: Annotated[str, SLUG]
    findings: Annotated[tuple[str, ...], _NAMES] = ()
    lists: Annotated[tuple[str, ...], _NAMES] = ()
    say: Annotated[str, SLUG] = ""
    pairs: Annotated[str, SLUG] = ""


class ArticleType(Struct, frozen=True):
    """
    What one type of article needs.

    ``sections``: section keys in order, named per language in ``articles.toml``. ``opening``: blocks before the first
    section, in order. ``section_blocks``: blocks that a section must hold. ``area``: whether an area and themes are needed.
    ``folder``: where ``commonground new`` puts it. ``exempt_sections``: those whose figures no source could back.
    ``unsourced_sections``: those whose statements need no source; None where no statement of the type does.
    ``sheet``: what its one-page sheet shows; None where it has none.
    """

    name: Given[str]
    sections: Annotated[tuple[str, ...], _NAMES]
    opening: Annotated[tuple[str, ...], ListOf(SLUG)] = ()
    section_blocks: Annotated[Mapping[str, tuple[str, ...]], MapOf(_NAMES)] = field(default_factory=dict)
    length: Length | None = None
    area: bool = True
    folder: Annotated[str, SLUG] = ""
    exempt_sections: Annotated[tuple[str, ...], _NAMES] = ()
    unsourced_sections: Annotated[tuple[str, ...] | None, _NAMES] = None
    sheet: SheetParts | None = None

    @property
    def blocks(self) -> tuple[str, ...]:
        """Return the blocks that it asks for, each once."""
        inside = (block for blocks in self.section_blocks.values() for block in blocks)
        return tuple(dict.fromkeys((*self.opening, *inside)))
