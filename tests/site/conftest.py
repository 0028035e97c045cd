"""A tiny project of invented pages, built by MkDocs as a user builds it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import ROOT

TINY = Path(__file__).parent / "tiny"
NEEDS_BUILD = {"mkdocs", "properdocs"}
EPOCH = "1795348800"  # 22 November 2026


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that take a build each, for `make quick`."""
    for item in items:
        if NEEDS_BUILD.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.build)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project, with the real templates and settings; of its pages only the home page is in French."""
    root = tmp_path / "project"
    shutil.copytree(TINY, root)
    (root / "overrides").symlink_to(ROOT / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def mkdocs() -> Build:
    """Runs `mkdocs build --strict` in a folder."""
    return _builder("mkdocs")


@pytest.fixture
def properdocs() -> Build:
    """Runs `properdocs build --strict` in a folder: the other engine, with the same settings."""
    return _builder("properdocs", "-f", "mkdocs.yml")


def _builder(engine: str, *options: str) -> Build:
    def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", engine, "build", "--strict", "--quiet", *options, *words]
        settings = {"SITE_URL": "https://site.example/lamps/", "SOURCE_DATE_EPOCH": EPOCH, **environment}
        return subprocess.run(
            command, cwd=root, env=os.environ | settings, capture_output=True, text=True, check=False
        )

    return run
