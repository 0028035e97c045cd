"""
What the page for writing is made of, and the cases that its checks in the browser share with ours.

After a check has changed, `.venv/bin/python -m tests.export.test_writing` writes what is said now of each case; read the
difference before you commit it.
"""

import json
import shutil
import tempfile
from pathlib import Path

from commonground.checks.evidence import figure_mismatch, uncited_figure, unknown_finding, unknown_source
from commonground.checks.structure import placeholder
from commonground.export.writing_pages import front_matter
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

from ..conftest import ROOT, TODAY
from ..invented import invented_page

FOLDER = ROOT / "tests/corpus/writing"
FILE = FOLDER / "conformance.json"
CHECKS = (figure_mismatch, uncited_figure, unknown_finding, unknown_source, placeholder)


Cases = list[dict[str, object]]


def cases() -> Cases:
    """Return the cases: language, body of a page, and rule and words of each problem in reading order."""
    return list(json.loads(FILE.read_text(encoding="utf-8"))["cases"])


def corpus_of(folder: Path, some: Cases | None = None) -> Corpus:
    """Return a project with a page for each case, all of the file's or others, and the record that they cite."""
    shutil.copytree(ROOT / "tests/checks/base", folder, dirs_exist_ok=True)
    shutil.copytree(FOLDER / "evidence", folder / "evidence")
    for number, case in enumerate(some or cases()):
        path = folder / f"docs/{case['language']}/about/case-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(invented_page(str(case["body"])), encoding="utf-8")
    return read_corpus(folder, TODAY)


def said(corpus: Corpus, some: Cases | None = None) -> list[list[list[str]]]:
    """Return rule and words of each problem, by case."""
    found: list[list[tuple[int, int, str, str]]] = [[] for _ in some or cases()]
    texts = [invented_page(str(case["body"])).split("\n") for case in some or cases()]
    for problem in (one for check in CHECKS for one in check.check(corpus)):
        number = int(problem.path.partition("case-")[2].removesuffix(".md"))
        start, end = problem.span.column - 1, problem.span.end_column - 1
        line = texts[number][problem.span.line - 1]
        words = line[start:end] if problem.span.line == problem.span.end_line else line[start:]
        found[number].append((problem.span.line, start, problem.rule, words))
    return [[[rule, words] for _, _, rule, words in sorted(one)] for one in found]


def test_every_case_is_told_as_the_file_says(tmp_path: Path) -> None:
    """Each page breaks exactly the rules that its case names."""
    for case, problems in zip(cases(), said(corpus_of(tmp_path)), strict=True):
        assert problems == case["problems"], case["body"]


def test_cases_break_each_rule_and_leave_others_alone() -> None:
    """Every rule is broken somewhere, and some pages break none."""
    rules = {problem[0] for case in cases() for problem in case["problems"]}
    assert len(rules) == len(CHECKS)
    assert sum(case["problems"] == [] for case in cases()) >= 10


def test_a_front_matter_is_written_as_the_project_writes_it(project: Corpus) -> None:
    """A translation that is saved in the browser changes no line that nobody changed."""
    for article in project.articles:
        text = (ROOT / article.path).read_text(encoding="utf-8").partition("\n---\n")[0]
        assert f"---\n{front_matter(article.front.values)}" == text, article.path


def main() -> None:
    """Write what is said of each case anew."""
    with tempfile.TemporaryDirectory() as folder:
        found = said(corpus_of(Path(folder)))
    written = [{**case, "problems": problems} for case, problems in zip(cases(), found, strict=True)]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in written)
    FILE.write_text(f'{{"version": 1, "cases": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
