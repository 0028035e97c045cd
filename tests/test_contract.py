"""Every check is complete: it explains itself, one tree breaks it with the exact lines expected, another must not."""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from commonground.checks import registry
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus
from commonground.report.as_text import line

from .conftest import ROOT, TODAY
from .said import said

CASES = Path(__file__).parent / "checks"
IDS = [id for id in registry.ids() if not id.startswith("language/")]


@cache
def report_of(id: str, tree: str) -> registry.Report:
    """Run all checks, once, over one small tree of a check laid over the base."""
    with TemporaryDirectory() as folder:
        shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
        shutil.copytree(folder_of(id) / tree, folder, dirs_exist_ok=True)
        return registry.run(read_corpus(Path(folder), TODAY))


def lines_of(id: str, report: registry.Report, language: str = "en") -> str:
    return "".join(f"{line(problem, language)}\n" for problem in report.problems if problem.rule == id)


def folder_of(id: str) -> Path:
    return CASES / id.replace("-", "_")


@pytest.mark.parametrize("id", IDS)
def test_breaking_tree_gives_exactly_the_expected_lines(id: str) -> None:
    """The tree that breaks a check gives the lines of expected.txt, and at least one."""
    expected = (folder_of(id) / "expected.txt").read_text(encoding="utf-8")
    assert expected.strip()
    assert lines_of(id, report_of(id, "breaks")) == expected


TOLD_IN_FRENCH = ("evidence/uncited-figure", "input/override", "links/internal", "plain/unexplained-term", "structure/headings", "structure/stray-markup", "translation/citation-drift")  # fmt: skip
"""One check or more of each family, whose lines stand in expected.fr.txt too; all are in the catalogue (tests/languages)."""


@pytest.mark.parametrize("id", TOLD_IN_FRENCH)
def test_breaking_tree_is_told_in_french(id: str) -> None:
    """The same lines in the other language, whatever the page's is."""
    expected = (folder_of(id) / "expected.fr.txt").read_text(encoding="utf-8")
    assert lines_of(id, report_of(id, "breaks"), "fr") == expected


@pytest.mark.parametrize("id", IDS)
def test_passing_tree_gives_nothing(id: str) -> None:
    """The tree that must not break a check is read, and gives no problem of it."""
    report = report_of(id, "passes")
    assert report.counts["articles"] > 0
    assert lines_of(id, report) == ""


@pytest.mark.parametrize("id", IDS)
def test_message_names_a_next_step(id: str) -> None:
    """A message is a sentence of its own and goes on to say what to do."""
    for problem in report_of(id, "breaks").problems:
        if problem.rule == id:
            assert len(said(problem).split()) >= 6
            assert re.search(r"[.!?:)`\]]$", said(problem)) or " " in said(problem)


def test_every_rule_explains_itself(project: Corpus) -> None:
    """One line, a reason and a fix, for every check and every term rule; ids are unique."""
    rules = registry.rules(project)
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.summary, rule.id
        assert rule.why, rule.id
        assert rule.fix, rule.id


def test_no_check_touches_disk_clock_or_network() -> None:
    """Checks see the corpus alone."""
    for path in (ROOT / "scripts/commonground/checks").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bopen\(|date\.today|datetime\.now|import (os|pathlib|socket|time)\b", text), (
            path
        )


def test_one_module_writes() -> None:
    """Whole files or none, inside their folder, through no link: files/writing.py knows how. Temporary folders are free."""
    allowed = {"files/writing.py", "online/linkcheck.py", "online/lychee.py"}
    package = ROOT / "scripts/commonground"
    writes = re.compile(r"\.write_(text|bytes)\(|\bopen\([^)]*[\"'][wax]b?\+?[\"']")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if writes.search(path.read_text("utf-8"))
    }
    assert found == allowed
