"""The article types that a site has of its own: ``article_types/<type>.toml`` beside its ``docs/``, with the words that they need."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from commonground.files.reading import Tree
from commonground.languages import Language
from commonground.languages.message import Message, texts_of
from commonground.model.article_type import ArticleType
from commonground.model.position import Path
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Keys, Kind, MapOf
from commonground.read import toml_file
from commonground.read.article_types import FOLDER, article_type
from commonground.read.article_types import SHAPE as SHAPE_OF_ALL
from commonground.read.yaml_file import MAX_BYTES, as_mapping

_text = texts_of(__name__)
_TEXTS = "texts"
SHAPE = Keys(
    SHAPE_OF_ALL.required,
    {
        **{key: shape for key, shape in SHAPE_OF_ALL.optional.items() if key != "sheet"},
        _TEXTS: MapOf(Kind((dict,), _text("table"))),
    },
)


def read_site_types(
    tree: Tree, languages: tuple[str, ...], known: Mapping[str, Language], rule: str
) -> tuple[dict[str, ArticleType], dict[str, Language]]:
    """
    Return the types by name, and each language with the words that they bring along; what is wrong is told by the tree.

    Args: known: What is known of each language. rule: The rule that a wrong file breaks.
    """
    types, said = {}, dict(known)
    for path in tree.files(FOLDER):
        data = tree.read(path, MAX_BYTES) if path.endswith(".toml") else None
        node, problems = toml_file.load(path, data, rule) if data is not None else (None, [])
        tree.problems += problems
        if node is None or not isinstance(node.value, dict):
            continue
        report = Report(node, rule, languages, ())
        kind = article_type(PurePosixPath(path).stem, node, SHAPE, report)
        for language, own in as_mapping(as_mapping(node.value).get(_TEXTS)).items():
            if language in said and isinstance(own, dict):
                said[language] = said[language].with_texts(own)
        for place, message in _unsaid(kind, [said[code] for code in languages if code in said]):
            report.wrong(place, message)
        tree.problems += report.problems
        types[kind.name] = kind
    return types, said


def _unsaid(kind: ArticleType, languages: list[Language]) -> Iterator[tuple[Path, Message]]:
    """Yield what a type demands and a language has no word for."""
    for locale in languages:
        for section in kind.sections:
            if section not in locale.sections:
                yield ("sections",), _text("no-heading", section=section, language=locale.code)
        for block in kind.blocks:
            if not (locale.has(f"skeleton.{block}") and locale.has(f"blocks.{block}")):
                yield ("sections",), _text("no-block", block=block, language=locale.code)
