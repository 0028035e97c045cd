"""
The JSON Schema (draft 7, which editors know best) of a shape: what they complete and check while somebody types.

It lets nothing pass that the reader of a file refuses for its keys, kinds, lists of words or forms, but for what no JSON
Schema can say: days of the calendar beyond their form, whether a day stands in quotation marks, and what is held against
other files.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from msgspec import Struct

from commonground.languages.catalogue import say
from commonground.model.schema.shapes import (
    ByLanguage,
    DateParts,
    Either,
    Exactly,
    Keys,
    Kind,
    ListOf,
    MapOf,
    Named,
    OneOf,
    OneOrMore,
    OrNothing,
    Shape,
    TextShape,
)
from commonground.model.settings import Settings

DRAFT = "http://json-schema.org/draft-07/schema#"
_TYPES: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    date: "string",
    dict: "object",
}
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

_SHORT = 200
"""Characters of a schema that is no shorter for being named."""

Schema = dict[str, object]


class Scope(Struct, frozen=True):
    """
    The site for which a schema is made.

    Attributes:
        languages: Those that a text must have. known: Those that it may have, these included. first: That of a key without one.
        said: The language in which editors tell what belongs in a place.
    """

    languages: tuple[str, ...]
    known: tuple[str, ...]
    first: str
    said: str
    settings: Settings


def document(shape: Shape, title: str, scope: Scope) -> Schema:
    """Return a whole schema, in which what stands in several places stands once, below ``definitions``."""
    whole = json_schema(shape, scope)
    seen = Counter(_written(part) for part in _mappings(whole))
    repeated = [text for text, times in seen.items() if times > 1 and len(text) > _SHORT]
    names = {text: f"shared-{number}" for number, text in enumerate(repeated, 1)}
    definitions = {name: _with_references(json.loads(text), names) for text, name in names.items()}
    shared = {"definitions": definitions} if definitions else {}
    return {"$schema": DRAFT, "title": title, **_with_references(whole, names), **shared}


def _mappings(value: object) -> Iterator[Schema]:
    """Yield the schemas of mappings in a schema, however deep."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _mappings(part)
        if value.get("type") == "object":
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _mappings(part)


def _written(schema: Schema) -> str:
    return json.dumps(schema)


def _with_references(schema: Schema, names: Mapping[str, str]) -> Schema:
    """Return a schema whose parts that have a name are references to it."""
    return {key: _referring(value, names) for key, value in schema.items()}


def _referring(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, list):
        return [_referring(part, names) for part in value]
    if not isinstance(value, dict):
        return value
    name = names.get(_written(value)) if value.get("type") == "object" else None
    return {"$ref": f"#/definitions/{name}"} if name else _with_references(value, names)


def json_schema(shape: Shape, scope: Scope) -> Schema:
    """Return the schema of a shape."""
    return {"description": say(shape.hint, scope.said), **_rules(shape, scope)}


def _rules(shape: Shape, scope: Scope) -> Schema:
    match shape:
        case TextShape():
            form = {"pattern": f"^(?:{shape.pattern})$"} if shape.pattern else {"pattern": r"\S"}
            return {"type": "string", **form, **({"format": shape.format} if shape.format else {})}
        case Kind():
            return _kind(shape)
        case Exactly():
            return {"const": shape.value}
        case DateParts():
            return {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
        case OneOf():
            return {"enum": list(shape.words)}
        case Named():
            names = shape.listed(scope.settings)
            return {"enum": list(names)} if names else {"type": "string", "pattern": r"\S"}
        case OrNothing():
            return {"anyOf": [json_schema(shape.shape, scope), {"type": "null"}]}
        case ListOf():
            return _list(shape, scope)
        case OneOrMore():
            listed = ListOf(shape.item, filled=True, once=True)
            return {"anyOf": [json_schema(shape.item, scope), _list(listed, scope)]}
        case Keys():
            return _mapping(shape, scope)
        case ByLanguage():
            item = json_schema(shape.item, scope)
            others = {f"^{language}$": item for language in scope.known if language not in scope.languages}
            return _object(dict.fromkeys(scope.languages, item), others, scope.languages)
        case MapOf():
            return _map(shape, scope)
        case Either():
            marks = [{"required": [mark]} for mark in sorted(shape.marks)]
            first, second = (json_schema(one, scope) for one in (shape.first, shape.second))
            return {"if": {"anyOf": marks}, "then": first, "else": second}
    raise TypeError(shape)


def _kind(shape: Kind) -> Schema:
    if shape.types == (date,):
        return dict(_DAY)
    types = list(dict.fromkeys(_TYPES[one] for one in shape.types))
    return {"type": types if len(types) > 1 else types[0]}


def _list(shape: ListOf, scope: Scope) -> Schema:
    limits = {"minItems": 1} if shape.filled else {}
    return {
        "type": "array",
        "items": json_schema(shape.item, scope),
        **limits,
        **({"uniqueItems": True} if shape.once else {}),
    }


def _map(shape: MapOf, scope: Scope) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{shape.keys})$"},
        "additionalProperties": json_schema(shape.item, scope),
        **({"minProperties": 1} if shape.filled else {}),
    }


def _mapping(shape: Keys, scope: Scope) -> Schema:
    properties = {
        key: json_schema(item, scope) for key, item in (*shape.required.items(), *shape.optional.items())
    }
    others: dict[str, Schema] = {}
    for key in sorted(shape.translated):
        for language in scope.known:
            if language != scope.first and language in scope.languages:
                properties[f"{key}_{language}"] = properties[key]
            elif language != scope.first:
                others[f"^{key}_{language}$"] = properties[key]
    return _object(properties, others, shape.required)


def _object(
    properties: Mapping[str, Schema], others: Mapping[str, Schema], required: Collection[str]
) -> Schema:
    """Return the schema of a mapping; ``others`` (of languages that the site does not have) may be there, but are not offered."""
    whole = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    more = {"patternProperties": dict(others)} if others else {}
    return {**whole, **more, "required": list(required)}
