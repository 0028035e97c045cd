"""``commonground check --changed``: what is new since a commit, at the place where it is new."""

import shutil
from pathlib import Path

import pytest

from .test_translate import ENGLISH, git, root, run, write

__all__ = ["root"]
WORD = "Another 300 lamps were dark.\n"


@pytest.mark.parametrize("nowhere", ["", "on a server", "behind a link", "behind a file"])
def test_of_problems_that_say_the_same_the_new_one_is_told(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, nowhere: str
) -> None:
    """One stood there already, further down: the line that was added is named, not the old one; also where nothing can be kept."""
    monkeypatch.setenv("CI", "true" if nowhere == "on a server" else "")
    shutil.rmtree(root / ".cache", ignore_errors=True)
    if nowhere == "behind a link":
        (root / ".cache").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    if nowhere == "behind a file":
        (root / ".cache").write_text("a file")
    write(root, "docs/en/lamps.md", f"{ENGLISH}\nOld. {WORD}")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Lamps")
    added = ENGLISH.replace("The harbour", f"New. {WORD}\nThe harbour")
    write(root, "docs/en/lamps.md", f"{added}\nOld. {WORD}")
    said = run("check", "--changed", "HEAD", "--root", str(root)).output
    number = added.split("\n").index(f"New. {WORD.strip()}") + 1
    assert f"docs/en/lamps.md:{number}:" in said
    assert said.count("docs/en/lamps.md:") == 1
