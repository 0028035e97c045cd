"""The people of a source: a list of CSL names, and whether more are left out of it."""

from collections.abc import Mapping

OTHERS = {"literal": "others"}
"""Ends a list whose metadata leaves names out: BibTeX's own sign for it, which citation processors know."""


def listed(item: Mapping[str, object], role: str) -> list[Mapping[str, object]]:
    """Return the names of a role (``author``, ``editor``) in their order; the sign for others is no name."""
    people = item.get(role)
    found = people if isinstance(people, list | tuple) else ()
    return [name for name in found if isinstance(name, Mapping) and name != OTHERS]


def has_others(item: Mapping[str, object], role: str) -> bool:
    """Tell whether a role has people whom the list does not name."""
    people = item.get(role)
    return isinstance(people, list | tuple) and OTHERS in people
