"""The workflows are valid, have least rights, and run what a person runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def run(*command: str) -> str:
    """Run a tool of the environment; return what it printed, its exit code first."""
    done = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True, check=False)
    return f"{done.returncode}\n{done.stdout}{done.stderr}"


def test_workflows_follow_the_published_schema() -> None:
    """A misspelled key or a wrong value is found here, not on the server."""
    said = run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    assert said.startswith("0\n"), said


def test_workflows_have_no_known_weakness() -> None:
    """No injection, no loose rights, no credentials left behind."""
    said = run("zizmor", "--offline", *map(str, WORKFLOWS))
    assert said.startswith("0\n"), said


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_full_commits(path: Path) -> None:
    """A tag can be moved to other code; a full commit id cannot."""
    uses = re.findall(r"(?m)^\s*-?\s*uses:\s*(\S+)", path.read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_call_the_commands_of_the_readme(path: Path) -> None:
    """What CI runs, anybody can run; the token may only read unless a job says why."""
    text = path.read_text(encoding="utf-8")
    assert "make test" in text
    assert "make site" in text
    assert re.search(r"(?m)^permissions:\n  contents: read$", text)


def test_lock_names_versions_and_hashes_alone() -> None:
    """Every dependency is pinned by hash, and no address is recorded."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"(?m)^[a-z0-9][\w.-]*==\S+.*\\$", lock)
    assert len(pinned) > 40
    assert len(re.findall(r"(?m)^[a-z0-9]", lock)) == len(pinned)
