"""One damaged file is told once, at its place: what others miss in it is no second mistake."""

from collections.abc import Callable
from pathlib import Path

import pytest

from commonground.checks import registry
from commonground.model.problem import Level
from commonground.read.corpus import read_corpus

from ..conftest import TODAY
from ..site.test_what_passes_builds import project

RECORD = "evidence/example2020.yaml"
LAW = "data/law/lamps.yaml"
DAMAGES = [
    pytest.param("commonground.toml", lambda text: f"{text}\nx = [", id="settings"),
    pytest.param("evidence/quoted.lock", lambda text: text[: len(text) // 2], id="half-a-kept-figure"),
    pytest.param("evidence/quoted.lock", lambda text: text.replace("214", "215"), id="a-changed-kept-figure"),
    pytest.param(RECORD, lambda text: text.replace("value: 21", "value: .nan"), id="no-number"),
    pytest.param(RECORD, lambda text: text.replace("- id: count", "- id: ../count"), id="no-id"),
    pytest.param(LAW, lambda _: "- 1\n", id="law-is-a-list"),
    pytest.param(LAW, lambda text: f"{text}\nlamps: 1\n", id="law-with-another-key"),
    pytest.param("language/en.yaml", lambda _: "lamps\n", id="rules-are-a-text"),
]


def told_in(root: Path) -> set[str]:
    """Return the files of which ``check`` has something to say that is more than a suggestion."""
    problems = registry.run(read_corpus(root, TODAY)).problems
    return {f"{one.path}: {one.rule}" for one in problems if one.level is not Level.SUGGESTION}


@pytest.mark.parametrize(("path", "damage"), DAMAGES)
def test_it_is_told_once(path: str, damage: Callable[[str], str], tmp_path: Path) -> None:
    """What was told before stays as it is, but for what rests on the file, and the file itself is told."""
    root = project(tmp_path)
    before = told_in(root)
    file = root / path
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    new = told_in(root) - before
    assert len(new) == 1, new
    assert next(iter(new)).startswith(f"{path}: ")
