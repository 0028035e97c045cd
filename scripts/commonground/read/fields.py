"""The texts of front matter, records and data files as passages, so that they are checked like an article's."""

from collections.abc import Iterator

from commonground.model.passage import Kind, Passage
from commonground.model.settings import Locale
from commonground.read.passages import Gathered, Origin, passage_of
from commonground.read.prose import inline_passages
from commonground.read.yaml_file import Node, Path


def field_passages(node: Node, path: Path, *, language: str, locale: Locale, label: str) -> Iterator[Passage]:
    """Yield one text of a YAML file as inline Markdown, and what pictures in it say; places are those in the file."""
    where = node.text_map(path)
    return inline_passages(
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
    locale: Locale,
    kind: Kind = Kind.FIELD,
    owner: str = "",
    label: str = "",
    is_quoted: bool = False,
    with_figures: bool = True,
) -> Passage:
    """Read one text of a YAML file that is shown as it stands; ``is_quoted``: it is somebody else's, such as a title."""
    text = str(node.at(path))
    gathered = Gathered(kind)
    gathered.flow.add(text.replace("\n", " "), 0, len(text))
    return passage_of(
        Origin(node.path, language, locale, node.text_map(path)),
        gathered,
        owner=owner,
        label=label,
        in_quotation=is_quoted,
        with_figures=with_figures,
        cites=False,
    )
