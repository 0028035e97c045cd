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
EPOCH = "1795348800"  # 22 November 2026


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project, with the real templates and settings; of its pages only the home page is in French."""
    root = tmp_path / "project"
    shutil.copytree(TINY, root)
    for part in ("overrides", "mkdocs.yml"):
        (root / part).symlink_to(ROOT / part)
    return root


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def mkdocs() -> Build:
    """Runs `mkdocs build --strict` in a folder."""

    def run(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *words]
        settings = {"SITE_URL": "https://site.example/lamps/", "SOURCE_DATE_EPOCH": EPOCH, **environment}
        return subprocess.run(
            command, cwd=root, env=os.environ | settings, capture_output=True, text=True, check=False
        )

    return run
