"""Readings of pages: one file of ``reviews/<language>/`` to one page."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.passage import Passage
from commonground.model.position import FILE_START
from commonground.model.problem import Problem
from commonground.model.reading import KINDS, READERS, Reading
from commonground.model.schema.forms import DAY, TEXT, WHOLE
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Keys, ListOf, OneOf, Text
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.yaml_file import Node

RULE = "structure/invalid-reading"
FOLDER = "reviews"
_text = texts_of(__name__)

_DIGEST = Text(_text("digest"), r"[0-9a-f]{64}")
SCHEMA = Keys(
    required={
        "readings": ListOf(
            Keys(
                required={
                    "kind": OneOf(KINDS),
                    "by": OneOf(READERS),
                    "role": TEXT,
                    "date": DAY,
                    "text": _DIGEST,
                    "against": TEXT,
                    "found": WHOLE,
                    "mended": WHOLE,
                },
                optional={"name": TEXT},
            ),
            filled=True,
        )
    }
)
_SHOWN = ("role", "name", "against")
Readings = Mapping[str, tuple[Reading, ...]]


def path_of(page: str) -> str:
    """Return the file with the readings of a page, given as a path: ``docs/en/a.md`` has ``reviews/en/a.yaml``."""
    return f"{FOLDER}/{page.removeprefix('docs/').removesuffix('.md')}.yaml"


def _page_of(path: str) -> str:
    return f"docs/{path.removeprefix(f'{FOLDER}/').removesuffix('.yaml')}.md"


def read_readings(
    files: Mapping[str, bytes], pages: Collection[str], locales: Mapping[str, Language]
) -> tuple[Readings, tuple[Passage, ...], list[Problem]]:
    """
    Return the readings by the path of their page, and their texts; what is wrong in a file makes no reading.

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
        SCHEMA.compare(node.value, (), report)
        if page not in pages:
            report.add(FILE_START, _text("no-page", page=page))
        entries = node.value.get("readings") if isinstance(node.value, dict) else None
        if isinstance(entries, list) and not report.problems:
            _compare(entries, report)
            found[page] = tuple(_reading(entry) for entry in entries)
            passages += _passages(node, entries, page.split("/")[1], locales)
        problems += report.problems
    return found, tuple(passages), problems


def _compare(entries: list[dict[str, object]], report: Report) -> None:
    for index, entry in enumerate(entries):
        if "name" in entry and entry["by"] == "machine":
            report.wrong(("readings", index, "name"), _text("machine-name"))
        if _number(entry["mended"]) > _number(entry["found"]):
            report.wrong(("readings", index, "mended"), _text("mended"))


def _reading(entry: Mapping[str, object]) -> Reading:
    day = entry["date"]
    kind, by, role, text, against = (str(entry[key]) for key in ("kind", "by", "role", "text", "against"))
    found, mended = _number(entry["found"]), _number(entry["mended"])
    when = day if isinstance(day, date) else date.min
    return Reading(kind, by, role, when, text, against, found, mended, str(entry.get("name", "")))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _passages(
    node: Node, entries: list[dict[str, object]], language: str, locales: Mapping[str, Language]
) -> Iterable[Passage]:
    """Yield the texts that readers see, in the language of their page."""
    locale = locales.get(language) or next(iter(locales.values()))
    for index, entry in enumerate(entries):
        for key in _SHOWN:
            if key in entry:
                yield plain_passage(
                    node, ("readings", index, key), language=language, locale=locale, label=key
                )
