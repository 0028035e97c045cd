"""The files of the search index: whole or not at all, and told where there is none."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from commonground.files.kept import Kept
from commonground.site.search import SearchError, write_index

PAGE = '<html lang="en"><body><main data-pagefind-body><h1>Street {0}</h1><p>A lamp of street {0}.</p></main></body></html>'

# Makes an index where no file may be longer than some bytes, as on a disk with no more room.
SMALL_DISK = """
import resource, sys
from pathlib import Path
from commonground.files.writing import NotWritten
from commonground.files.kept import Kept
from commonground.site.search import write_index

folder, most, page = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
write_index(folder / "before", {"a/index.html": lambda: page}, Kept(folder, "kept"))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    write_index(folder / "site", {"a/index.html": lambda: page}, Kept(folder, "kept"))
except NotWritten as error:
    print(error)
"""


def write(site: Path, pages: Mapping[str, str], kept: str = "kept") -> None:
    """Write the index of some pages."""
    write_index(site, {path: partial(str, page) for path, page in pages.items()}, Kept(site, kept))


def read(site: Path) -> dict[str, bytes]:
    """Return the files of an index."""
    folder = site / "pagefind"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_pages_are_found_below_their_address(tmp_path: Path) -> None:
    """One fragment a page, one list of languages, and nothing of Pagefind's own panels."""
    # More than fit into a pipe unread.
    write(tmp_path, {f"street-{number}/index.html": PAGE.format(number) for number in range(300)})
    written = [path.rpartition("/")[2] for path in read(tmp_path)]
    assert sum(name.endswith(".pf_fragment") for name in written) == 300
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"} <= set(written)
    assert not [name for name in written if "ui." in name]
    assert all(path.stat().st_size for path in tmp_path.rglob("*"))


AROUND = '<html lang="en"><head><title>T</title></head><body><p{0}>The lamplighter.</p><main data-pagefind-body><h1>H</h1></main></body></html>'


@pytest.mark.parametrize(
    ("mark", "is_read"), [("", False), (" data-pagefind-ignore", False), (" data-pagefind-body", True)]
)
def test_what_is_marked_is_read_wherever_it_stands(tmp_path: Path, mark: str, is_read: bool) -> None:
    """A site's own templates may mark more than the main part."""
    write(tmp_path, {"a/index.html": AROUND.format(mark)})
    (fragment,) = tmp_path.rglob("*.pf_fragment")
    assert (b"lamplighter" in gzip.decompress(fragment.read_bytes())) == is_read


@pytest.mark.parametrize("order", [("plain", "marked"), ("marked", "plain"), ("plain",)])
def test_pages_without_a_mark_are_read_where_none_has_one(tmp_path: Path, order: tuple[str, ...]) -> None:
    """As Pagefind has it, whichever comes first."""
    pages = {"marked": PAGE.format(1), "plain": PAGE.format(2).replace(" data-pagefind-body", "")}
    write(tmp_path, {f"{name}/index.html": pages[name] for name in order})
    (fragment,) = tmp_path.rglob("*.pf_fragment")
    assert f'"/{order[0] if len(order) == 1 else "marked"}/"'.encode() in gzip.decompress(
        fragment.read_bytes()
    )


@pytest.mark.parametrize("bytes_free", [100, 1_000, 50_000, 70_000])
def test_a_full_disk_is_no_success(tmp_path: Path, bytes_free: int) -> None:
    """Whichever file has no room, an error says so; it was once left behind empty."""
    command = [sys.executable, "-c", SMALL_DISK, str(tmp_path), str(bytes_free), PAGE.format(1)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "cannot be written: File too large" in done.stdout, done.stderr
    assert not [path for path in (tmp_path / "site").rglob("*") if path.is_file()]


def test_a_missing_pagefind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    with pytest.raises(SearchError, match=r"pagefind\[bin\]"):
        write(Path("/nowhere"), {"a/index.html": PAGE})


def test_a_pagefind_that_ends_early_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program that takes no page and answers nothing is no index."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    with pytest.raises(SearchError, match="ended with code 1"):
        write(tmp_path, {"a/index.html": PAGE.format(1) * 1000})


def test_a_page_that_cannot_be_added_is_told(tmp_path: Path) -> None:
    """Text that is no Unicode makes Pagefind refuse the request."""
    with pytest.raises(SearchError, match="Pagefind says: "):
        write(tmp_path, {"a/index.html": "\ud800"})


def test_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is no UTF-8, or goes over two lines."""
    for name in (b"caf\xe9", b"a\nb"):
        folder = tmp_path / os.fsdecode(name)
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PWD", str(folder))
        write(folder, {"a/index.html": PAGE.format(1)})
        assert (folder / "pagefind/pagefind.js").is_file()


def test_an_index_that_is_kept_is_the_one_that_would_be_made(tmp_path: Path) -> None:
    """After a change in one language its index is made anew, the other one's is taken: the bytes are those of a first time."""
    french = PAGE.replace('lang="en"', 'lang="fr"')
    pages = {"a/index.html": PAGE.format(1), "fr/a/index.html": french.format(1)}
    write(tmp_path, pages)
    first = {path.name for path in (tmp_path / "kept").iterdir()}
    pages["fr/a/index.html"] = french.format(2)
    write(tmp_path, pages)
    second = {path.name for path in (tmp_path / "kept").iterdir()}
    write(tmp_path / "fresh", pages)
    fresh = read(tmp_path / "fresh")
    assert len(first & second) == 1
    assert len(second - first) == 1
    assert fresh.items() <= read(tmp_path).items()
    assert set(json.loads(fresh["pagefind-entry.json"])["languages"]) == {"en", "fr"}


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    """Whatever stands in the folder."""
    write(tmp_path, {"a/index.html": PAGE.format(1)})
    before = read(tmp_path)
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    write(tmp_path, {"a/index.html": PAGE.format(1)})
    assert read(tmp_path) == before
