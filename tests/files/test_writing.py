"""What is written is whole, lies in its folder, and goes through no link."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.files.writing import NotWritten, write_files
from commonground.model.address import is_inside


def files_in(folder: Path) -> dict[str, str]:
    """Return the content of each file by its path."""
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_files_and_their_folders_are_written(tmp_path: Path) -> None:
    """What stood there before is replaced and keeps its rights; nothing else is left behind."""
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "a.txt").chmod(0o600)
    write_files(tmp_path, {"a.txt": b"new", "new/folder/b.txt": b"b"})
    assert files_in(tmp_path) == {"a.txt": "new", "new/folder/b.txt": "b"}
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "path",
    ["../out", "a/../../out", "/tmp/out", "", "a//b", "a/", ".", "..", "a/./b", "a\\..\\..\\out", "c:out", "a\0b", "a\nb", ". ./out"],
)  # fmt: skip
def test_a_place_outside_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    """Also where another system would read a way out in it; nothing of the rest is written either."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(NotWritten, match="Nothing was changed"):
        write_files(folder, {"good": b"x", path: b"x"})
    assert files_in(tmp_path) == {}


@given(
    st.lists(st.sampled_from(["..", ".", "a", "", " ", "...", "a b", "~", "é", "\\", "c:"]), max_size=6).map(
        "/".join
    )
)
def test_what_is_called_inside_is(path: str) -> None:
    """No way of putting the pieces together leads out."""
    root = Path("/folder")
    if is_inside(path):
        assert (root / path).resolve().is_relative_to(root)
        assert (root / path).resolve() != root


@pytest.mark.parametrize("link", ["file", "folder", "folder/inner"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    """A link in the place of the file, or of a folder above it, at any depth."""
    outside = tmp_path / "outside"
    (outside / "inner").mkdir(parents=True)
    (outside / "file").write_text("theirs")
    folder = tmp_path / "folder"
    (folder / link).parent.mkdir(parents=True)
    (folder / link).symlink_to(outside / "file" if link == "file" else outside)
    with pytest.raises(NotWritten, match="symbolic link"):
        write_files(folder, {"good": b"x", link if link == "file" else f"{link}/file": b"ours"})
    assert files_in(outside) == {"file": "theirs"}
    assert not (folder / "good").exists()


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that stood there stays as it was, new ones and new folders go."""
    (tmp_path / "a.txt").write_text("old")
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "b.txt" in path.name:
            write(path, data[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotWritten, match="No space left"):
        write_files(tmp_path, {"a.txt": b"new", "new/folder/b.txt": b"bb"})
    assert files_in(tmp_path) == {"a.txt": "old"}
    assert not (tmp_path / "new").exists()


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    """Neither is taken for the other."""
    (tmp_path / "a").write_text("a file")
    (tmp_path / "b").mkdir()
    for path in ("a/inside", "b"):
        with pytest.raises(NotWritten, match="cannot be written"):
            write_files(tmp_path, {path: b"x"})
    assert files_in(tmp_path) == {"a": "a file"}
