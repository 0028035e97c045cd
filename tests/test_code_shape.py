"""Code stays in pieces that one can read at a sitting, and says why where the type checker is told to look away."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .conftest import ROOT

PACKAGE = ROOT / "scripts/commonground"
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40


def files() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, its docstring aside."""
    text = function.body[0] if ast.get_docstring(function) is not None else None
    said = (text.end_lineno or 0) - text.lineno + 1 if text else 0
    return (function.end_lineno or 0) - function.lineno + 1 - said


def test_files_are_short() -> None:
    long = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert {path: count for path, count in long.items() if count > MOST_LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    found = {
        f"{path.relative_to(PACKAGE).as_posix()} {node.name}"
        for path in files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines_of(node) > MOST_LINES_OF_A_FUNCTION
    }
    assert found == set()


def test_the_type_checker_looks_away_for_a_reason() -> None:
    """``# type: ignore[code]  # why``."""
    bare = [
        f"{path.name}:{number}"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "# type: ignore" in line and not re.search(r"# type: ignore\[[\w, -]+\]  # (?!noqa)\w", line)
    ]
    assert bare == []
