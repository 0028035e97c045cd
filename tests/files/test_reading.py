"""Only regular files of a folder are read, and what is left out is told."""

import os
from pathlib import Path

import pytest

from commonground.files.reading import Tree, Unreadable, read_bytes

from ..conftest import TODAY
from ..said import said


def told(tree: Tree) -> dict[str, str]:
    """Return the messages by path."""
    return {problem.path: said(problem) for problem in tree.problems}


def test_links_are_never_followed(tmp_path: Path) -> None:
    """A link to a file or folder, inside or outside, dangling or round in a circle: each is told and none is read."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text("secret")
    root = tmp_path / "root"
    (root / "docs").mkdir(parents=True)
    (root / "docs/lamps.md").write_text("lamps")
    targets = {
        "out.md": "../../outside/secret.md",
        "dir": "../../outside",
        "in.md": "lamps.md",
        "gone.png": "no",
        "circle": ".",
    }
    for name, target in targets.items():
        (root / "docs" / name).symlink_to(target)
    tree = Tree(root)
    assert tree.files("docs") == ["docs/lamps.md"]
    assert told(tree).keys() == {f"docs/{name}" for name in targets}
    for name in (*targets, "dir/secret.md"):
        with pytest.raises(Unreadable, match="symbolic link"):
            read_bytes(root, f"docs/{name}", 100)


def test_a_folder_that_is_a_link_has_no_files(tmp_path: Path) -> None:
    """``evidence`` may lead to another project as well as a file in it."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a.yaml").write_text("id: a")
    (tmp_path / "evidence").symlink_to("theirs")
    tree = Tree(tmp_path)
    assert tree.files("evidence") == []
    assert "evidence" in told(tree)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody writes into it, so a read would never end."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "docs/pipe.md")
    tree = Tree(tmp_path)
    assert tree.files("docs") == []
    assert "regular file" in told(tree)["docs/pipe.md"]
    with pytest.raises(Unreadable, match="regular file"):
        read_bytes(tmp_path, "pipe", 100)


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    """A file that pretends to have a terabyte costs as much as its limit."""
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 40)
    assert len(read_bytes(tmp_path, "huge", 1000)) == 1001


@pytest.mark.parametrize("name", ["a\nb.md", "a\x1b[31m.md", "a\u2028.md", os.fsdecode(b"\xff.md")])
def test_a_name_that_cannot_be_shown_is_told_by_its_codes(tmp_path: Path, name: str) -> None:
    """A line end in a name would start a line of its own in a report."""
    (tmp_path / "docs").mkdir()
    try:
        (tmp_path / "docs" / name).write_text("x")
    except OSError:
        pytest.skip("this file system has no such names")
    tree = Tree(tmp_path)
    assert tree.files("docs") == []
    (problem,) = tree.problems
    assert problem.rule == "input/file-name"
    assert problem.path.isprintable()


@pytest.mark.parametrize(
    "path",
    [
        "evidence/example2020.yaml",
        "evidence/quoted.lock",
        "evidence/reviewed.lock",
        "language/en.yaml",
        "data/services.yaml",
    ],
)
def test_every_file_of_a_project_may_turn_out_a_link(tiny: Path, path: str, tmp_path: Path) -> None:
    """Whatever is read of a project: a link in its place is an error that names it."""
    from commonground.read.corpus import read_corpus

    (tiny / path).unlink(missing_ok=True)
    (tmp_path / "theirs").write_text("")
    (tiny / path).symlink_to(tmp_path / "theirs")
    corpus = read_corpus(tiny, TODAY)
    assert path in {problem.path for problem in corpus.problems if problem.rule == "input/unread-file"}


@pytest.mark.parametrize("path", ["language/en.yaml", "evidence/quoted.lock", "data/services.yaml"])
def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path, path: str) -> None:
    """The words or figures that it would have hold for nothing, and that must not pass for "there are none"."""
    (tmp_path / path).mkdir(parents=True)
    tree = Tree(tmp_path)
    assert tree.has(path)
    assert tree.read(path, 100) is None
    assert [(problem.path, problem.rule) for problem in tree.problems] == [(path, "input/unread-file")]
