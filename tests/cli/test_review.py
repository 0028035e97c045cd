"""Readings of pages: recorded by a command, shown with their page, and of an earlier version once it changes."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from commonground.cli.main import cli

from ..conftest import ROOT

SITE = ROOT / "tests/site/tiny"
SAID = ["--role", "a second reader", "--against", "the records", "--found", "2", "--mended", "1"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(site: Path, *args: str) -> Result:
    return CliRunner().invoke(cli, [*args, "--root", str(site)])


def a_page(site: Path, language: str) -> str:
    pages = (site / "docs" / language).rglob("*.md")
    return next(p.relative_to(site).as_posix() for p in sorted(pages) if "[@" in p.read_text("utf-8"))


def test_a_reading_is_of_the_text_that_was_read(site: Path) -> None:
    """The command writes the page's digest; when the page changes, the reading is of an earlier version."""
    page = a_page(site, "en")
    done = run(site, "review", "record", page, "--kind", "records", "--by", "machine", *SAID)
    assert done.exit_code == 0, done.output
    file = site / page.replace("docs/", "reviews/").replace(".md", ".yaml")
    (reading,) = yaml.safe_load(file.read_text("utf-8"))["readings"]
    assert len(reading["text"]) == 64
    assert "name" not in reading
    line = next(one for one in run(site, "review", "list").output.splitlines() if one.startswith(page))
    assert "records by machine" in line
    assert "changed" not in line
    (site / page).write_text((site / page).read_text("utf-8") + "\nOne more line.\n", "utf-8")
    line = next(one for one in run(site, "review", "list").output.splitlines() if one.startswith(page))
    assert line.endswith("changed since")
    told = run(site, "check", "--only", "structure/second-reading").output
    assert f"{page}:2" in told
    assert "changed since it was read" in told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param(
            ["--by", "machine", "--name", "Somebody"], "a machine has no name", id="name-of-a-machine"
        ),
        pytest.param(
            ["--by", "person", "--found", "1", "--mended", "2"], "more was mended", id="mended-too-many"
        ),
        pytest.param(["--by", "person", "--date", "2999-01-01"], "still to come", id="not-yet"),
    ],
)
def test_what_cannot_have_happened_is_refused(site: Path, more: list[str], told: str) -> None:
    """Nothing is written."""
    done = run(site, "review", "record", a_page(site, "en"), "--kind", "law", *SAID, *more)
    assert done.exit_code == 2
    assert told in done.output
    assert not (site / "reviews").exists()


def test_only_a_person_who_edits_makes_a_translation_reviewed(site: Path) -> None:
    """Neither a machine nor a reading against the records takes the notice away."""
    pages = sorted((site / "docs/fr").rglob("*.md"))
    page = next(p.relative_to(site).as_posix() for p in pages if "translation:" in p.read_text("utf-8"))
    check = ("check", "--only", "translation/unreviewed")
    for kind, by, left in (
        ("editor", "machine", True),
        ("records", "person", True),
        ("editor", "person", False),
    ):
        assert run(site, "review", "record", page, "--kind", kind, "--by", by, *SAID).exit_code == 0
        assert (page in run(site, *check).output) is left


def test_the_same_seed_draws_the_same_sentences(site: Path) -> None:
    """Each is printed beside what its finding states."""
    first, again, other = (
        run(site, "audit", "sample", "--seed", seed, "--count", "2").output for seed in "778"
    )
    assert first == again
    assert first.splitlines()[0].startswith("2 of ")
    assert "[@" in first
    assert other.splitlines()[0] != first.splitlines()[0]
