"""Search records: one file of ``evidence/searches/`` to one search, its texts as passages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from msgspec.structs import replace

from commonground.languages import FIRST, Language, language_of
from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.passage import Passage
from commonground.model.problem import Problem
from commonground.model.schema.forms import DAY, SOURCE_ID, TEXT
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Keys, ListOf
from commonground.model.search import Search
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.values import values_of
from commonground.read.yaml_file import Node

_text = texts_of(__name__)

RULE = "evidence/invalid-search"
FOLDER = "evidence/searches"

_TEXTS = ("question", "where", "found", "left_out")
SCHEMA = Keys(
    required={
        "id": SOURCE_ID,
        "question": TEXT,
        "date": DAY,
        "where": TEXT,
        "words": ListOf(TEXT, filled=True, once=True),
        "found": TEXT,
        "left_out": TEXT,
    },
    optional={"figures": ListOf(TEXT), "sources": ListOf(SOURCE_ID, once=True)},
    translated=frozenset(_TEXTS),
)


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
        SCHEMA.compare(node.value, (), report)
        if search := _search(node, languages, report):
            texts = _passages(node, languages, locales) if with_passages else ()
            found[search.id] = replace(search, passages=tuple(texts))
        problems += report.problems
    return found, problems


def _search(node: Node, languages: tuple[str, ...], report: Report) -> Search | None:
    values = node.value if isinstance(node.value, dict) else {}
    id, day = values.get("id"), values.get("date")
    if not isinstance(id, str) or not re.fullmatch(marks.SOURCE_ID, id):
        return None
    if id != (name := PurePosixPath(node.path).stem):
        report.wrong(("id",), _text("misnamed", id=id, name=name))
    keys = _keys((FIRST, *report.suffixes))
    for (language, key), name in keys.items():
        if language in languages and key in values and name not in values:
            report.missing((), name, _text("same"))
    texts = {
        key: {
            language: text
            for (language, one), name in keys.items()
            if one == key and (text := _string(values, name))
        }
        for key in _TEXTS
    }
    return Search(
        id=id,
        path=node.path,
        date=day if isinstance(day, date) else date.max,
        words=_listed(values.get("words")),
        sources=_listed(values.get("sources")),
        values=values_of(_listed(values.get("figures")), FIRST),
        spans={key: node.span((key,)) for key in values},
        passages=(),
        **texts,
    )


def _passages(node: Node, languages: tuple[str, ...], locales: Mapping[str, Language]) -> Iterator[Passage]:
    """Yield every text that a reader sees; the words typed are nobody's prose."""
    for (language, _), name in _keys(languages).items():
        if _string(node.value, name):
            locale = locales.get(language) or language_of(language)
            yield plain_passage(node, (name,), language=language, locale=locale, label=name)
    for index, word in enumerate(_listed(node.at(("words",)))):
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


def _string(values: object, name: str) -> str:
    value = values.get(name) if isinstance(values, dict) else None
    return value if isinstance(value, str) else ""


def _listed(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
