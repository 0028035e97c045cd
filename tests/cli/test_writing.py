"""No command writes outside the project or half a file, whatever stands in the place."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from commonground.cli.main import cli

from ..conftest import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project, and beside it a file of somebody else."""
    (tmp_path / "theirs").write_text("theirs")
    return Path(shutil.copytree(ROOT / "tests/site/tiny", tmp_path / "tiny"))


COMMANDS = [
    pytest.param(["check", "--write-baseline", "{root}/known.json"], "known.json", id="baseline"),
    pytest.param(["new", "page", "Two lamps"], "docs/en/about/two-lamps.md", id="new"),
    pytest.param(["evidence", "confirm"], "evidence/reviewed.lock", id="confirm"),
    pytest.param(["evidence", "keep"], "evidence/quoted.lock", id="keep"),
    pytest.param(["export", "{root}/out"], "out/data/evidence.json", id="export"),
]


@pytest.mark.parametrize(("words", "path"), COMMANDS)
def test_a_link_in_the_place_is_refused(root: Path, words: list[str], path: str) -> None:
    """A link could lead to any file that the user may write."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(root.parent / "theirs")
    done = CliRunner().invoke(cli, [word.format(root=root) for word in words] + ["--root", str(root)])
    assert done.exit_code == 2 or (done.exit_code == 1 and words[0] == "export"), done.output
    assert (root.parent / "theirs").read_text() == "theirs"
    assert (root / path).is_symlink()


@pytest.mark.parametrize(("words", "path"), COMMANDS)
def test_what_stands_in_the_way_is_told(root: Path, words: list[str], path: str) -> None:
    """A folder where the file should be, for instance: a message and exit code 2, no traceback."""
    (root / path).mkdir(parents=True)
    done = CliRunner().invoke(cli, [word.format(root=root) for word in words] + ["--root", str(root)])
    assert done.exit_code == 2, done.output
    assert any(told in done.output for told in ("cannot be written", "already there", "is a directory"))


def test_a_translation_behind_a_link_is_not_confirmed(root: Path) -> None:
    """The page behind it may be anybody's."""
    page = root / "docs/fr/index.md"
    (root.parent / "theirs").write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(root.parent / "theirs")
    before = (root.parent / "theirs").read_bytes()
    done = CliRunner().invoke(cli, ["translate", "confirm", "docs/fr/index.md", "--root", str(root)])
    assert done.exit_code == 2
    assert (root.parent / "theirs").read_bytes() == before
