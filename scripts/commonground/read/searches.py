"""Search records: one file of ``evidence/searches/`` to one search, its texts as passages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from commonground.languages import FIRST, Language, language_of
from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.passage import Passage
from commonground.model.problem import Problem
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.model.search import Search
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.values import values_of
from commonground.read.yaml_file import Node, as_mapping

_text = texts_of(__name__)

RULE = "evidence/invalid-search"
FOLDER = "evidence/searches"

_TEXTS = ("question", "where", "found", "left_out")
SHAPE = keys_of(Search)


def read_searches(
    files: Mapping[str, bytes],
    languages: tuple[str, ...],
    locales: Mapping[str, Language],
    *,
    with_passages: bool = True,
) -> tuple[dict[str, Search], list[Problem]]:
    """
    Return the searches of a root by id; one without a usable id, or with a key missing, is a problem.

    Args: with_passages: Whether the searches' own texts will be checked.
    """
    found: dict[str, Search] = {}
    problems: list[Problem] = []
    for path, data in sorted(files.items()):
        node, faults = yaml_file.load(path, data)
        problems += faults
        if node is None:
            continue
        report = Report(node, RULE, languages, tuple(sorted({*languages, *locales} - {FIRST})))
        SHAPE.compare(node.value, (), report)
        if search := _search(node, languages, report):
            texts = _passages(node, search, languages, locales) if with_passages else ()
            found[search.id] = replace(search, passages=tuple(texts))
        problems += report.problems
    return found, problems


def _search(node: Node, languages: tuple[str, ...], report: Report) -> Search | None:
    values = as_mapping(node.value)
    id = values.get("id")
    if not isinstance(id, str) or not re.fullmatch(marks.SOURCE_ID, id):
        return None
    if id != (name := PurePosixPath(node.path).stem):
        report.wrong(("id",), _text("misnamed", id=id, name=name))
    keys = _keys((FIRST, *report.suffixes))
    for (language, key), name in keys.items():
        if language in languages and key in values and name not in values:
            report.missing((), name, _text("same"))
    spans = {key: node.span((key,)) for key in values}
    search = made(Search, values, languages=report.suffixes, path=node.path, spans=spans)
    return replace(search, values=values_of(search.figures, FIRST))


def _passages(
    node: Node, search: Search, languages: tuple[str, ...], locales: Mapping[str, Language]
) -> Iterator[Passage]:
    """Yield every text that a reader sees; the words typed are nobody's prose."""
    for (language, _), name in _keys(languages).items():
        if isinstance(node.at((name,)), str) and node.at((name,)):
            locale = locales.get(language) or language_of(language)
            yield plain_passage(node, (name,), language=language, locale=locale, label=name)
    for index, word in enumerate(search.words):
        if word.strip():
            yield plain_passage(
                node, ("words", index), language=FIRST, locale=locales[FIRST], label="words", is_quoted=True
            )


def _keys(languages: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return what each text is called in the file, by language and key."""
    return {
        (language, key): key if language == FIRST else f"{key}_{language}"
        for key in _TEXTS
        for language in languages
    }
