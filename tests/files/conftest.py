"""The tiny project, to be damaged."""

import shutil
from pathlib import Path

import pytest

from ..conftest import ROOT


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project's content."""
    return Path(shutil.copytree(ROOT / "tests/site/tiny", tmp_path / "tiny"))
