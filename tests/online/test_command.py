"""`commonground links` as people and programs use it."""

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.online.manners import Manners

from ..conftest import ROOT
from .conftest import LOCAL, Server

PAGE = """---
title: "A page with links"
type: page
layout: services
description: "Every way to write one."
reviewed: 2026-11-01
review_by: 2027-11-01
credits: []
---

[Titled](https://a.example/titled "A title"), [in brackets](<https://a.example/in brackets>), [by reference][one],
<https://a.example/bare>, [with accents](https://a.example/été), [part](https://a.example/titled#part).

![A picture](https://a.example/picture.png) and [ours](page.md), `[code](https://a.example/code)`.

- [S(14)](https://a.example/S(14)60)

[one]: https://a.example/reference 'Title'
"""
RECORD = """id: hopper2020
csl:
  type: article-journal
  title: An invented study
  DOI: 10.1000/xyz(123)
  URL: https://b.example/study
design: cohort
peer_reviewed: true
findings:
  - id: odds
    states: It fell.
    figures: []
    where: Abstract
limits: One city.
archived: {url: "https://archive.example/1", date: 2026-01-02}
checked:
  date: 2026-11-22
  url: https://b.example/where-it-was-read
  how: abstract
"""
SERVICES = """services:
  - id: helpline
    name: {en: A line, fr: Une ligne}
    kind: crisis
    url: https://c.example/help
    checked: {date: 2026-11-22, url: https://c.example/where-it-was-read}
"""
SETTINGS = """name = {en = "Lamps"}
languages = ["en"]

[addresses]
leave = {en = "https://weather.example/"}

[service_kinds.crisis]
name = {en = "In a crisis"}
"""
FIRST_DAY = 1795305600  # 22 November 2026
WEEK = 7 * 86400


def run(root: Path, *words: str) -> Result:
    """Run the command as a shell would."""
    return CliRunner().invoke(cli, ["links", *words, "--root", str(root)])


def listed(root: Path, *words: str) -> dict[str, dict[str, object]]:
    """Return what the JSON says, by address."""
    result = run(root, *words, "--format", "json")
    whole = json.loads(result.output)
    assert whole["version"] == 1
    return {row["url"]: row for row in whole["addresses"]}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with every kind of external address."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FIRST_DAY))
    monkeypatch.setattr(
        "commonground.cli.links.Manners", partial(Manners, delay=0, timeout=3, allowed=(LOCAL,))
    )
    shutil.copytree(ROOT / "language", tmp_path / "language", ignore=shutil.ignore_patterns("repeated"))
    for path, content in {
        "docs/en/about/page.md": PAGE,
        "evidence/hopper2020.yaml": RECORD,
        "data/services.yaml": SERVICES,
        "commonground.toml": SETTINGS,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return tmp_path


def test_every_address_of_the_rendered_pages_is_listed_with_its_place(root: Path) -> None:
    """Titled, in brackets, by reference, bare, a picture; a record, its copy, a service; not where a source was read."""
    places = {
        url: [f"{place['path']}:{place['line']}" for place in row["places"]]
        for url, row in listed(root).items()
    }
    page = "docs/en/about/page.md"
    assert places == {
        "https://a.example/titled": [f"{page}:11", f"{page}:12"],
        "https://a.example/in%20brackets": [f"{page}:11"],
        "https://a.example/reference": [f"{page}:11"],
        "https://a.example/bare": [f"{page}:12"],
        "https://a.example/%C3%A9t%C3%A9": [f"{page}:12"],
        "https://a.example/picture.png": [f"{page}:14"],
        "https://a.example/S(14)60": [f"{page}:16"],
        "https://b.example/study": ["evidence/hopper2020.yaml:6"],
        "https://doi.org/10.1000/xyz(123)": ["evidence/hopper2020.yaml:5"],
        "https://archive.example/1": ["evidence/hopper2020.yaml:15"],
        "https://c.example/help": ["data/services.yaml:2"],
        "https://weather.example/": ["commonground.toml:1"],
    }


def test_a_copy_that_stands_in_is_asked_instead_of_the_original(root: Path) -> None:
    """Nobody goes on asking an address that readers are no longer led to."""
    record = root / "evidence/hopper2020.yaml"
    record.write_text(RECORD.replace("2026-01-02}", "2026-01-02, instead: true}"), encoding="utf-8")
    assert set(listed(root, "evidence")) == {"https://archive.example/1"}


def test_files_and_folders_limit_the_list(root: Path) -> None:
    """PATHS are files or folders of the project; another one is refused."""
    assert set(listed(root, "data")) == {"https://c.example/help"}
    assert set(listed(root, str(root / "evidence/hopper2020.yaml"))) == {
        "https://b.example/study",
        "https://doi.org/10.1000/xyz(123)",
        "https://archive.example/1",
    }
    wrong = run(root, "nowhere")
    assert wrong.exit_code == 2
    assert "nowhere is not there" in wrong.output


def test_what_was_never_asked_is_said_to_be_so(root: Path) -> None:
    """Without a memory nothing is in order."""
    result = run(root, "data")
    assert result.exit_code == 0
    assert result.output == (
        "Never asked: run commonground links --external\n"
        "  https://c.example/help\n"
        "    data/services.yaml:2:9\n\n"
        "1 external address: 1 never asked. 0 to mend.\n"
    )


def test_a_wrong_memory_is_refused(root: Path) -> None:
    """Nothing is overwritten."""
    (root / "links.json").write_text("mine", encoding="utf-8")
    result = run(root, "--external", "--memory", str(root / "links.json"))
    assert result.exit_code == 2
    assert "is no memory of external links" in result.output
    assert (root / "links.json").read_text(encoding="utf-8") == "mine"


def test_a_memory_that_cannot_be_written_is_told_before_anything_is_asked(root: Path) -> None:
    """A file stands where the folder should be."""
    result = run(root, "--external", "--memory", str(root / "language/en.yaml/links.json"))
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "--memory" in result.output


def test_three_failures_on_different_days_are_reported(
    root: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Week after week: listed twice, to be mended the third time, and forgotten once the address answers."""
    page = root / "docs/en/about/page.md"
    head = PAGE.partition("[Titled]")[0].replace("layout: services\n", "")

    def week(number: int, *paths: str) -> Result:
        links = ", ".join(f"[link]({server.base}{path})" for path in paths)
        page.write_text(f"{head}{links}\n", encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FIRST_DAY + number * WEEK))
        return run(root, "docs", "--external")

    first = week(0, "/404", "/301/to/new")
    assert first.exit_code == 0
    assert first.output == (
        "Moved for good: write the new address\n"
        f"  {server.base}/301/to/new\n"
        "    moved (asked on 2026-11-22)\n"
        f"    now at {server.base}/new\n"
        f"    docs/en/about/page.md:10:{len(server.base) + 15}\n\n"
        "Gone\n"
        f"  {server.base}/404\n"
        "    gone: 404 Not Found (asked on 2026-11-22)\n"
        "    failed on 2026-11-22\n"
        "    docs/en/about/page.md:10:1\n\n"
        "2 external addresses: 1 moved, 1 gone. 0 to mend.\n"
    )
    assert week(0, "/404").exit_code == 0
    assert week(1, "/404").exit_code == 0
    third = week(2, "/404")
    assert third.exit_code == 1
    assert third.output.startswith(
        "To mend: failed on 3 different days or more. Open each one yourself first"
    )
    assert "failed on 2026-11-22, 2026-11-29, 2026-12-06\n" in third.output
    assert "docs/en/about/page.md:10:1: Write its new address, or take the link out.\n" in third.output
    known = run(root, "docs")
    assert known.exit_code == 1
    assert "1 external address: 1 gone. 1 to mend." in known.output
    kept = json.loads((root / ".cache/links.json").read_text(encoding="utf-8"))
    kept["addresses"][f"{server.base}/fine"] = kept["addresses"].pop(f"{server.base}/404")
    (root / ".cache/links.json").write_text(json.dumps(kept), encoding="utf-8")
    again = week(3, "/fine")
    assert (again.exit_code, again.output) == (0, "1 external address: 1 ok. 0 to mend.\n")
    assert listed(root, "docs")[f"{server.base}/fine"]["failed_on"] == []
