"""
Every export and every format of reports has its golden files: what it writes of the tiny project, to be read in a change.

``GOLDEN=write .venv/bin/python -m pytest -n 0 tests/export/test_golden.py`` writes them again; look at the difference.
"""

import io
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from commonground.export.files import exports, fields_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level
from commonground.read.corpus import read_corpus
from commonground.report.formats import formats

from ..conftest import ROOT, TODAY
from ..report.test_formats import problem, report

SITE = "https://site.example/lamps/"
EXPORTS = ROOT / "tests/export/golden"
REPORTS = ROOT / "tests/report/golden"
ELSEWHERE = {"schemas": "tests/export/test_schemas.py holds those of the whole project"}


RECORD = """
id: street2021
csl: {type: report, title: On streets, author: [{literal: Nobody}], issued: {date-parts: [[2021]]}}
design: cohort
peer_reviewed: false
findings:
  - {id: lit, states: "31 of 100 lamps were lit.", states_fr: "31 lampes sur 100 étaient allumées.", figures: ["31"], where: p. 1, where_fr: p. 1,
     estimate: {measure: share, value: 31, low: 22.5, high: 40, level: 95, n: 100, label: Lit, label_fr: Allumées}}
limits: Invented.
limits_fr: Inventé.
checked: {date: 2026-11-01, url: "https://example.org/street2021", how: full-text}
"""
PAGE = """---
title: Are lamps lit?
type: lesson
description: An invented page with a chart.
reviewed: 2026-11-01
review_by: 2027-11-01
credits: []
---

Some are.

/// chart | Lamps that were lit
[@street2021#lit]
///
"""
REPEATED = """
lists: [{id: lamps, words: ["lamp*", lantern]}]
silent: [said]
denials: ["not"]
after: [that is false]
claims:
  - {page: lessons/lit, all: [["{lamps}"], [never lit, always lit]], none: [moon], denies: true}
"""


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The tiny project with a page that has a chart, which answers what texts repeat."""
    root = Path(shutil.copytree(ROOT / "tests/site/tiny", tmp_path_factory.mktemp("golden") / "lamps"))
    (root / "evidence/street2021.yaml").write_text(RECORD, encoding="utf-8")
    settings = (root / "commonground.toml").read_text(encoding="utf-8")
    (root / "commonground.toml").write_text(
        f'{settings}\n[pages]\nwrite = "contribute/write"\n', encoding="utf-8"
    )
    (root / "docs/en/lessons").mkdir()
    (root / "docs/en/lessons/lit.md").write_text(PAGE, encoding="utf-8")
    (root / "language/repeated").mkdir(parents=True)
    (root / "language/repeated/en.yaml").write_text(REPEATED, encoding="utf-8")
    return read_corpus(root, TODAY).published


@pytest.mark.parametrize("name", exports())
def test_an_export_declares_its_files_itself(name: str, lamps: Corpus) -> None:
    """No pattern of another export takes a file first: the numbers in it would be held to what that one declares."""
    own = exports()[name].FIELDS.values()
    for path, _ in exports()[name].files(lamps, SITE):
        assert any(fields_of(path) is declared for declared in own), path


def unpacked(files: Iterator[tuple[str, bytes]]) -> Mapping[str, bytes]:
    """Return files by path; an archive as the files in it."""
    found = {}
    for path, data in files:
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                found |= {f"{path}/{name}": archive.read(name) for name in archive.namelist()}
        else:
            found[path] = data
    return found


def compare(folder: Path, made: Mapping[str, bytes]) -> None:
    if os.environ.get("GOLDEN") == "write":
        for path, data in made.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    kept = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert kept.keys() == made.keys()
    for path, data in made.items():
        assert data.decode() == kept[path].read_bytes().decode(), path


@pytest.mark.parametrize("name", sorted(exports().keys() - ELSEWHERE.keys()))
def test_an_export_writes_its_golden_files(name: str, lamps: Corpus) -> None:
    made = unpacked(exports()[name].files(lamps, SITE))
    assert made, "the tiny project has nothing that this export writes: add it there"
    compare(EXPORTS / name, made)


@pytest.mark.parametrize("name", formats())
def test_a_format_writes_its_golden_file(name: str) -> None:
    """Of an error with a change that is safe, and of less, in another file; one problem more is known already."""
    shown = report(problem(), problem("Say it plainly.", Level.SUGGESTION, "docs/en/c.md"), known=1)
    compare(REPORTS / name, {"report": formats()[name].render(shown).encode()})
