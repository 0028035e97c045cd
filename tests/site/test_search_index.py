"""The files of the search index: whole or not at all, and told where there is none."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commonground.site.search import SearchError, SearchIndex

PAGE = '<html lang="en"><body><main data-pagefind-body><h1>Street {0}</h1><p>A lamp of street {0}.</p></main></body></html>'

# Makes an index where no file may be longer than some bytes, as on a disk with no more room.
SMALL_DISK = """
import resource, sys
from pathlib import Path
from commonground.files.writing import NotWritten
from commonground.site.search import SearchIndex

index = SearchIndex()
index.add("a/index.html", sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    index.write(Path(sys.argv[1]))
except NotWritten as error:
    print(error)
"""


def test_pages_are_found_below_their_address(tmp_path: Path) -> None:
    """One fragment a page, one list of languages, and nothing of Pagefind's own panels."""
    index = SearchIndex()
    for number in range(300):  # more than fit into a pipe unread
        index.add(f"street-{number}/index.html", PAGE.format(number))
    index.write(tmp_path)
    written = [path.name for path in tmp_path.rglob("*") if path.is_file()]
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
    index = SearchIndex()
    index.add("a/index.html", AROUND.format(mark))
    index.write(tmp_path)
    (fragment,) = tmp_path.rglob("*.pf_fragment")
    assert (b"lamplighter" in gzip.decompress(fragment.read_bytes())) == is_read


@pytest.mark.parametrize("order", [("plain", "marked"), ("marked", "plain"), ("plain",)])
def test_pages_without_a_mark_are_read_where_none_has_one(tmp_path: Path, order: tuple[str, ...]) -> None:
    """As Pagefind has it, whichever comes first."""
    pages = {"marked": PAGE.format(1), "plain": PAGE.format(2).replace(" data-pagefind-body", "")}
    index = SearchIndex()
    for name in order:
        index.add(f"{name}/index.html", pages[name])
    index.write(tmp_path)
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
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_missing_pagefind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    with pytest.raises(SearchError, match=r"pagefind\[bin\]"):
        SearchIndex()


def test_a_pagefind_that_ends_early_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program that takes no page and answers nothing is no index."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    index = SearchIndex()
    index.add("a/index.html", PAGE.format(1) * 1000)
    with pytest.raises(SearchError, match="ended with code 1"):
        index.write(tmp_path)
    index.close()


def test_a_page_that_cannot_be_added_is_told(tmp_path: Path) -> None:
    """Text that is no Unicode makes Pagefind refuse the request."""
    index = SearchIndex()
    index.add("a/index.html", "\ud800")
    with pytest.raises(SearchError, match="Pagefind says: "):
        index.write(tmp_path)
    index.close()


def test_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is no UTF-8, or goes over two lines."""
    for name in (b"caf\xe9", b"a\nb"):
        folder = tmp_path / os.fsdecode(name)
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PWD", str(folder))
        index = SearchIndex()
        index.add("a/index.html", PAGE.format(1))
        index.write(folder)
        assert (folder / "pagefind/pagefind.js").is_file()
