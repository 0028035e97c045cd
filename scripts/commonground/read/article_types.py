"""What each type of article needs: ``article_types/<type>.toml`` of this package."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from commonground.model.settings import ArticleType


@cache
def read_article_types() -> Mapping[str, ArticleType]:
    """
    Return the article types by name.

    Raises: tomllib.TOMLDecodeError, TypeError: A file of the program itself is broken.
    """
    folder = files("commonground") / "article_types"
    entries = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
    )
    types = (
        _article_type(e.name.removesuffix(".toml"), tomllib.loads(e.read_text(encoding="utf-8")))
        for e in entries
    )
    return {kind.name: kind for kind in types}


def _article_type(name: str, table: dict[str, Any]) -> ArticleType:
    return ArticleType(
        name=name,
        sections=tuple(table["sections"]),
        opening=tuple(table.get("opening", ())),
        section_blocks={key: tuple(blocks) for key, blocks in table.get("section_blocks", {}).items()},
        length=(table["length"]["fewest"], table["length"]["most"]) if "length" in table else None,
        area=table.get("area", True),
        exempt_sections=tuple(table.get("exempt_sections", ())),
    )
