"""What the site learns in public is made from its data, and a part without data is left out."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from commonground.pages.adapting import adapting_page
from commonground.read.corpus import read_corpus

TINY = Path(__file__).parent.parent / "site/tiny"
READING = """readings:
  - {kind: records, by: person, role: a second editor, date: 2026-11-20, against: the records, found: 3, mended: 2, text: DIGEST}
"""
QUESTIONS = """---
title: "Questions without an answer"
type: page
description: "What nobody knows."
reviewed: 2026-11-01
review_by: 2027-12-01
credits: []
---

## Who lights the lamps?

Nobody knows.

## Who could tell

Somebody.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "site"))


def page(root: Path) -> str:
    return adapting_page(read_corpus(root, date(2026, 11, 22)), "en")


def test_readings_are_counted_by_kind(root: Path) -> None:
    """Each kind has its row, also one that nobody did; a site without a reading has no such part."""
    assert "#readings" not in page(root)
    folder = root / "reviews/en/about"
    folder.mkdir(parents=True)
    (folder / "lit.yaml").write_text(READING.replace("DIGEST", "0" * 64), encoding="utf-8")
    assert "| against its records, sentence by sentence | 1 | 1 | 3 | 2 |" in page(root)
    assert "| as somebody of the milieu | 0 | 0 | 0 | 0 |" in page(root)


def test_questions_are_the_headings_that_ask(root: Path) -> None:
    """The page that the settings name gives them, with a link to each."""
    assert "#unanswered" not in page(root)
    (root / "docs/en/about/unanswered.md").write_text(QUESTIONS, encoding="utf-8")
    settings = root / "commonground.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write('\n[pages]\nunanswered = "about/unanswered"\n')
    told = page(root)
    assert "/#who-lights-the-lamps)" in told
    assert "Who could tell" not in told


def test_changes_are_counted_by_day_and_what_waits_by_kind(root: Path) -> None:
    """The same news as in the feeds, the same groups as on the page of what waits."""
    told = page(root)
    assert "| Day | Pages checked | Corrections | Dates of the law checked |" in told
    assert "Wanted pages" in told or "Translations that nobody has begun" in told
