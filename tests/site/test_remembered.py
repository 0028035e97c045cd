"""
What was read before and kept is what would be read now: a change of anything, and the report is that of a fresh reading.

``REMEMBERED_EXAMPLES=2000 pytest tests/site/test_remembered.py`` tries more changes than a usual run.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from commonground.checks import registry
from commonground.cli.main import cli
from commonground.files.kept import Kept
from commonground.model.corpus import Corpus
from commonground.read.corpus import NothingToRead, read_corpus
from commonground.read.remembered import printed_below
from commonground.report import as_json

from ..conftest import TODAY
from .test_what_passes_builds import CHANGE, Change, project

EXAMPLES = int(os.environ.get("REMEMBERED_EXAMPLES", "30"))
INSIDE = ".cache/read"
PAGE = "docs/en/about/lit.md"


def read(root: Path, *, remembers: bool) -> Corpus:
    return read_corpus(root, TODAY, kept=Kept(root, INSIDE) if remembers else None)


def outcome(root: Path, *, remembers: bool) -> str:
    """Return the report, and all that was read of files."""
    try:
        corpus = read(root, remembers=remembers)
    except NothingToRead as error:
        return str(error)
    names = ("articles", "sources", "searches", "terms", "house_style", "reference", "law", "quoted")
    read_of_files = [shown(getattr(corpus, name)) for name in names]
    return f"{as_json.render(registry.run(corpus))}\n{read_of_files!r}"


def shown(value: object) -> object:
    """Return a value without the difference between what is read at once and what is read when somebody asks."""
    if isinstance(value, str | bytes):
        return value
    if hasattr(value, "__struct_fields__"):
        return [(name, shown(getattr(value, name))) for name in value.__struct_fields__]
    if isinstance(value, Mapping):
        return [(key, shown(part)) for key, part in value.items()]
    return [shown(part) for part in value] if hasattr(value, "__len__") else value


@pytest.fixture(scope="module")
def known() -> Iterator[Path]:
    """A project that was read and checked before."""
    with TemporaryDirectory() as folder:
        root = project(Path(folder))
        outcome(root, remembers=True)
        yield root


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(change=CHANGE)
def test_after_any_change_what_is_remembered_is_what_is_there(known: Path, change: Change) -> None:
    """Read with what was kept before the change, then with what is kept since: each time the same as without."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(known, root, symlinks=True)
        try:
            change.make(root)
        except OSError:  # this system has no such file name
            return
        fresh = outcome(root, remembers=False)
        assert outcome(root, remembers=True) == fresh
        assert outcome(root, remembers=True) == fresh


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    """Another reading finds all; after a change of one page, only its reading and its comparison are new."""
    root = project(tmp_path)
    before = read(root, remembers=True)
    registry.run(before)
    names = {path.name for path in (root / INSIDE).iterdir()}
    registry.run(read(root, remembers=True))
    assert {path.name for path in (root / INSIDE).iterdir()} == names
    (root / PAGE).write_text((root / PAGE).read_text("utf-8") + "\nLamps shine.\n", "utf-8")
    after = read(root, remembers=True)
    registry.run(after)
    after.memory.tidy()
    left = {path.name for path in (root / INSIDE).iterdir()}
    assert (len(left - names), len(names - left)) == (2, 2)


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 200])
def test_a_damaged_file_is_read_again(tmp_path: Path, damage: bytes) -> None:
    """Whatever stands in the folder, the report is that of a fresh reading, and what was damaged is mended."""
    root = project(tmp_path)
    fresh = outcome(root, remembers=True)
    kept = {path: path.read_bytes() for path in (root / INSIDE).iterdir()}
    for path, data in kept.items():
        path.write_bytes(data[:-1] + damage)
    assert outcome(root, remembers=True) == fresh
    assert {path: path.read_bytes() for path in (root / INSIDE).iterdir()} == kept


@pytest.mark.parametrize("inside", [".cache", INSIDE])
def test_where_nothing_can_be_kept_everything_is_read(tmp_path: Path, inside: str) -> None:
    """A file stands where the folder should, or a link leads elsewhere: nothing is written there, or deleted."""
    root, elsewhere = project(tmp_path), tmp_path / "elsewhere"
    fresh = outcome(root, remembers=False)
    (root / inside).parent.mkdir(exist_ok=True)
    (root / inside).write_text("a file")
    assert outcome(root, remembers=True) == fresh
    (root / inside).unlink()
    (elsewhere / "read").mkdir(parents=True)
    theirs = [elsewhere / f"{'a' * 64}.read", elsewhere / f"read/{'a' * 64}.read"]
    for path in theirs:
        path.write_text("theirs")
    (root / inside).symlink_to(elsewhere)
    assert outcome(root, remembers=True) == fresh
    read(root, remembers=True).memory.tidy()
    assert [path for path in elsewhere.rglob("*") if path.is_file()] == theirs


def test_a_server_trusts_nothing_that_came_with_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where others' changes are checked, a file in the folder could say that all is well."""
    root = project(tmp_path)
    monkeypatch.setenv("CI", "true")
    CliRunner().invoke(cli, ["check", "--root", str(root)])
    assert not (root / ".cache").exists()
    monkeypatch.delenv("CI")
    CliRunner().invoke(cli, ["check", "--root", str(root)])
    assert any((root / INSIDE).iterdir())


def test_nor_does_it_take_a_sheet_that_came_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept by the name of a sheet would be published as that sheet."""
    monkeypatch.delenv("CI", raising=False)
    printed_below(tmp_path, "paper").keep("a sheet", "pdf", b"theirs")
    assert printed_below(tmp_path, "paper").find("a sheet", "pdf") == b"theirs"
    monkeypatch.setenv("CI", "true")
    assert printed_below(tmp_path, "paper").find("a sheet", "pdf") is None
