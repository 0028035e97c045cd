"""What the program says is in its catalogues: every text, in every language, with the values that the code gives it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from commonground.checks import registry
from commonground.languages import catalogue
from commonground.languages.catalogue import catalogues, say, section_texts
from commonground.languages.message import Message, listed, section_of
from commonground.languages.own_files import BrokenOwnFile
from commonground.verify.faults import RULES

from ..conftest import ROOT

PACKAGE = ROOT / "scripts/commonground"
OWN = ("rule", "why", "fix")
RULE_IDS = (*registry.ids(), *(rule.id for rule in RULES))
FIXED = ("plurals", "lists", "words")
"""Sections that no module of their own has."""
HELP = "help/"
CLICK = "click"
"""Sections of what commands say of themselves, and of click's own texts: ``tests/cli/test_help.py`` has theirs."""


def texts(language: str) -> dict[str, dict[str, object]]:
    path = PACKAGE / "languages" / language / "messages.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def places(forms: object) -> set[str]:
    """Return the names in braces of a text, or of all its plural forms."""
    parts = [forms] if isinstance(forms, str) else list(forms.values())
    return {name for part in parts for _, name, _, _ in Formatter().parse(part) if name is not None}


@cache
def calls() -> list[tuple[Path, int, str, set[str]]]:
    """Return where the code makes a message: file, line, key, and the names that it fills in."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(("commonground", *path.relative_to(PACKAGE).with_suffix("").parts))
        code = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)) if "_text = texts_of(__name__)" in code else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_text":
                assert node.args, f"{path}:{node.lineno}: _text needs the name of a text"
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}: a name as it stands"
                assert all(keyword.arg for keyword in node.keywords), f"{path}:{node.lineno}: no **"
                key = f"{section_of(module)}.{node.args[0].value}"
                found.append((path, node.lineno, key, {str(keyword.arg) for keyword in node.keywords}))
    return found


def test_every_text_that_the_code_says_is_there_with_its_values() -> None:
    """In the first language; the others are held to it below."""
    known = texts("en")
    for path, number, key, given in calls():
        section, _, name = key.rpartition(".")
        assert name in known.get(section, {}), f"{path}:{number}: messages.toml has no text {key}"
        asked = places(known[section][name])
        is_counted = not isinstance(known[section][name], str)
        assert given == asked | ({"n"} if is_counted else set()), f"{path}:{number}: {key} asks for {asked}"


def test_every_check_says_its_rule_reason_and_fix() -> None:
    """Three texts in which nothing is filled in."""
    known = texts("en")
    for id in RULE_IDS:
        for part in OWN if not id.startswith("language/") else ():
            assert places(known[id][part]) == set(), f"{id} {part}"


def test_no_text_is_unused() -> None:
    """Each is said somewhere: a check's three, or one that a module names."""
    said = {key for _, _, key, _ in calls()}
    said |= {f"{id}.{part}" for id in RULE_IDS for part in OWN}
    there = {
        f"{section}.{name}"
        for section, names in texts("en").items()
        if section not in (*FIXED, CLICK) and not section.startswith(HELP)
        for name in names
    }
    assert there - said == set()


@pytest.mark.parametrize("language", [code for code in catalogues() if code != "en"])
def test_languages_say_the_same(language: str) -> None:
    """The same texts with the same places, and plural forms where they need them."""
    mine, model = texts(language), texts("en")
    assert set(mine) == set(model)
    for section in set(model) - set(FIXED):
        assert set(mine[section]) == set(model[section]), section
        for name, forms in model[section].items():
            where = f"{language}: [{section}] {name}"
            if section != CLICK:
                assert places(mine[section][name]) == places(forms), f"{where}: the names in braces differ"
            assert isinstance(mine[section][name], str) == isinstance(forms, str), where


@pytest.mark.parametrize("language", catalogues())
def test_numbers_take_the_form_that_they_have_in_the_language(language: str) -> None:
    """As CLDR has it, for all that a report can count."""
    listed_forms = texts(language)["plurals"]
    forms = {**dict.fromkeys(listed_forms, ""), "other": ""}
    rule = Locale.parse(language).plural_form
    for number in range(2000):
        assert catalogue._plural(language, number, forms) == rule(number), number


@pytest.mark.parametrize("language", catalogues())
def test_every_text_can_be_said(language: str) -> None:
    """With any values, no brace and no key is left."""
    for section, names in texts(language).items():
        if section in FIXED:
            continue
        for name, forms in names.items():
            for number in (0, 1, 2):
                values = tuple((place, number if place == "n" else "Zz") for place in places(forms) | {"n"})
                told = say(Message(f"{section}.{name}", values), language)
                assert told.strip(), name
                assert ("Zz" in told) == bool(places(forms) - {"n"}), f"{section}.{name}: {told}"


@pytest.mark.parametrize("language", catalogues())
def test_a_catalogue_is_read_in_parts_as_it_is_as_a_whole(language: str) -> None:
    """Each section alone gives what the whole file says of it."""
    whole = texts(language)
    assert {section: dict(section_texts(language, section)) for section in whole} == whole


def code_apart(text: str) -> str:
    """Return a text without what is code in it."""
    return re.sub(r"`[^`]*`|\{\w+\}|\[@[^\]]*\]|<[^>]*>", "x", text)


def all_forms(language: str) -> Iterator[tuple[str, str]]:
    for section, names in texts(language).items():
        for name, forms in names.items() if section not in FIXED else ():
            for form in [forms] if isinstance(forms, str) else forms.values():
                yield f"[{section}] {name}", form


def test_french_is_set_as_french() -> None:
    """No-break spaces within guillemets and before a colon, curly apostrophes, but for code."""
    for where, text in all_forms("fr"):
        words = code_apart(text)
        assert not re.search(r"« | »|\w'\w", words), f"{where}: {words}"
        assert not re.search(r" [:%]", words), f"{where}: {words}"


def test_spanish_is_set_as_spanish() -> None:
    """Questions have both their marks, and a per cent sign a no-break space before it, but for code."""
    for where, text in all_forms("es"):
        words = code_apart(text)
        assert words.count("¿") == words.count("?"), f"{where}: {words}"
        assert not re.search(r"[\dx] ?%(?!\d)", words), f"{where}: {words}"


def test_a_row_is_joined_as_the_language_does() -> None:
    """Commas, and a word before the last."""
    assert say(listed(["a"], "or"), "en") == "a"
    assert say(listed(["a", "b"], "or"), "fr") == "a ou b"
    assert say(listed(["a", "b", "c"], "and"), "fr") == "a, b et c"
    assert say(listed([]), "en") == ""


def test_a_language_without_messages_is_named() -> None:
    """It is not told in another without a word."""
    assert catalogue.spoken("xx") == "en"
    assert catalogue.unspoken(["xx", "fr", ""]) == ["xx"]


def test_a_text_that_is_missing_is_named() -> None:
    """By whoever translates it: the file, the key, and where it can be read."""
    with pytest.raises(BrokenOwnFile, match=r"languages/fr/messages\.toml has no text words\.gone"):
        say(Message("words.gone"), "fr")


TOLD_BY = {"echo", "error", "warning", "info", "UsageError", "ClickException", "Abort"}
"""What prints a text, or ends a command with it."""


def is_sentence(node: ast.AST) -> bool:
    """Tell whether an expression is words in the code."""
    match node:
        case ast.Constant():
            return isinstance(node.value, str) and " " in node.value.strip()
        case ast.JoinedStr():
            return any(map(is_sentence, node.values))
        case ast.BinOp():
            return is_sentence(node.left) or is_sentence(node.right)
    return False


def test_nobody_is_told_in_words_of_the_code() -> None:
    """A problem cannot be (its message is no text, says mypy); nor may an error or a line on a terminal."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Raise(exc=ast.Call(args=[*args])):
                    is_told = any(map(is_sentence, args))
                case ast.Call(func=ast.Attribute(attr=name), args=[*args]) if name in TOLD_BY:
                    is_told = any(map(is_sentence, args))
                case _:
                    continue
            if is_told:
                found.add(path.relative_to(PACKAGE).as_posix())
    assert found == set()
