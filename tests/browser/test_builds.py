"""The same input gives the same site, byte for byte."""

import hashlib
from pathlib import Path

from .built import build, once


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_two_builds_are_identical(built: Path, shared: Path) -> None:
    """With one SOURCE_DATE_EPOCH, but another order of hashing and another time zone, no byte differs."""
    again = once(shared / "again", lambda folder: build(folder, seed="4711", zone="Pacific/Auckland"))
    first, second = digests(built), digests(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
