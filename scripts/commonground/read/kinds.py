"""The kinds of files that people write, each with what it must hold: what editors are told by JSON Schemas."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from commonground.model import front_matter, repeated, rule_file
from commonground.model.article_type import ArticleType
from commonground.model.law import FOLDER as LAW
from commonground.model.reference import FILES
from commonground.model.schema.declared import keys_of
from commonground.model.schema.shapes import Shape
from commonground.model.source import Source
from commonground.read import law, readings, searches, settings, settings_file
from commonground.read.data import shape_of


class FileKind(Struct, frozen=True):
    """``files``: where they lie, as globs below the root; of an article, its front matter alone."""

    name: str
    files: tuple[str, ...]
    shape: Shape


def file_kinds(types: Mapping[str, ArticleType]) -> Iterator[FileKind]:
    """Yield each kind. Args: types: The article types of the site."""
    yield FileKind("settings", (settings.PATH,), settings_file.SHAPE)
    yield FileKind("record", ("evidence/*.yaml",), keys_of(Source))
    yield FileKind("search", (f"{searches.FOLDER}/*.yaml",), searches.SHAPE)
    yield FileKind("readings", (f"{readings.FOLDER}/**/*.yaml",), readings.SHAPE)
    yield FileKind("word-rules", ("language/*.yaml",), rule_file.SHAPE)
    yield FileKind("repeated", (f"{repeated.FOLDER}/*.yaml",), keys_of(repeated.RepeatedClaims))
    for name in FILES:
        yield FileKind(name, (f"data/{name}.yaml",), shape_of(name))
    yield FileKind("law", (f"{LAW}/*.yaml",), law.SHAPE)
    yield FileKind("law-terms", (law.TERMS,), law.TERMS_SHAPE)
    yield FileKind("front-matter", ("docs/**/*.md",), front_matter.shape_of(types))
