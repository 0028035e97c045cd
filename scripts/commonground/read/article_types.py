"""What each type of article needs: ``article_types/<type>.toml`` of this package, and of a site beside its docs."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from commonground.languages import FOLDER as LANGUAGES
from commonground.languages import Language, own_files, read_languages
from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import refuse
from commonground.model.article_type import ArticleType
from commonground.model.position import Path
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Keys
from commonground.read import toml_file
from commonground.read.yaml_file import Node

_text = texts_of(__name__)

FOLDER = "article_types"
SHAPE = keys_of(ArticleType)


@cache
def read_article_types() -> Mapping[str, ArticleType]:
    """
    Return the article types of this package by name.

    Raises: BrokenOwnFile: A file is broken.
    """
    types, faults = {}, []
    for file in sorted((own_files.PACKAGE / FOLDER).glob("*.toml")):
        path = f"{FOLDER}/{file.name}"
        node, problems = toml_file.load(path, file.read_bytes(), "")
        if node is not None:
            report = Report(node, "", (), ())
            types[file.stem] = article_type(file.stem, node, SHAPE, report)
            problems += report.problems
        for one in problems:
            faults.append(
                _text("at", path=path, line=one.span.line, column=one.span.column, fault=one.message)
            )
    refuse(faults)
    return types


def article_type(name: str, node: Node, shape: Keys, report: Report) -> ArticleType:
    """Return the type that a file describes, without what is wrong in it, which is reported."""
    shape.compare(node.value, (), report)
    values = {"folder": name, **shape.fitting(node.value, node)}
    kind = made(ArticleType, values, name=name)
    for place, message in _contradictions(kind):
        report.wrong(place, message)
    return kind


def refuse_unsaid(codes: Iterable[str]) -> None:
    """Raises: BrokenOwnFile: A type names what one of some languages has no words for."""
    types, known = read_article_types().values(), read_languages()
    refuse(fault for kind in types for code in codes if code in known for fault in _unsaid(kind, known[code]))


def _contradictions(kind: ArticleType) -> Iterator[tuple[Path, Message]]:
    """Yield what a type says of sections and blocks that it does not have, and a length that no text has."""
    if kind.length and kind.length.fewest > kind.length.most:
        yield ("length",), _text("length")
    for key, sections in (
        ("section_blocks", kind.section_blocks),
        ("exempt_sections", kind.exempt_sections),
        ("unsourced_sections", kind.unsourced_sections or ()),
    ):
        for section in sections:
            if section not in kind.sections:
                yield (key,), _text("elsewhere", section=section)
    if sheet := kind.sheet:
        shown = (sheet.lead, *sheet.findings, *sheet.lists, *filter(None, (sheet.say, sheet.pairs)))
        for name in shown:
            if name not in kind.blocks and name not in kind.sections:
                yield ("sheet",), _text("not-shown", name=name)


def _unsaid(kind: ArticleType, locale: Language) -> Iterator[Message]:
    """Yield what a type of this package demands and a language has no word for."""
    path, words = f"{FOLDER}/{kind.name}.toml", f"{LANGUAGES}/{locale.code}"
    for section in kind.sections:
        if section not in locale.sections:
            yield _text("no-word", path=path, section=section, words=f"{words}/articles.toml")
    for block in kind.blocks:
        for part, table in (("articles", "skeleton"), ("site", "blocks")):
            if not locale.has(f"{table}.{block}"):
                yield _text("no-text", path=path, block=block, table=table, words=f"{words}/{part}.toml")
