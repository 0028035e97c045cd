"""A release: the changelog, the version and the citation agree, and a tag names the commit."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with the files that a release changes."""
    for name in ("CHANGELOG.md", "pyproject.toml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "-q")
    for key, value in (("user.name", "A"), ("user.email", "a@example.org")):
        git(tmp_path, "config", key, value)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Before")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, text=True).stdout


def release(folder: Path, version: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / ".ci/release.py", version]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_release_agrees_with_itself(clone: Path) -> None:
    """What was unreleased stands below the version, which project and citation name; the same version is refused again."""
    done = release(clone, "2026.12.0")
    assert done.returncode == 0, done.stderr
    changelog = (clone / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased\n\n## 2026.12.0 (20" in changelog
    assert 'version = "2026.12.0"' in (clone / "pyproject.toml").read_text(encoding="utf-8")
    assert yaml.safe_load((clone / "CITATION.cff").read_text(encoding="utf-8"))["version"] == "2026.12.0"
    assert git(clone, "describe", "--tags").strip() == "v2026.12.0"
    assert git(clone, "status", "--porcelain") == ""
    assert release(clone, "2026.12.0").returncode == 2
    assert "says nothing" in release(clone, "2026.12.1").stderr


@pytest.mark.parametrize("version", ["", "1.0", "2026.13.0", "v2026.12.0"])
def test_a_version_of_another_form_is_refused(clone: Path, version: str) -> None:
    assert "2026.12.0" in release(clone, version).stderr
    assert git(clone, "tag") == ""


def test_what_is_not_committed_stops_a_release(clone: Path) -> None:
    (clone / "new.md").write_text("x", encoding="utf-8")
    assert "not committed" in release(clone, "2026.12.0").stderr
