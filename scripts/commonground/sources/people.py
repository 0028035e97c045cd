"""The people of a source: CSL names, and whether more are left out of them."""

from collections.abc import Sequence

from commonground.model.csl import Name

OTHERS = Name(literal="others")
"""Ends a list whose metadata leaves names out: BibTeX's own sign for it, which citation processors know."""


def listed(names: Sequence[Name]) -> list[Name]:
    """Return names in their order; the sign for others is no name."""
    return [name for name in names if name != OTHERS]
