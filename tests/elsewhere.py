"""Another site's repository, and ours as that site would fetch it."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from .conftest import ROOT

_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"} | {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A test"), ("EMAIL", "test@example.org"))
}


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what would lead to this checkout, and with more."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
    kept = {key: value for key, value in os.environ.items() if key not in ours and not key.startswith("GIT_")}
    return kept | _GIT | more


def git(folder: Path, *words: str) -> str:
    """Run git in a folder; return what it printed."""
    command = ["git", "-c", "safe.directory=*", *words]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder: Path, files: Mapping[str, str | bytes]) -> str:
    """Write files into a repository of their own, or add them to it; return the commit."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A commit")
    return git(folder, "rev-parse", "HEAD").strip()


def copy_of_ours(folder: Path) -> str:
    """Make a repository of the files that git has of this project, as they are now; return its commit."""
    for name in filter(None, git(ROOT, "ls-files", "-z").split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return commit(folder, {})


def lines_of_the_readme(word: str) -> str:
    """Return the YAML with a word in it that the README tells other sites to write."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (found,) = (block for block in re.findall(r"(?s)```yaml\n(.*?)```", readme) if word in block)
    return str(found)
