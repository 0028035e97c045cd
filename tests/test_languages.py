"""
What the program knows of a language stands in that language's folder, and nowhere else.

No code and no template outside ``languages/`` names a language, by its code or its name, or has a letter that only some
languages have. An entry of ``STILL`` that is no longer needed fails.
"""

import ast
import io
import re
import tokenize
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.languages.faults import missing, refuse_broken_languages
from commonground.read.article_types import refuse_unsaid

from .conftest import ROOT

CODES = "|".join(read_languages())
NAMED = re.compile(rf"^(?:{CODES})$|_(?:{CODES})\b|lang=\\?.?(?:{CODES})\b", re.IGNORECASE)
CALLED = re.compile(r"english|french|spanish|anglais|français|español", re.IGNORECASE)
QUOTED = re.compile(r"""(["'`])(?P<text>(?:\\.|(?!\1).)*)\1|:lang\((?P<lang>[^)]*)\)""")
COMMENT = {
    ".js": re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL),
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
}

STILL: dict[str, str] = {}
"""Files that tell of a language, and why. It is empty, and is to stay so."""


def sources() -> Iterator[Path]:
    """Yield the program's code and templates outside the folders of languages."""
    for folder in ("scripts/commonground", "overrides"):
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.suffix in (".py", ".js", ".html", ".css")
                and "languages" not in path.relative_to(ROOT).parts
            ):
                yield path


def told(path: Path) -> Iterator[str]:
    """Yield what a file says of a language; comments and docstrings may."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        pieces = list(python(text))
    else:
        text = COMMENT[path.suffix].sub("", text)
        pieces = [(found["text"] or found["lang"] or "", "") for found in QUOTED.finditer(text)] + [
            ("", text)
        ]
    for name, source in pieces:
        if NAMED.search(name) or CALLED.search(name):
            yield name
        yield from (c for c in source if not c.isascii() and unicodedata.category(c).startswith("L"))


def python(text: str) -> Iterator[tuple[str, str]]:
    """Yield the value and the source of each name and string of Python code but docstrings."""
    expressions = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr))
    docstrings = {(node.lineno, node.col_offset) for node in expressions if isinstance(node, ast.Constant)}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.start in docstrings:
            continue
        if token.type == tokenize.STRING:
            value = re.sub(r"^[a-zA-Z]*(\"\"\"|'''|\"|')|(\"\"\"|'''|\"|')$", "", token.string)
            yield value, token.string
        elif token.type == tokenize.NAME:
            yield token.string, token.string


def assert_still(found: Mapping[str, Collection[str]], still: Collection[str]) -> None:
    """Hold what files tell to a list of those that still may."""
    telling = {path: said for path, said in found.items() if said}
    assert {path: said for path, said in telling.items() if path not in still} == {}
    assert sorted(set(still) - telling.keys()) == [], "no longer needed: take it out"


def test_a_language_is_known_in_its_folder_alone() -> None:
    """Each file that tells of a language is in the list, and the list names no other."""
    assert_still({str(path.relative_to(ROOT)): sorted(set(told(path))) for path in sources()}, STILL)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("code.py", 'colon = " :" if language == "fr" else ":"', id="code"),
        pytest.param("key.py", 'title = record["title_fr"]', id="key"),
        pytest.param("field.py", "title = record.title_fr", id="field"),
        pytest.param("letters.py", 'MONTHS = "août"', id="letters"),
        pytest.param("name.py", "FRENCH = 1", id="name"),
        pytest.param("colon.html", "{{ '\\u00a0' if cg.lang == 'fr' }}:", id="template"),
        pytest.param("engine.js", "const articles = /l'|à/;", id="script-letters"),
        pytest.param("colon.css", 'dt:lang(fr)::after { content: " :"; }', id="style"),
        pytest.param("lang.js", 'if (lang === "fr") {}', id="script-code"),
    ],
)
def test_what_tells_of_a_language_is_found(tmp_path: Path, name: str, text: str) -> None:
    """A code, a key of one language, a letter, a name."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(told(tmp_path / name))


def test_comments_and_docstrings_may_tell(tmp_path: Path) -> None:
    """What explains code may show French."""
    (tmp_path / "a.py").write_text(
        '"""Écrit « fr »: states_fr."""\nX = 1  # été, "fr"\n"""French."""\n', encoding="utf-8"
    )
    (tmp_path / "a.js").write_text(
        '// "fr", à\n/* été */ const x = "https://example.org/";\n', encoding="utf-8"
    )
    (tmp_path / "a.html").write_text("{# 'fr' à #}<p>{{ cg.lang }}</p>", encoding="utf-8")
    assert [said for name in ("a.py", "a.js", "a.html") for said in told(tmp_path / name)] == []


def test_every_language_that_ships_is_whole() -> None:
    """Each has all parts, and every text and list of words that the first one has."""
    refuse_broken_languages(tuple(read_languages()))
    refuse_unsaid(tuple(read_languages()))
    assert {
        code: found for code, language in read_languages().items() if (found := [*missing(language)])
    } == {}
