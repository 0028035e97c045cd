"""
The keys of an article's front matter, declared for editors and for ``input/unknown-key``.

What a page's type and language ask of them is the business of ``structure/front-matter``.
"""

from collections.abc import Collection

from commonground.model.article import LAYOUTS, MACHINE
from commonground.model.schema.forms import DAY, FLAG, STRING, TEXT
from commonground.model.schema.shapes import Keys, ListOf, Named, OneOf, Shape

_REQUIRED = ("title", "type", "description", "reviewed", "review_by")
_SHAPES: dict[str, Shape] = {
    "title": TEXT,
    "type": TEXT,
    "description": TEXT,
    "claim": STRING,
    "asked_as": ListOf(TEXT),
    "area": Named(lambda settings: settings.areas),
    "themes": ListOf(Named(lambda settings: settings.themes)),
    "layout": OneOf(LAYOUTS),
    "reviewed": DAY,
    "review_by": DAY,
    "credits": ListOf(STRING),
    "agrees": ListOf(TEXT),
    "disagrees": ListOf(TEXT),
    "translation": Keys(required={"of": STRING, "status": OneOf((MACHINE,))}),
    "draft": FLAG,
}
KEYS = tuple(_SHAPES)


def shape_of(types: Collection[str]) -> Keys:
    """Return what front matter must hold. Args: types: The article types of the site."""
    shapes = {**_SHAPES, "type": OneOf(tuple(types))}
    return Keys(
        required={key: shapes[key] for key in _REQUIRED},
        optional={key: shape for key, shape in shapes.items() if key not in _REQUIRED},
    )
