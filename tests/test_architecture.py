"""ARCHITECTURE.md tells the layers that import-linter holds."""

import re
import tomllib

import pytest

from .conftest import ROOT


def test_the_table_of_layers_is_that_of_the_linter() -> None:
    told = (
        (ROOT / "ARCHITECTURE.md")
        .read_text(encoding="utf-8")
        .partition("\n## Layers\n")[2]
        .partition("\n## ")[0]
    )
    rows = [
        set(re.findall(r"`(\w+)`", row.split("|")[1])) for row in told.split("\n") if row.startswith("| `")
    ]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert rows == [set(re.findall(r"\w+", layer)) for layer in reversed(layers)]


def test_every_file_that_it_names_is_there() -> None:
    """A path in backquotes is a file or folder of the repository, or of the package."""
    text = (
        (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").replace("<code>", "en").replace("<lang>", "en")
    )
    named = re.findall(r"`([\w./-]+/[\w./-]*)`", text)
    assert named
    assert [
        path
        for path in named
        if not any((root / path).exists() for root in (ROOT, ROOT / "scripts/commonground"))
    ] == []


TOLD = (
    "CONTRIBUTING.md",
    "README.md",
    *sorted(f"decisions/{path.name}" for path in (ROOT / "decisions").iterdir()),
)


@pytest.mark.parametrize("name", TOLD)
def test_every_file_of_the_program_that_is_told_is_there(name: str) -> None:
    """Paths of code, templates and tests, those with a name to fill in aside."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("<code>", "en").replace("<lang>", "en")
    named = re.findall(r"(?<![\w/.-])((?:scripts|overrides|tests|benchmarks)/[\w./-]+)(?![\w<*{])", text)
    assert [path for path in named if not (ROOT / path.rstrip("./")).exists()] == []
