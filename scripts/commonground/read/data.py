"""Reference data: the law, support services and the glossary, one schema a file of ``data/``."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from commonground.languages import Language, language_of
from commonground.languages.message import listed, texts_of
from commonground.model.article import Link, RawHtml
from commonground.model.figure import Reason
from commonground.model.glossary import forms_of
from commonground.model.passage import Passage
from commonground.model.position import Path, Span
from commonground.model.problem import Problem
from commonground.model.reference import FILES, Entry, Reference, Term
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Keys, ListOf
from commonground.model.settings import Settings
from commonground.read import yaml_file
from commonground.read.fields import field_body, plain_passage
from commonground.read.yaml_file import Node, as_list

_text = texts_of(__name__)

RULE = "input/invalid-data"
E = TypeVar("E", bound=Entry)

_SAME = ("number",)
_CONTACTS = ("phone", "text", "phone_to_confirm", "email", "chat", "address")
"""Texts that a reader sees and that are the same in every language."""

BESIDE_PAGES = ("data/glossary.yaml", "data/cohorts.yaml", "data/contested.yaml")
"""The files that a page is held against: which terms it marks, which studies asked the same people, which sides it needs."""


@cache
def shape_of(file: str) -> Keys:
    """Return what a file of ``data/`` must hold, by its name without ending."""
    return Keys(optional={name: ListOf(keys_of(kind)) for name, kind in FILES[file].items()})


def read_reference(
    files: Mapping[str, bytes],
    languages: tuple[str, ...],
    locales: Mapping[str, Language],
    *,
    with_passages: bool = True,
    settings: Settings | None = None,
) -> tuple[Reference, list[Problem]]:
    """
    Read the files of ``data/``.

    Args: files: Contents by path in the root. languages: Those of the site; every text must have each of them.
        with_passages: False leaves the entries' texts unread as prose.
    """
    lists: dict[str, Any] = {}
    passages: list[Passage] = []
    links: list[tuple[str, Link]] = []
    html: list[tuple[str, RawHtml]] = []
    sources: list[tuple[str, Span, str]] = []
    problems: list[Problem] = []
    for path, data in sorted(files.items()):
        node, found = yaml_file.load(path, data)
        problems += found
        if node is None or node.value is None:
            continue
        report = Report(node, RULE, languages, tuple(locales), settings or Settings())
        name = PurePosixPath(path).stem
        if name not in FILES:
            names = listed(f"{one}.yaml" for one in FILES)
            report.add(node.head(), _text("no-page", names=names))
        else:
            shape_of(name).compare(node.value, (), report)
            reader = _Reader(node, languages, locales, report, with_passages=with_passages)
            for list_name, kind in FILES[name].items():
                lists[list_name] = reader.entries(list_name, kind)
            passages += reader.passages
            links += reader.links
            html += reader.html
            sources += _sources(node)
            _compare_terms(node, lists.get("terms", ()), report)
        problems += report.problems
    whole = Reference(
        **lists, passages=tuple(passages), links=tuple(links), html=tuple(html), sources=tuple(sources)
    )
    return whole, problems


def _sources(node: Node) -> Iterator[tuple[str, Span, str]]:
    """Yield file, place and id of each source that an entry names."""
    for path in node.values:
        if path[-1:] == ("source",) or path[-2:-1] == ("sources",):
            id = node.at(path)
            if isinstance(id, str):
                yield node.path, node.span(path), id


def _compare_terms(node: Node, terms: tuple[Term, ...], report: Report) -> None:
    """Report a related term that is not there, and a form of two marked terms: a page can link it to one only."""
    ids = {term.id for term in terms}
    taken: dict[tuple[str, str], str] = {}
    for index, values in enumerate(as_list(node.at(("terms",)))):
        if not isinstance(values, dict):
            continue
        for number, id in enumerate(as_list(values.get("see"))):
            if isinstance(id, str) and id not in ids:
                close = get_close_matches(id, ids, n=1)
                span = node.span(("terms", index, "see", number))
                message = _text("no-term-near", id=id, near=close[0]) if close else _text("no-term", id=id)
                report.add(span, message, suggestions=tuple(close))
        id = str(values.get("id", index + 1))
        term = made(Term, values, id=id, path=node.path, span=node.span(("terms", index)))
        if term.mark:
            for form in ((lang, form) for lang in report.languages for form in forms_of(term, lang)):
                if taken.setdefault(form, term.id) != term.id:
                    message = _text("marked-twice", form=form[1], other=taken[form])
                    report.add(node.span(("terms", index, "mark")), message)


class _Reader:
    """Takes the entries and texts of one file."""

    def __init__(
        self,
        node: Node,
        languages: tuple[str, ...],
        locales: Mapping[str, Language],
        report: Report,
        *,
        with_passages: bool,
    ) -> None:
        self._node = node
        self._languages = languages
        self._locales = locales
        self._report = report
        self._with_passages = with_passages
        self.passages: list[Passage] = []
        self.links: list[tuple[str, Link]] = []
        self.html: list[tuple[str, RawHtml]] = []

    def entries(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of a list; of two with one id only the first."""
        items = self._node.at((name,))
        return tuple(self._entries(name, kind, items if isinstance(items, list) else []))

    def _entries(self, name: str, kind: type[E], items: list[object]) -> Iterator[E]:
        lines: dict[str, int] = {}
        for index, values in enumerate(items):
            if not isinstance(values, dict):
                continue
            given = values.get("id")
            id = given if isinstance(given, str) and given else str(index + 1)
            span = self._node.span((name, index, "id") if "id" in values else (name, index))
            if id in lines:
                self._report.add(span, _text("twice", list=name, id=id, line=lines[id]))
                continue
            lines[id] = span.line
            if self._with_passages:
                self.passages += self._passages((name, index), values, f"{name}.{id}")
            yield made(kind, values, id=id, path=self._node.path, span=span)

    def _in_language(self, path: Path, value: object, language: str, label: str) -> Iterator[Passage]:
        """Yield a text of one language, or each of several."""
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._in_language((*path, index), item, language, label)
        elif isinstance(value, str) and value.strip():
            locale = self._locales.get(language) or language_of(language)
            body = field_body(self._node, path, language=language, locale=locale, label=label)
            self.links += [(self._node.path, link) for link in body.links]
            self.html += [(self._node.path, html) for html in body.html]
            yield from body.passages

    def _same_in_all(self, path: Path, label: str) -> Passage:
        """Return a text that is the same in every language; of a contact, a bare number is no figure."""
        language = next(iter(self._languages), next(iter(self._locales)))
        return plain_passage(
            self._node,
            path,
            language=language,
            locale=self._locales.get(language) or language_of(language),
            label=label,
            names=Reason.TELEPHONE if path[-1] in _CONTACTS else None,
        )

    def _passages(self, path: Path, value: object, label: str) -> Iterator[Passage]:
        """Yield the texts of an entry, however deep; a text is a mapping of languages, or the same in all of them."""
        if isinstance(value, str) and path[-1] in (*_SAME, *_CONTACTS):
            yield self._same_in_all(path, label)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._passages((*path, index), item, f"{label}.{index}")
        elif isinstance(value, dict) and set(value) <= set(self._locales) | set(self._languages):
            for language, text in value.items():
                if language in self._languages:
                    yield from self._in_language((*path, language), text, language, label)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from self._passages((*path, key), item, f"{label}.{key}")
