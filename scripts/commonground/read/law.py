"""The law word for word: ``data/law/<law>.yaml``, and the words bound to it in ``data/law/terms.yaml``."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from commonground.languages import Language, language_of
from commonground.languages.message import texts_of
from commonground.model.law import Law, LegalFigure, LegalTerm, Provision, Words, role_of
from commonground.model.problem import Problem
from commonground.model.schema.forms import ADDRESS, DAY, FLAG, TEXT
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import ByLanguage, Keys, ListOf, MapOf, Text
from commonground.read import yaml_file
from commonground.read.data import RULE
from commonground.read.figures import find_figures, knows_numbers
from commonground.read.yaml_file import Node, as_list, as_mapping

_text = texts_of(__name__)
FOLDER = "data/law"
TERMS = f"{FOLDER}/terms.yaml"

_SAID = ByLanguage()
_WORDS = ByLanguage(ListOf(TEXT))
PROVISION_ID = Text(_text("provision-id"), r"[a-z0-9][a-z0-9.-]*")

LAW = Keys(
    required={
        "document": _SAID,
        "citation": _SAID,
        "source": Keys(
            required={
                "repository": TEXT,
                "file": _SAID,
                "page": ByLanguage(ADDRESS),
                "commit": TEXT,
                "read": DAY,
            },
            optional={"current_to": DAY, "last_amended": DAY, "assented_to": DAY},
        ),
        "provisions": ListOf(
            Keys(
                required={"id": PROVISION_ID, "section": TEXT, "text": _SAID},
                optional={
                    "term": _SAID,
                    "heading": _SAID,
                    "note": _SAID,
                    "extract": FLAG,
                    "repealed": FLAG,
                    "in_force_since": DAY,
                    "in_force_parts": MapOf(DAY),
                    "history": _SAID,
                },
            ),
            filled=True,
        ),
    }
)

TERMS_SHAPE = Keys(
    required={
        "terms": ListOf(
            Keys(
                required={"id": PROVISION_ID, "forms": _WORDS, "text": PROVISION_ID},
                optional={"instead_of": _WORDS},
            )
        ),
    }
)


def read_law(
    files: Mapping[str, bytes],
    languages: tuple[str, ...],
    locales: Mapping[str, Language],
    needed: Collection[str],
) -> tuple[Law, list[Problem]]:
    """
    Read the files of ``data/law/``.

    Args: needed: Ids of the provisions whose figures are wanted.
    """
    problems: list[Problem] = []
    nodes: dict[str, Node] = {}
    for path, data in sorted(files.items()):
        node, found = yaml_file.load(path, data)
        problems += found
        if node is None or node.value is None:
            continue
        report = Report(node, RULE, languages, tuple(locales))
        (TERMS_SHAPE if path == TERMS else LAW).compare(node.value, (), report)
        if path != TERMS:
            _expect_day(node, report)
        problems += report.problems
        if not report.problems:
            nodes[path] = node
    terms = nodes.pop(TERMS, None)
    provisions: dict[str, Provision] = {}
    for node in nodes.values():
        report = Report(node, RULE, languages, tuple(locales))
        for one in _provisions(node, locales, needed):
            if one.id in provisions:
                first = provisions[one.id]
                message = _text("twice", id=one.id, path=first.path, line=first.span.line)
                report.add(one.span, message)
            provisions.setdefault(one.id, one)
        problems += report.problems
    return Law(provisions, tuple(_terms(terms)) if terms else ()), problems


def _expect_day(node: Node, report: Report) -> None:
    """Report a source that does not say of which day its texts are."""
    source = node.at(("source",))
    if isinstance(source, dict) and not {"current_to", "assented_to"} & set(source):
        report.missing(("source",), "current_to", _text("day"))


def _provisions(node: Node, locales: Mapping[str, Language], needed: Collection[str]) -> Iterator[Provision]:
    law = as_mapping(node.value)
    source = as_mapping(law["source"])
    for index, values in enumerate(as_list(law["provisions"])):
        one = as_mapping(values)
        id, text = str(one["id"]), _texts(one["text"])
        yield Provision(
            id=id,
            path=node.path,
            span=node.span(("provisions", index, "id")),
            section=str(one["section"]),
            document=_texts(law["document"]),
            citation=_texts(law["citation"]),
            repository=str(source["repository"]),
            file=_texts(source["file"]),
            page=_texts(source["page"]),
            text=text,
            note=_texts(one.get("note")),
            heading=_texts(one.get("heading")),
            term=_texts(one.get("term")),
            history=_texts(one.get("history")),
            current_to=_day(source.get("current_to")),
            assented_to=_day(source.get("assented_to")),
            in_force_since=_day(one.get("in_force_since")),
            is_repealed=one.get("repealed") is True,
            is_extract=one.get("extract") is True,
            figures=tuple(_figures((_texts(one.get("note")), text), locales)) if id in needed else (),
        )


def _figures(texts: tuple[Mapping[str, str], ...], locales: Mapping[str, Language]) -> Iterator[LegalFigure]:
    for text in texts:
        for language, written in text.items():
            for figure in find_figures(written, language) if knows_numbers(language) else ():
                role = role_of(written, figure, language_of(language).law)
                yield LegalFigure(language, figure.text, figure.quantities, role)


def _terms(node: Node) -> Iterator[LegalTerm]:
    for index, values in enumerate(as_list(as_mapping(node.value)["terms"])):
        one = as_mapping(values)
        span = node.span(("terms", index, "id"))
        forms, others = _forms(one["forms"]), _forms(one.get("instead_of", {}))
        yield LegalTerm(str(one["id"]), node.path, span, forms, str(one["text"]), others)


def _forms(value: object) -> Words:
    return {language: tuple(map(str, as_list(words))) for language, words in as_mapping(value).items()}


def _texts(value: object) -> Mapping[str, str]:
    return {language: str(text) for language, text in as_mapping(value).items()} if value else {}


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
