"""How a language writes the law: ``languages/<code>/law.toml``."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from commonground.languages.message import Message, listed, texts_of
from commonground.languages.own_files import (
    Table,
    as_table,
    needs_parts,
    no_texts,
    no_words,
    pairs,
    refuse,
    strings,
)
from commonground.languages.words import is_words

_text = texts_of(__name__)

NAMES = ("titles", "collections", "neutral", "courts", "places")
"""Tables of official names, by the name that records have."""

ROLES = ("maximum", "minimum", "age")
"""What a figure of a law is, by the words before it."""

_LISTS = ("labels", "units", "dates", "day_endings", "place_words")
_SIGNS = ("section", "number")
_PLACES = ("{day}", "{month}", "{year}")


class Law(Struct, frozen=True, eq=False):  # there is one of each language; patterns are kept by it
    """
    How one language writes the law.

    Attributes:
        labels: What stands before the number of a provision: section, s.
        units: What makes a number before it no provision: per cent.
        joints: What stands between the numbers of two, by its English name.
        section, number: The signs before one section and before several, and before a court's file numbers.
        chapter, versus: The sign before the chapter of a statute, and between the parties of a case.
        two_brackets: A paragraph's letter stands in two brackets, not before a closing one.
        dates: Full dates as texts have them, with ``{day}``, ``{month}`` and ``{year}``; ``day_endings``: 1st, 1er.
        place_words: Words for kinds of places. ``roles``: what stands before a figure of each of the ``ROLES``.
        names: Official names by kind (``NAMES``) and the name that records have.
    """

    labels: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    joints: Mapping[str, str] = field(default_factory=dict)
    section: tuple[str, str] = ("§", "§§")
    number: tuple[str, str] = ("", "")
    chapter: str = ""
    versus: str = ""
    two_brackets: bool = True
    dates: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def official(self, kind: str, name: str) -> str:
        """Return the official name of what records call ``name``; one that is not known stays."""
        return self.names.get(kind, {}).get(name, name)


def law_of(path: str, table: Table) -> Law:
    """
    Return what a table says.

    Raises: BrokenOwnFile: Something in it is not what belongs there; the message names ``path``.
    """
    refuse(_faults(path, table))
    section, number = (strings(table.get(key)) or ("", "") for key in _SIGNS)
    return Law(
        labels=strings(table.get("labels")),
        units=strings(table.get("units")),
        joints=pairs(table.get("joints")),
        section=(section[0], section[1]),
        number=(number[0], number[1]),
        chapter=str(table.get("chapter", "")),
        versus=str(table.get("versus", "")),
        two_brackets=table.get("two_brackets") is not False,
        dates=strings(table.get("dates")),
        day_endings=strings(table.get("day_endings")),
        place_words=strings(table.get("place_words")),
        roles={role: strings(as_table(table.get("roles")).get(role)) for role in ROLES},
        names={kind: pairs(table.get(kind)) for kind in NAMES},
    )


def _faults(path: str, table: Table) -> Iterator[Message]:
    for key in (*_LISTS, *_SIGNS):
        if not is_words(table.get(key, [])):
            yield no_words(path, key)
    for role, words in as_table(table.get("roles")).items():
        if role not in ROLES or not is_words(words):
            yield _text("roles", path=path, roles=listed(ROLES))
    for key in _SIGNS:
        if len(strings(table.get(key))) not in (0, 2):
            yield _text("signs", path=path, key=key)
    for key in ("joints", *NAMES):
        pairs = table.get(key, {})
        if not isinstance(pairs, dict) or not all(isinstance(text, str) for text in pairs.values()):
            yield no_texts(path, key)
    for form in strings(table.get("dates")):
        if any(form.count(place) != 1 for place in _PLACES):
            yield needs_parts(path, form, _PLACES)
