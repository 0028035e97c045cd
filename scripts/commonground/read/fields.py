"""The texts of front matter, records and data files as passages, so that they are checked like an article's."""

from msgspec.structs import replace

from commonground.languages import Language
from commonground.model.figure import Figure, LeftAlone, Reason, Unit
from commonground.model.passage import Kind, Passage
from commonground.model.position import Path
from commonground.read.events import Body
from commonground.read.passages import Gathered, Origin, passage_of
from commonground.read.prose import inline_body
from commonground.read.yaml_file import Node


def field_body(node: Node, path: Path, *, language: str, locale: Language, label: str) -> Body:
    """Read one text of a YAML file as inline Markdown, and what pictures in it say; places are those in the file."""
    where = node.text_map(path)
    return inline_body(
        str(node.at(path)),
        path=node.path,
        language=language,
        locale=locale,
        place=where.place(0) if len(where.runs) == 1 else where,
        kind=Kind.FIELD,
        label=label,
    )


def plain_passage(
    node: Node,
    path: Path,
    *,
    language: str,
    locale: Language,
    kind: Kind = Kind.FIELD,
    owner: str = "",
    label: str = "",
    is_quoted: bool = False,
    names: Reason | None = None,
    with_figures: bool = True,
) -> Passage:
    """
    Read one text of a YAML file that is shown as it stands.

    Args: is_quoted: It is somebody else's, such as a title. names: What a bare number in digits is in it, such as that of a
        volume or a telephone; None: a figure.
    """
    text = str(node.at(path))
    gathered = Gathered(kind)
    gathered.flow.add(text.replace("\n", " "), 0, len(text))
    passage = passage_of(
        Origin(node.path, language, locale, node.text_map(path)),
        gathered,
        in_quotation=is_quoted,
        owner=owner,
        label=label,
        with_figures=with_figures,
        cites=False,
    )
    return _named(passage, names) if names else passage


def _named(passage: Passage, reason: Reason) -> Passage:
    """Return a passage in which each bare number in digits is a name."""
    named = [LeftAlone(figure.start, figure.end, reason) for figure in passage.figures if _is_name(figure)]
    return replace(
        passage,
        figures=tuple(figure for figure in passage.figures if not _is_name(figure)),
        left_alone=tuple(sorted((*passage.left_alone, *named), key=lambda one: one.start)),
    )


def _is_name(figure: Figure) -> bool:
    return figure.text[:1].isdecimal() and all(one.unit is Unit.NUMBER for one in figure.quantities)
