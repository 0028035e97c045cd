"""The words of the site itself: ``locales/<lang>.toml`` of this package."""

from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

from commonground.model.folding import fold
from commonground.model.settings import Grammar, Locale, NameWords
from commonground.read.own_files import Table, read_tables, refuse

_FOLDER = "locales"
_FIRST = "en"
_LISTS = (
    "abbreviations", "mention_words", "mention_lists", "list_joints", "elisions", "speaking_words", "quotation_words", "explaining_words", "small_words",
    "consonant_sounds", "masculine", "feminine", "either", "postmodifiers", "function_words", "agreeing_words", "frequent_words",
)  # fmt: skip


@cache
def read_locales() -> Mapping[str, Locale]:
    """
    Return the locales that the program brings along, by language, English first.

    Raises: BrokenOwnFile: A file is broken, or lacks a text that another language has.
    """
    tables = read_tables(_FOLDER)
    names = sorted(tables, key=lambda name: (name != _FIRST, name))
    refuse(fault for name in names for fault in _faults(name, tables[name]))
    found = {name: _locale(name, tables[name]) for name in names}
    refuse(fault for locale in found.values() for fault in _differences(locale, found[names[0]]))
    return found


def _faults(name: str, words: Table) -> Iterator[str]:
    path = f"{_FOLDER}/{name}.toml"
    for key in _LISTS:
        if not _is_words(words.get(key, [])):
            yield f'{path}: {key} must be a list of words: ["one", "two"].'
    for key in ("sections", "jargon"):
        table = words.get(key, {})
        if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
            yield f'{path}: [{key}] must be a table of texts, one a line: name = "Text".'
    for key in ("claims", "placeholders", "own_figures"):
        table = words.get(key, {})
        if not isinstance(table, dict) or not all(map(_is_words, table.values())):
            yield f'{path}: [{key}] must be a table of lists of words: name = ["one", "two"].'
    names = words.get("names", {})
    if not isinstance(names, dict) or not all(_is_words(v) for k, v in names.items() if k != "title_case"):
        yield f'{path}: [names] must be a table of lists of words, but for title_case: name = ["one", "two"].'
    rows = words.get("determiners", [])
    if not isinstance(rows, list) or not all(_is_words(row) and len(row) == 4 for row in rows):
        yield f"{path}: determiners must be a list of rows, each of four words in quotation marks."


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _differences(locale: Locale, model: Locale) -> Iterator[str]:
    """Yield where a locale cannot say what another one says: a text is missing, or has other places to fill in."""
    path, other = f"{_FOLDER}/{locale.language}.toml", f"{_FOLDER}/{model.language}.toml"
    texts = dict(locale.texts())
    for key, text in texts.items():
        if _places(text) is None:
            yield f"{path}: {key} has a brace that opens or closes nothing. Write {{name}} for a place, and no other brace."
    for key, text in model.texts():
        if key not in texts:
            yield f"{path} has no text {key}. {other} has: {text!r}."
        elif None not in (mine := _places(texts[key]), its := _places(text)) and mine != its:
            yield f"{path}: {key} must have the places {sorted(its or ())}, as in {other}; it has {sorted(mine or ())}."


def _places(text: str) -> set[str] | None:
    """Return the names in braces, None where they are not paired."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _locale(language: str, words: Table) -> Locale:
    sections = words.get("sections")
    return Locale(
        language,
        words,
        {key: str(text) for key, text in sections.items()} if isinstance(sections, dict) else {},
        _texts(words.get("abbreviations")),
        _texts(words.get("mention_words")),
        _lists(words.get("claims")),
        (*_texts(words.get("speaking_words")), *_texts(words.get("quotation_words"))),
        _texts(words.get("speaking_words")),
        _texts(words.get("mention_lists")),
        _texts(words.get("list_joints")),
        _texts(words.get("elisions")),
        _names(words),
        _grammar(words),
        _pairs(words.get("jargon")),
        _texts(words.get("explaining_words")),
        _lists(words.get("placeholders")),
        _texts(words.get("frequent_words")),
        _texts(words.get("locators")),
        _lists(words.get("own_figures")),
    )


def _lists(value: object) -> dict[str, tuple[str, ...]]:
    return {key: _texts(listed) for key, listed in value.items()} if isinstance(value, dict) else {}


def _pairs(value: object) -> dict[str, str]:
    return {key: str(text) for key, text in value.items()} if isinstance(value, dict) else {}


def _grammar(words: Mapping[str, object]) -> Grammar:
    rows = words.get("determiners")
    genders = {
        noun: gender
        for gender, key in (("m", "masculine"), ("f", "feminine"), ("mf", "either"))
        for noun in _texts(words.get(key))
    }
    return Grammar(
        tuple((row[0], row[1], row[2], row[3]) for row in rows) if isinstance(rows, list) else (),
        _texts(words.get("consonant_sounds")),
        genders,
        bool(words.get("possessives")),
        _texts(words.get("small_words")),
        bool(words.get("title_case")),
        frozenset(_texts(words.get("postmodifiers"))),
        frozenset(_texts(words.get("function_words"))),
        frozenset(_texts(words.get("agreeing_words"))),
    )


def _names(words: Mapping[str, object]) -> NameWords:
    section = words.get("names")
    named = section if isinstance(section, dict) else {}

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word).text for word in _texts(named.get(key)))

    return NameWords(
        folded("bodies"),
        folded("kinds"),
        _texts(named.get("works")),
        folded("joints"),
        folded("of"),
        folded("conjunctions"),
        folded("adjectives"),
        folded("before"),
        folded("joints") | folded("small"),
        bool(named.get("title_case")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
