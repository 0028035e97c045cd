"""What each type of article needs: ``article_types/<type>.toml`` of this package."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from commonground.languages import FOLDER as LANGUAGES
from commonground.languages import Language, read_languages
from commonground.languages.message import Message, listed, texts_of
from commonground.languages.own_files import Table, read_tables, refuse
from commonground.model.settings import ArticleType, SheetParts

_text = texts_of(__name__)

_FOLDER = "article_types"


@cache
def read_article_types() -> Mapping[str, ArticleType]:
    """
    Return the article types by name.

    Raises: BrokenOwnFile: A file is broken.
    """
    tables = read_tables(_FOLDER)
    refuse(fault for name, table in tables.items() for fault in _faults(name, table))
    return {name: article_type(name, table) for name, table in tables.items()}


def refuse_unsaid(codes: Iterable[str]) -> None:
    """Raises: BrokenOwnFile: A type names what one of some languages has no words for."""
    types, known = read_article_types().values(), read_languages()
    refuse(fault for kind in types for code in codes if code in known for fault in _unsaid(kind, known[code]))


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _is_length(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"fewest", "most"}:
        return False
    fewest, most = value["fewest"], value["most"]
    return type(fewest) is int and type(most) is int and 0 <= fewest <= most


def _is_blocks(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_names, value.values()))


def _is_sheet(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("lead"), str):
        return False
    lists = (value.get(key, []) for key in ("findings", "lists"))
    known = value.keys() <= {"lead", "findings", "lists", "say", "pairs"}
    return (
        known
        and all(map(_is_names, lists))
        and all(isinstance(value.get(key, ""), str) for key in ("say", "pairs"))
    )


_KEYS: Mapping[str, tuple[Callable[[object], bool], Message]] = {
    "sections": (_is_names, _text("names", example='["evidence", "unknown"]')),
    "opening": (_is_names, _text("names", example='["fact", "myth"]')),
    "section_blocks": (
        _is_blocks,
        _text("section-blocks"),
    ),
    "length": (_is_length, _text("length", example="{fewest = 500, most = 900}")),
    "area": (lambda value: isinstance(value, bool), _text("flag")),
    "folder": (lambda value: isinstance(value, str), _text("folder")),
    "exempt_sections": (_is_names, _text("names", example='["agenda"]')),
    "unsourced_sections": (_is_names, _text("names", example='["unknown", "cite"]')),
    "sheet": (
        _is_sheet,
        _text("sheet"),
    ),
}


def _faults(name: str, table: Table) -> Iterator[Message]:
    path = f"{_FOLDER}/{name}.toml"
    if "sections" not in table:
        yield _text("no-sections", path=path)
    for key, value in table.items():
        if key not in _KEYS:
            yield _text("unknown", path=path, key=key, known=listed(_KEYS))
        elif not _KEYS[key][0](value):
            yield _text("must-be", path=path, key=key, what=_KEYS[key][1])


def article_type(name: str, table: Table) -> ArticleType:
    """Return the type that a table describes."""
    return ArticleType(
        name=name,
        sections=_names(table.get("sections")),
        opening=_names(table.get("opening")),
        section_blocks={key: _names(blocks) for key, blocks in _table(table.get("section_blocks")).items()},
        length=_length(_table(table.get("length"))),
        area=table.get("area") is not False,
        folder=str(table.get("folder", name)),
        exempt_sections=_names(table.get("exempt_sections")),
        unsourced_sections=_names(table["unsourced_sections"]) if "unsourced_sections" in table else None,
        sheet=_sheet(table["sheet"]) if "sheet" in table else None,
    )


def _sheet(value: object) -> SheetParts:
    table = _table(value)
    findings, lists = _names(table.get("findings")), _names(table.get("lists"))
    say, pairs = (str(table.get(key, "")) for key in ("say", "pairs"))
    return SheetParts(str(table["lead"]), findings, lists, say, pairs)


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _table(value: object) -> Table:
    return value if isinstance(value, dict) else {}


def _length(table: Table) -> tuple[int, int] | None:
    fewest, most = table.get("fewest"), table.get("most")
    return (fewest, most) if isinstance(fewest, int) and isinstance(most, int) else None


def _unsaid(kind: ArticleType, locale: Language) -> Iterator[Message]:
    """Yield what a type demands and a language has no word for, or the type itself does not have."""
    path, words = f"{_FOLDER}/{kind.name}.toml", f"{LANGUAGES}/{locale.code}"
    for section in kind.sections:
        if section not in locale.sections:
            yield _text("no-word", path=path, section=section, words=f"{words}/articles.toml")
    blocks = (*kind.opening, *(block for blocks in kind.section_blocks.values() for block in blocks))
    for block in dict.fromkeys(blocks):
        for part, table in (("articles", "skeleton"), ("site", "blocks")):
            if not locale.has(f"{table}.{block}"):
                yield _text("no-text", path=path, block=block, table=table, words=f"{words}/{part}.toml")
    for section in (*kind.section_blocks, *kind.exempt_sections, *(kind.unsourced_sections or ())):
        if section not in kind.sections:
            yield _text("elsewhere", path=path, section=section)
    if kind.sheet:
        yield from _unmade(kind, kind.sheet, path)


def _unmade(kind: ArticleType, sheet: SheetParts, path: str) -> Iterator[Message]:
    """Yield what the sheet of a type would show and its articles do not have."""
    blocks = {*kind.opening, *(block for blocks in kind.section_blocks.values() for block in blocks)}
    for name in (sheet.lead, *sheet.findings, *sheet.lists, *filter(None, (sheet.say, sheet.pairs))):
        if name not in blocks and name not in kind.sections:
            yield _text("not-shown", path=path, name=name)
