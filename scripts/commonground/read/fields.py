"""The texts of records and data files as passages, so that they are checked like an article's."""

from commonground.model.passage import Kind, Passage
from commonground.model.settings import Locale
from commonground.read.prose import inline_passage
from commonground.read.yaml_file import Node, Path


def field_passage(
    node: Node, path: Path, *, language: str, locale: Locale, owner: str = "", label: str = ""
) -> Passage:
    """Read one text of a YAML file as inline Markdown; its places are those in the file."""
    where = node.text_map(path)
    return inline_passage(
        str(node.at(path)),
        path=node.path,
        language=language,
        locale=locale,
        place=where.place(0) if len(where.runs) == 1 else where,
        kind=Kind.FIELD,
        owner=owner,
        label=label,
    )
