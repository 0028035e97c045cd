"""How one site takes the place of another: whenever it is broken off, a whole one is left."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commonground.site.staging import AlreadyBuilding, Staging

# Builds a site of two pages and is killed as it is about to touch the file system for the nth time.
BUILD = """
import os, signal, sys
from pathlib import Path
from commonground.site.staging import Staging

target, step = Path(sys.argv[1]), int(sys.argv[2])

def count(event, arguments):
    global step
    if event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "open"):
        step -= 1
        if step == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
staging = Staging(target)
for name in ("index.html", "about.html"):
    (staging.folder / name).write_text("new")
staging.publish()
"""
PAGES = ("about.html", "index.html")


def make(folder: Path, text: str) -> None:
    folder.mkdir()
    for name in PAGES:
        (folder / name).write_text(text)


def whole(folder: Path) -> str:
    """Return which site is whole in a folder, "" where none is."""
    if not folder.is_dir() or sorted(path.name for path in folder.iterdir()) != list(PAGES):
        return ""
    texts = {(folder / name).read_text() for name in PAGES}
    return texts.pop() if len(texts) == 1 else ""


def build(target: Path, step: int) -> int:
    return subprocess.run([sys.executable, "-c", BUILD, str(target), str(step)], check=False).returncode


def test_a_kill_at_any_step_leaves_a_whole_site(tmp_path: Path) -> None:
    """The old or the new one stands there, or the next build puts the old one back; nothing else is left over."""
    seen, step, code = set(), 0, -signal.SIGKILL
    while code == -signal.SIGKILL:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        target = folder / "site"
        make(target, "old")
        code = build(target, step)
        aside = folder / ".site.old"
        assert whole(target) or (not target.exists() and whole(aside) == "old"), step
        seen.add(whole(target))
        Staging(target).drop()
        assert whole(target) in ("old", "new"), step
        assert [path.name for path in folder.iterdir()] == ["site"], step
    assert code == 0
    assert whole(target) == "new"
    assert seen == {"old", "", "new"}  # it was killed before, between and after the two moves
    assert step > 10


def test_a_first_build_needs_no_site_and_no_folder(tmp_path: Path) -> None:
    """Folders on the way are made."""
    target = tmp_path / "public" / "site"
    assert build(target, -1) == 0
    assert whole(target) == "new"


def test_two_builds_of_one_site_do_not_mix(tmp_path: Path) -> None:
    """The second is refused until the first is done, however it ends; one of another site is not."""
    first = Staging(tmp_path / "site")
    with pytest.raises(AlreadyBuilding):
        Staging(tmp_path / "site")
    Staging(tmp_path / "other").drop()
    first.drop()
    second = Staging(tmp_path / "site")
    make(second.folder / "part", "new")
    second.publish()
    Staging(tmp_path / "site").drop()
    assert whole(tmp_path / "site" / "part") == "new"


def test_a_link_to_a_folder_elsewhere_stays_one(tmp_path: Path) -> None:
    """Where site/ is a link, the folder that it leads to gets the new site."""
    make(tmp_path / "server", "old")
    (tmp_path / "site").symlink_to("server")
    assert build(tmp_path / "site", -1) == 0
    assert (tmp_path / "site").is_symlink()
    assert whole(tmp_path / "server") == "new"


def test_a_file_in_the_place_of_the_site_is_told(tmp_path: Path) -> None:
    """It is not overwritten."""
    (tmp_path / "site").write_text("a file")
    with pytest.raises(NotADirectoryError, match="site"):
        Staging(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "a file"


def test_a_site_that_cannot_be_moved_stays(tmp_path: Path) -> None:
    """Where the new one cannot take its place, the old one is put back."""
    make(tmp_path / "site", "old")
    staging = Staging(tmp_path / "site")
    shutil.rmtree(staging.folder)
    with pytest.raises(FileNotFoundError):
        staging.publish()
    assert whole(tmp_path / "site") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
