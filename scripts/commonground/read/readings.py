"""Readings of pages: one file of ``reviews/<language>/`` to one page, as it is read and as it is written."""

from collections.abc import Collection, Iterable, Mapping

import yaml

from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.passage import Passage
from commonground.model.position import FILE_START
from commonground.model.problem import Problem
from commonground.model.reading import Reading, ReadingFile
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.yaml_file import Node

RULE = "structure/invalid-reading"
FOLDER = "reviews"
_text = texts_of(__name__)

SHAPE = keys_of(ReadingFile)
_SHOWN = ("role", "name", "against")
Readings = tuple[dict[str, tuple[Reading, ...]], tuple[Passage, ...]]
"""Those of each page by its path, and the texts in them."""


def path_of(page: str) -> str:
    """Return the file with the readings of a page, given as a path: ``docs/en/a.md`` has ``reviews/en/a.yaml``."""
    return f"{FOLDER}/{page.removeprefix('docs/').removesuffix('.md')}.yaml"


def _page_of(path: str) -> str:
    return f"docs/{path.removeprefix(f'{FOLDER}/').removesuffix('.yaml')}.md"


def read_readings(
    files: Mapping[str, bytes], pages: Collection[str], locales: Mapping[str, Language]
) -> tuple[Readings, list[Problem]]:
    """
    Return all readings; what is wrong in a file makes no reading.

    Args: pages: The path of every page there is.
    """
    found: dict[str, tuple[Reading, ...]] = {}
    passages: list[Passage] = []
    problems: list[Problem] = []
    for path, data in sorted(files.items()):
        node, faults = yaml_file.load(path, data)
        problems += faults
        if node is None:
            continue
        page = _page_of(path)
        report = Report(node, RULE, (), ())
        SHAPE.compare(node.value, (), report)
        if page not in pages:
            report.add(FILE_START, _text("no-page", page=page))
        if not report.problems:
            readings = made(ReadingFile, node.value).readings
            _compare(readings, report)
            found[page] = readings
            passages += _passages(node, readings, page.split("/")[1], locales)
        problems += report.problems
    return (found, tuple(passages)), problems


def readings_file(readings: Iterable[Reading]) -> bytes:
    """Return the file of a page's readings."""
    values = {"readings": [reading.values for reading in readings]}
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000).encode()


def _compare(readings: Iterable[Reading], report: Report) -> None:
    for index, one in enumerate(readings):
        if one.name and one.by == "machine":
            report.wrong(("readings", index, "name"), _text("machine-name"))
        if one.mended > one.found:
            report.wrong(("readings", index, "mended"), _text("mended"))


def _passages(
    node: Node, readings: Iterable[Reading], language: str, locales: Mapping[str, Language]
) -> Iterable[Passage]:
    """Yield the texts that readers see, in the language of their page."""
    locale = locales.get(language) or next(iter(locales.values()))
    for index, one in enumerate(readings):
        for key in _SHOWN:
            if getattr(one, key):
                yield plain_passage(
                    node, ("readings", index, key), language=language, locale=locale, label=key
                )
