"""What an article type demands: data of the program itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleType:
    """
    What one type of article needs.

    ``sections``: section keys in order, named per language in ``articles.toml``. ``opening``: blocks before the first
    section, in order. ``section_blocks``: blocks that a section must hold. ``length``: fewest and most words, or None.
    ``area``: whether an area and themes are needed. ``exempt_sections``: those whose figures no source could back.
    ``unsourced_sections``: those whose statements need no source; None where no statement of the type does.
    """

    name: str
    sections: tuple[str, ...]
    opening: tuple[str, ...]
    section_blocks: Mapping[str, tuple[str, ...]]
    length: tuple[int, int] | None
    area: bool = True
    exempt_sections: tuple[str, ...] = ()
    unsourced_sections: tuple[str, ...] | None = None
