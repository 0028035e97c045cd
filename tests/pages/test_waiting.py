"""What waits: for everybody on a page, for a maintainer as a command and one weekly issue."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from commonground.cli.main import cli
from commonground.model.corpus import Corpus
from commonground.online.memory import VERSION
from commonground.pages.waiting import waiting, waiting_page
from commonground.read.corpus import read_corpus

TINY = Path(__file__).parent.parent / "site/tiny"
WANTED = """wanted:
  - id: dark
    question: {en: Why is the harbour dark?, fr: Pourquoi le port est-il sombre?}
    why: {en: No page says., fr: Aucune page ne le dit.}
"""
PAGE = """---
title: "What waits"
type: page
layout: waiting
description: "What waits for somebody, in one list."
reviewed: 2026-11-01
review_by: 2027-12-01
credits: []
---

Take one.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "site")
    (tmp_path / "site/data/wanted.yaml").write_text(WANTED, encoding="utf-8")
    record = tmp_path / "site/evidence/sample2019.yaml"
    reason = "unused: It only names the lamps.\nunused_fr: Elle ne fait que nommer les lampes.\n"
    record.write_text(record.read_text(encoding="utf-8") + reason, encoding="utf-8")
    (tmp_path / "site/docs/en/about/what-waits.md").write_text(PAGE, encoding="utf-8")
    return tmp_path / "site"


def groups(corpus: Corpus) -> dict[str, list[str]]:
    """Return what waits by group: paths of files, else keys of what is said."""
    return {
        group.id: [item.path or (item.words.key if item.words else "") for item in group.items]
        for group in waiting(corpus)
    }


def test_what_waits_is_found(root: Path) -> None:
    """Each kind at its file; what is in order waits for nobody."""
    now = groups(read_corpus(root, date(2026, 11, 22)))
    assert "overdue" not in now
    assert now["wanted"] == ["pages/waiting.question"]
    assert "docs/en/about/lit.md" in now["missing"]
    assert now["unread"] == ["docs/fr/index.md"]
    assert now["kept"] == ["evidence/sample2019.yaml"]
    later = groups(read_corpus(root, date(2027, 11, 2)))
    assert "docs/en/about/lit.md" in later["overdue"]
    assert "docs/en/about/what-waits.md" not in later["overdue"]


def test_a_translation_behind_waits_and_not_also_to_be_read(root: Path) -> None:
    page = root / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    now = groups(read_corpus(root, date(2026, 11, 22)))
    assert now["behind"] == ["docs/fr/index.md"]
    assert "unread" not in now


def test_the_page_links_within_its_language(root: Path) -> None:
    """A page of another language is named in it; a record leads to its page."""
    text = waiting_page(read_corpus(root, date(2026, 11, 22)), "en")
    assert "## Wanted pages {#wanted}" in text
    assert "- Why is the harbour dark? No page says." in text
    assert "- [Are the lamps lit?](../lit/) (into fr)" in text
    assert "{.in-fr}" in text
    assert "](../../evidence/sample2019/)" in text


def test_a_run_online_is_told_first(root: Path, tmp_path: Path) -> None:
    """Notices and differences as they were printed, and addresses that failed on three days; one failure is no news."""
    found = tmp_path / "found"
    found.mkdir()
    days = ["2026-11-01", "2026-11-08", "2026-11-15"]
    standing = {"state": "gone", "day": "2026-11-15", "failed_on": days}
    addresses = {
        "https://dead.example/": standing,
        "https://once.example/": standing | {"failed_on": days[:1]},
    }
    (found / "links.json").write_text(
        json.dumps({"version": VERSION, "addresses": addresses}), encoding="utf-8"
    )
    (found / "law.txt").write_text("s. 1 differs\n", encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["--lang", "en", "waiting", "--root", str(root), "--found", str(found), "--format", "markdown"]
    )
    assert done.exit_code == 0, done.output
    assert done.output.startswith(
        "## Law that differs from the public consolidation\n\n```text\ns. 1 differs\n```\n\n"
        "## Addresses that no longer answer (1)\n- <https://dead.example/>\n\n"
    )
    assert "once.example" not in done.output
    assert "## Wanted pages (1)" in done.output
