"""A check finds the same, word for word, on all processors as on one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT

CASES = ROOT / "tests" / "checks"
PROGRAM = """
import os
from commonground.cli.main import main

if {alone}:
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
main()
"""


def checked(root: Path, *, alone: bool) -> tuple[int, str, str]:
    """Check everything anew, with nothing that was kept; return the exit code and what was said."""
    command = [
        sys.executable,
        "-c",
        PROGRAM.format(alone=alone),
        "check",
        "--format",
        "json",
        "--root",
        str(root),
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "CI": "true"}
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which what breaks each check lies over what breaks the one before."""
    root = tmp_path_factory.mktemp("broken")
    shutil.copytree(CASES / "base", root, dirs_exist_ok=True)
    for tree in sorted(CASES.glob("*/*/breaks")):
        for file in sorted(tree.rglob("*")):
            place = root / file.relative_to(tree)
            place = place.with_stem(f"{place.stem}-{tree.parent.name}") if place.exists() else place
            if file.is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, place)
    return root


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere jobs are done one after the other")
@pytest.mark.parametrize("name", ["project", "broken"])
def test_all_processors_find_what_one_finds(name: str, broken: Path) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one processor")
    root = ROOT if name == "project" else broken
    code, said, _ = together = checked(root, alone=False)
    assert together == checked(root, alone=True)
    assert (code, said.count('"error"') > 100) == ((0, False) if name == "project" else (1, True))
