"""Checking one file, as an author's save does, reads little, and says exactly what a check of everything says of it."""

import shutil
from pathlib import Path

import pytest

from commonground.checks import registry
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus
from commonground.report.as_text import line

from .conftest import PAGES, ROOT, TODAY

CASES = Path(__file__).parent / "checks"
TREES = sorted(path for path in CASES.glob("*/*/*") if path.name in ("breaks", "passes"))


ASKS_ALL_PAGES = "evidence/repeated-claim"
"""Which page answers a sentence, no page names: it is told where everything is read."""


def lines_of(path: str, report: registry.Report) -> list[str]:
    found = (problem for problem in report.problems if problem.path == path)
    return [line(problem, "en") for problem in found if problem.rule != ASKS_ALL_PAGES]


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: "/".join(tree.parts[-3:]))
def test_small_trees(tree: Path, tmp_path: Path) -> None:
    """Each page of each check's trees, one at a time."""
    shutil.copytree(CASES / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(tree, tmp_path, dirs_exist_ok=True)
    whole = registry.run(read_corpus(tmp_path, TODAY))
    for page in sorted((tmp_path / "docs").rglob("*.md")):
        path = page.relative_to(tmp_path).as_posix()
        assert lines_of(path, registry.run(read_corpus(tmp_path, TODAY, [path]))) == lines_of(path, whole)


def test_real_pages(project: Corpus) -> None:
    """A sample of the project's own pages, held against one check of everything."""
    whole = registry.run(project)
    for path in PAGES[::20]:
        corpus = read_corpus(ROOT, TODAY, [path])
        assert len(corpus.articles) < len(PAGES)
        assert lines_of(path, registry.run(corpus)) == lines_of(path, whole), path
