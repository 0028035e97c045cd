"""Evidence records: one file of ``evidence/`` to one source, its texts as passages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from msgspec import Struct

from commonground.languages import FIRST, Language, language_of
from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.csl import CSL, NAMELESS, NUMBERED, Item
from commonground.model.figure import Reason
from commonground.model.memory import Asked, Read
from commonground.model.passage import Passage
from commonground.model.position import Path, Span
from commonground.model.problem import Level, Problem
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.model.settings import Settings
from commonground.model.source import FINDING_TEXTS, SOURCE_TEXTS, Change, Estimate, Finding, Source
from commonground.read import yaml_file
from commonground.read.fields import plain_passage
from commonground.read.values import Levels, PlainValues, values_of
from commonground.read.yaml_file import Node, as_list, as_mapping, as_text

_text = texts_of(__name__)

RULE = "evidence/invalid-record"

_SOURCE_ID = re.compile(marks.SOURCE_ID)
_FINDING_ID = re.compile(marks.FINDING_ID)


def asked_sources(
    files: Mapping[str, bytes],
    languages: tuple[str, ...],
    locales: Mapping[str, Language],
    *,
    with_passages: bool = True,
    settings: Settings | None = None,
) -> list[Asked[Source | None]]:
    """
    Return the records of a root as what is to be read.

    Args: files: Contents by path in the root. languages: Those of the site. with_passages: Whether the records' own
        texts will be checked.
    """
    read_one = partial(
        read_source, languages=languages, locales=locales, with_passages=with_passages, settings=settings
    )
    others = languages, sorted(locales), with_passages
    return [
        Asked(Source, partial(read_one, path, data), (path, data, *others))
        for path, data in sorted(files.items())
    ]


def sources_by_id(read: Iterable[Source | None]) -> Read[dict[str, Source]]:
    """Return the sources that were read, in the order of their paths; of two with one id (capitals aside) only the first."""
    problems = []
    taken: dict[str, Source] = {}
    # A record in a file of its name comes before a copy of it, which has been told to take a name of its own.
    for source in sorted((one for one in read if one is not None), key=lambda one: not _is_named_so(one)):
        owner = taken.setdefault(source.id.casefold(), source)
        if owner is not source and _is_named_so(source):
            message = _text("taken", id=source.id, path=owner.path)
            place = source.spans["id"]
            problems.append(Problem(source.path, place, "evidence/duplicate-source", Level.ERROR, message))
    return {source.id: source for source in sorted(taken.values(), key=lambda one: one.path)}, problems


def read_source(
    path: str,
    data: bytes,
    languages: tuple[str, ...],
    locales: Mapping[str, Language],
    *,
    with_passages: bool = True,
    settings: Settings | None = None,
) -> tuple[Source | None, list[Problem]]:
    """
    Read one record.

    Returns:
        The source with everything in it that is right, None where it has no usable id; and its problems. Bad input never
        raises.
    """
    node, problems = yaml_file.load(path, data)
    if node is None:
        return None, problems
    suffixes = tuple(
        dict.fromkeys((*(name for name in languages if name != FIRST), *(set(locales) - {FIRST})))
    )
    report = Report(node, RULE, languages, tuple(sorted(suffixes)), settings or Settings())
    keys_of(Source).compare(node.value, (), report)
    record = node.value
    id = record.get("id") if isinstance(record, dict) else None
    # The id is the name of pages and files: one of another form makes none.
    if not isinstance(record, dict) or not isinstance(id, str) or not _SOURCE_ID.fullmatch(id):
        return None, [*problems, *report.problems]
    name = PurePosixPath(path).stem
    if id != name:
        report.wrong(("id",), _text("misnamed", id=id, name=name))
    texts_in = languages if with_passages else ()
    source = _Reader(node, record, id, texts_in, locales, report).source()
    return source, [*problems, *report.problems]


def _is_named_so(source: Source) -> bool:
    return PurePosixPath(source.path).stem == source.id


class _Reader(Struct):
    """Takes from one record what is right."""

    node: Node
    record: Mapping[str, object]
    id: str
    languages: tuple[str, ...]
    locales: Mapping[str, Language]
    report: Report

    def source(self) -> Source:
        """Build the source."""
        findings = self._findings()
        names = {index: finding.id for index, finding in findings.items()}
        figures = self._written(("figures",))
        return made(
            Source,
            self.record,
            languages=self.report.suffixes,
            id=self.id,
            path=self.node.path,
            csl={
                language: made(Item, {**self._csl("csl"), **self._csl(name)})
                for language, name in self._keys("csl")
                if name in self.record or language == FIRST
            },
            findings=tuple(findings.values()),
            figures=figures,
            values=values_of(figures, FIRST),
            cohort=_one_or_more(self.record.get("cohort")),
            spans=_Spans(self.node, names),
            passages=tuple(self._passages(names)),
        )

    def _csl(self, name: str) -> dict[str, object]:
        """Return a CSL item, without what is wrong in it: formatters look into it without another look."""
        csl = as_mapping(self.record.get(name))
        sound = CSL.fitting(csl, self.node) if self.report.problems else csl
        return as_mapping(_as_written(self.node, (name,), {**sound, "id": ""}))

    def _findings(self) -> dict[int, Finding]:
        """Return the findings that have an id of their own, by their place in the list."""
        found: dict[int, Finding] = {}
        lines: dict[str, int] = {}
        for index, entry in enumerate(as_list(self.record.get("findings"))):
            id = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(entry, dict) or not isinstance(id, str) or not _FINDING_ID.fullmatch(id):
                continue
            span = self.node.span(("findings", index, "id"))
            if id in lines:
                self.report.wrong(("findings", index, "id"), _text("twice", id=id, line=lines[id]))
                continue
            lines[id] = span.line
            found[index] = self._finding(index, entry, id, span)
        return found

    def _finding(self, index: int, entry: Mapping[str, object], id: str, span: Span) -> Finding:
        figures = self._written(("findings", index, "figures"))
        plain = self._lists(index, entry, "plain")
        drawn = as_mapping(entry.get("estimate"))
        languages = self.report.suffixes
        return made(
            Finding,
            entry,
            languages=languages,
            id=id,
            source=self.id,
            figures=figures,
            plain=plain,
            values=values_of(figures, FIRST),
            plain_values=PlainValues(plain),
            estimate=made(Estimate, drawn, languages=languages) if _are_numbers(drawn, "value") else None,
            change=made(Change, drawn, languages=languages)
            if _are_numbers(drawn, "before", "after")
            else None,
            must_say=self._lists(index, entry, "must_say"),
            span=span,
            levels=Levels(as_text(entry.get("states"))),
        )

    def _lists(self, index: int, entry: Mapping[str, object], key: str) -> dict[str, tuple[str, ...]]:
        return {
            language: self._written(("findings", index, name))
            for language, name in self._keys(key)
            if name in entry
        }

    def _keys(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield (language, key in the file): ``states`` is in the records' own language, ``states_fr`` in French."""
        yield FIRST, key
        for language in self.report.suffixes:
            yield language, f"{key}_{language}"

    def _written(self, path: Path) -> tuple[str, ...]:
        """Return a list of texts; a number without quotation marks has its problem, but counts as written."""
        return tuple(
            item if isinstance(item, str) else self.node.written((*path, index))
            for index, item in enumerate(as_list(self.node.at(path)))
            if isinstance(item, str | int | float)
        )

    def _passages(self, names: Mapping[int, str]) -> Iterator[Passage]:
        """Yield every text that a reader sees, in every language of the site, in the order of the file."""
        places: list[tuple[Path, str, str, str]] = []
        for key in SOURCE_TEXTS:
            places += [((name,), language, self.id, name) for language, name in self._keys(key)]
        for index, id in names.items():
            owner = f"{self.id}#{id}"
            for way in FINDING_TEXTS:
                for language, name in self._keys(way[-1]):
                    path: Path = ("findings", index, *way[:-1], name)
                    label = ".".join(("findings", id, *way[:-1], name))
                    places.append((path, language, owner, label))
        for path, language, owner, label in places:
            if language in self.languages:
                yield from self._texts_at(path, language, owner, label)
        yield from self._texts_at(("places",), FIRST, self.id, "places")
        for _, name in self._keys("csl"):
            for key, value in as_mapping(self.record.get(name)).items():
                if key not in NAMELESS:
                    yield from self._reference((name, key), value)

    def _reference(self, path: Path, value: object) -> Iterator[Passage]:
        """Yield the texts of a reference, however deep: the words are the source's own."""
        items = value.items() if isinstance(value, dict) else enumerate(as_list(value))
        for key, part in items:
            yield from self._reference((*path, key), part)
        if isinstance(value, str) and value.strip():
            spoken = as_text(as_mapping(self.record.get(str(path[0]))).get("language"))[:2] or FIRST
            yield plain_passage(
                self.node,
                path,
                language=spoken,
                locale=language_of(spoken),
                owner=self.id,
                label=".".join(map(str, path)),
                is_quoted=True,
                names=Reason.NUMBERED if path[1] in NUMBERED else None,
            )

    def _texts_at(self, path: Path, language: str, owner: str, label: str) -> Iterator[Passage]:
        value = self.node.at(path)
        locale = self.locales.get(language) or language_of(language)
        paths = [(*path, index) for index in range(len(value))] if isinstance(value, list) else [path]
        for one in paths:
            text = self.node.at(one)
            if isinstance(text, str) and text.strip():
                yield plain_passage(
                    self.node,
                    one,
                    language=language,
                    locale=locale,
                    owner=owner,
                    label=label,
                    names=Reason.NUMBERED if label.rpartition(".")[2].startswith("where") else None,
                )


class _Spans(Mapping[str, Span]):
    """The place of each value by dotted key, worked out when somebody asks: only a problem does."""

    def __init__(self, node: Node, names: Mapping[int, str]) -> None:
        self._node = node
        self._names = names
        self._paths: dict[str, Path] | None = None

    def _known(self) -> dict[str, Path]:
        if self._paths is None:
            self._paths = {self._dotted(path): path for path in self._node.values if path}
        return self._paths

    def _dotted(self, path: Path) -> str:
        parts = [str(part) for part in path]
        if path[0] == "findings" and len(path) > 1 and isinstance(path[1], int):
            parts[1] = self._names.get(path[1], parts[1])
        return ".".join(parts)

    def __getitem__(self, key: str) -> Span:
        return self._node.span(self._known()[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())


def _as_written(node: Node, path: Path, value: object) -> object:
    """Return a part of a CSL item with its numbers as texts, so that "0123" and "1.10" keep their zeros; those of dates stay."""
    match value:
        case dict():
            return {
                key: part if key == "date-parts" else _as_written(node, (*path, key), part)
                for key, part in value.items()
            }
        case bool():
            return value
        case int() | float() | date():
            return node.written(path)
    return value


def _are_numbers(values: Mapping[str, object], *keys: str) -> bool:
    found = [values.get(key) for key in keys]
    return all(isinstance(one, int | float) and not isinstance(one, bool) for one in found)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in as_list(value) if isinstance(item, str))


def _one_or_more(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _texts(value)
