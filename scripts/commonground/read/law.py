"""The law word for word: ``data/law/<law>.yaml``, and the words bound to it in ``data/law/terms.yaml``."""

from collections.abc import Collection, Iterator, Mapping

from commonground.languages import Language, language_of
from commonground.languages.message import texts_of
from commonground.model.law import FOLDER, Law, LawFile, LegalFigure, LegalTerm, Provision, TermsFile, role_of
from commonground.model.problem import Problem
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.read import yaml_file
from commonground.read.data import RULE
from commonground.read.figures import find_figures, knows_numbers
from commonground.read.yaml_file import Node, as_list, as_mapping

_text = texts_of(__name__)
TERMS = f"{FOLDER}/terms.yaml"

SHAPE = keys_of(LawFile)
TERMS_SHAPE = keys_of(TermsFile)


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
        (TERMS_SHAPE if path == TERMS else SHAPE).compare(node.value, (), report)
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
    law = made(LawFile, node.value)
    source = law.source
    for index, one in enumerate(law.provisions):
        yield Provision(
            id=one.id,
            path=node.path,
            span=node.span(("provisions", index, "id")),
            section=one.section,
            document=law.document,
            citation=law.citation,
            repository=source.repository,
            file=source.file,
            page=source.page,
            text=one.text,
            note=one.note,
            heading=one.heading,
            term=one.term,
            history=one.history,
            current_to=source.current_to,
            assented_to=source.assented_to,
            in_force_since=one.in_force_since,
            is_extract=one.extract,
            figures=tuple(_figures((one.note, one.text), locales)) if one.id in needed else (),
        )


def _figures(texts: tuple[Mapping[str, str], ...], locales: Mapping[str, Language]) -> Iterator[LegalFigure]:
    for text in texts:
        for language, written in text.items():
            for figure in find_figures(written, language) if knows_numbers(language) else ():
                role = role_of(written, figure, language_of(language).law)
                yield LegalFigure(language, figure.text, figure.quantities, role)


def _terms(node: Node) -> Iterator[LegalTerm]:
    for index, entry in enumerate(as_list(as_mapping(node.value)["terms"])):
        yield made(LegalTerm, entry, path=node.path, span=node.span(("terms", index, "id")))
