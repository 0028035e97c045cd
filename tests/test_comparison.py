"""The comparison with other word checkers reads what they print as they mean it, and installs exactly what was compared."""

import json
import re

import pytest
from benchmarks.comparison import speed, tools, words
from benchmarks.comparison.tools import HERE, Report
from tests.checks.language.labelled import Sentence

from .conftest import ROOT

ALEX = """docs/page.md
  3:1-3:10  warning  `call girl` may be insensitive, use `escort`, `prostitute`, `sex worker` instead  call-girl  retext-equality
  7:4-8:2   warning  Reconsider using `sex`, it may be profane                                         sex        retext-profanities

⚠ 2 warnings
"""
TEXTLINT = json.dumps([
    {
        "filePath": "docs/page.md",
        "messages": [
            {
                "message": "[hooker] Don’t use `hooker`, it’s profane",
                "loc": {"start": {"line": 1, "column": 35}, "end": {"line": 1, "column": 36}},
            }
        ],
    }
])  # fmt: skip
PROSELINT = json.dumps({
    "result": {
        "file:///docs/page.md": {
            "diagnostics": [
                {"check_path": "typography.symbols", "message": "Use curly quotes.", "pos": [3, 17], "span": [122, 134]}
            ]
        },
        "file:///docs/clean.md": {},
    }
})  # fmt: skip
OURS = json.dumps({
    "problems": [{"line": 2, "column": 4, "end_column": 10, "rule": "language/hooker", "message": "It is a slur."}]
})  # fmt: skip


@pytest.mark.parametrize(
    ("read", "printed", "places"),
    [
        pytest.param(tools.alex, ALEX, [(3, 0, 9), (7, 3, 4)], id="alex"),
        pytest.param(tools.textlint, TEXTLINT, [(1, 34, 40)], id="textlint"),
        pytest.param(tools.proselint, PROSELINT, [(3, 16, 28)], id="proselint"),
        pytest.param(tools.commonground, OURS, [(2, 3, 9)], id="commonground"),
        pytest.param(tools.one_regex, "docs/page.md:4:7:johns\n", [(4, 7, 12)], id="one-regex"),
    ],
)
def test_places_are_read_as_printed(read, printed, places):
    """Lines count from 1, characters of a line from 0, whatever the tool counts from."""
    assert [(report.line, report.start, report.end) for report in read(printed)] == places


def test_reports_are_judged_by_the_labels():
    """Found, in a quotation, another sense, a word nobody listed; two reports on the same words are one."""
    by_line = {
        1: Sentence("ordinary", "The hooker and she left.", ((4, 10, "hooker", False),), 1),
        3: Sentence("quoted", "The label hooker is old.", (), 2),
        5: Sentence("other senses", "The hooker won the scrum.", (), 3),
    }
    said = [
        Report(1, 4, 10, "a slur"), Report(1, 4, 10, "profane"), Report(1, 15, 18, "use they"),
        Report(3, 10, 16, "a slur"), Report(5, 4, 10, "a slur"), Report(9, 0, 3, "front matter"),
    ]  # fmt: skip
    counted = words.tally(said, by_line, words.listed_words())
    assert (counted.wanted, counted.quoted, counted.clean, counted.others) == (1, 1, 1, 1)
    assert len(counted.lines) == 4


def test_a_part_of_listed_words_is_no_report_on_them():
    """Another tool's view of "women" does not count against it where our list has "native women"."""
    assert not words.covers((7, 12), (0, 12))
    assert words.covers((0, 12), (0, 13))


def test_every_package_compared_is_pinned_by_its_contents():
    """The locks hold versions and hashes, and no address to download from."""
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages[""]["dependencies"] == wanted
    assert all("integrity" in package for name, package in packages.items() if name)
    assert '"resolved"' not in lock
    pinned = (HERE / "requirements.txt").read_text(encoding="utf-8")
    assert all("\\\n    --hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", pinned.strip()))
    assert "://" not in pinned


def test_manual_gives_the_versions_compared():
    """benchmarks/README.md names each tool with the version that its lock installs."""
    manual = (ROOT / "benchmarks/README.md").read_text(encoding="utf-8")
    pinned = (HERE / "requirements.txt").read_text(encoding="utf-8")
    versions = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    versions |= dict(re.findall(r"(?m)^(proselint|codespell)==([\d.]+)", pinned))
    assert len(versions) == 6
    for name, version in versions.items():
        assert f"{name} {version}" in manual, name


def test_a_row_goes_from_the_slowest_run_to_the_fastest():
    """Files a second, with a decimal where there are few; the memory of the largest run."""
    tool = tools.Tool("alex", (), None)
    runs = [speed.Run(50.0, 238.4), speed.Run(5.0, 210.0), speed.Run(20.0, 230.0)]
    assert speed.row(tool, 1_000, runs) == "| alex | 20 | 50 | 200 | 238 |"
    assert speed.row(tool, 100, runs) == "| alex | 2.0 | 5.0 | 20 | 238 |"
