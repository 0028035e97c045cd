"""
A kind of mapping declared as a ``Struct``: its fields are the keys that a file may have, and the values that it yields.

A field's type tells its shape (``str``: a text, ``date``: a day, ``Text``: a text in each language, ``tuple``: a list, a
struct: a mapping); ``Annotated`` gives a narrower one. A field without a default must be there, one with another name in
files (msgspec's ``name`` and ``rename``) is known by that. ``Given`` marks what no file holds and a reader adds, ``Beside`` a value whose translations stand
beside it (``states``, ``states_fr``), ``FILLED`` a list that may not be empty.
"""

from collections.abc import Callable, Collection, Mapping
from collections.abc import Mapping as AnyMapping
from datetime import date
from functools import cache, partial, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from commonground.languages import FIRST
from commonground.model.schema.forms import DAY, FLAG, NUMBER, TEXT, WHOLE
from commonground.model.schema.shapes import ByLanguage, Keys, ListOf, OneOf, Shape

T = TypeVar("T")
_GIVEN = object()
BESIDE = object()
FILLED = object()
Given = Annotated[T, _GIVEN]
Beside = Annotated[Mapping[str, T], BESIDE]

Number = int | float
"""A number as it is written: 95 is not shown as 95.0."""

Text = Mapping[str, str]
"""A text by language: ``{"en": …, "fr": …}``; a language may be missing."""

_PLAIN: Mapping[object, tuple[Shape, tuple[type, ...], object]] = {
    str: (TEXT, (str,), ""),
    bool: (FLAG, (bool,), False),
    int: (WHOLE, (int,), 0),
    Number: (NUMBER, (int, float), 0.0),
    date: (DAY, (date,), date.max),
}
"""The shape of a type, the types of YAML that are of it, and what stands for a value that is not."""

_Values = Mapping[str, object]
_Take = Callable[[_Values, Collection[str]], object]


class _Field(Struct, frozen=True):
    """``take`` returns its value from a mapping, given the languages of translations beside their original."""

    name: str
    key: str
    shape: Shape
    take: _Take
    is_needed: bool
    has_translations: bool


def keys_of(kind: type) -> Keys:
    """Return the shape of the mapping that a struct declares."""
    declared = fields_of(kind)
    return Keys(
        required={one.key: one.shape for one in declared if one.is_needed},
        optional={one.key: one.shape for one in declared if not one.is_needed},
        translated=frozenset(one.key for one in declared if one.has_translations),
    )


def made(kind: type[T], value: object, /, *, languages: Collection[str] = (), **given: object) -> T:
    """
    Return the typed values of a mapping; one that is missing, or of the wrong kind, is empty (a day: the last there is).

    Args: languages: Those of translations beside their original. given: The fields that no file holds.
    """
    values = value if isinstance(value, dict) else {}
    found = {
        one.name: one.take(values, languages)
        for one in fields_of(kind)
        if one.name not in given and (one.is_needed or one.has_translations or one.key in values)
    }
    return kind(**found, **given)


def _fields(kind: type) -> tuple[_Field, ...]:
    hints = get_type_hints(kind, include_extras=True)
    assert issubclass(kind, Struct), kind
    return tuple(
        _field(one, hints[one.name])
        for one in fields(kind)
        if _GIVEN not in getattr(hints[one.name], "__metadata__", ())
    )


fields_of: Callable[[type], tuple[_Field, ...]] = cache(_fields)


def _field(field: FieldInfo, hint: object) -> _Field:
    notes = getattr(hint, "__metadata__", ())
    kind = get_args(hint)[0] if notes else hint
    is_beside = BESIDE in notes
    own = get_args(kind)[1] if is_beside else kind
    narrower = (note for note in notes if note not in (BESIDE, FILLED))
    shape = next(narrower, None) or _shape(own, is_filled=FILLED in notes)
    take: _Take = partial(_beside if is_beside else _alone, field.encode_name, own)
    if isinstance(shape, OneOf):
        take = partial(_known, field.encode_name, shape.words)
    return _Field(field.name, field.encode_name, shape, take, field.required, is_beside)


def _shape(kind: object, *, is_filled: bool = False) -> Shape:
    """Return the shape of a type that is not narrowed."""
    if kind in _PLAIN:
        return _PLAIN[kind][0]
    inner = _without_none(kind)
    if inner is not kind:
        return _shape(inner)
    if isinstance(kind, type) and issubclass(kind, Struct):
        return keys_of(kind)
    if get_origin(kind) is tuple:
        return ListOf(_shape(get_args(kind)[0]), is_filled)
    assert get_origin(kind) is AnyMapping, kind
    return ByLanguage(_shape(get_args(kind)[1]))


def _without_none(kind: object) -> object:
    args = get_args(kind)
    if get_origin(kind) is not UnionType or NoneType not in args:
        return kind
    return reduce(or_, (arg for arg in args if arg is not NoneType))


def _alone(key: str, kind: object, values: _Values, languages: Collection[str]) -> object:
    value, inner = values.get(key), _without_none(kind)
    if _is_a(inner, value):
        return _converted(inner, value, languages)
    return None if inner is not kind else _empty(kind)


def _known(key: str, words: tuple[str, ...], values: _Values, _: Collection[str]) -> str:
    value = values.get(key)
    return value if isinstance(value, str) and value in words else ""


def _beside(key: str, kind: object, values: _Values, languages: Collection[str]) -> Mapping[str, object]:
    """Return a value and its translations by language; what says nothing is left out."""
    names = {FIRST: key, **{language: f"{key}_{language}" for language in languages if language != FIRST}}
    found = {
        language: _converted(kind, values[name], languages)
        for language, name in names.items()
        if name in values and _is_a(kind, values[name])
    }
    return {
        language: value for language, value in found.items() if not isinstance(value, str) or value.strip()
    }


def _is_a(kind: object, value: object) -> bool:
    """Tell whether a value of YAML is of a type; ``object`` is any."""
    if kind is object:
        return True
    if kind in _PLAIN:
        return isinstance(value, _PLAIN[kind][1]) and (kind is bool or not isinstance(value, bool))
    return isinstance(value, list if get_origin(kind) is tuple else dict)


def _converted(kind: object, value: object, languages: Collection[str]) -> object:
    match value:
        case _ if kind is object:
            return value
        case list():
            item = get_args(kind)[0]
            return tuple(_converted(item, one, languages) for one in value if _is_a(item, one))
        case dict() if isinstance(kind, type) and issubclass(kind, Struct):
            return made(kind, value, languages=languages)
        case dict():
            item = get_args(kind)[1]
            return {key: _converted(item, one, languages) for key, one in value.items() if _is_a(item, one)}
    return value


def _empty(kind: object) -> object:
    if kind in _PLAIN:
        return _PLAIN[kind][2]
    if isinstance(kind, type) and issubclass(kind, Struct):
        return made(kind, {})
    return () if get_origin(kind) is tuple else {}
