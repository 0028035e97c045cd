"""
What may be read of a folder: regular files that lie in it, by names that can be shown.

A symbolic link is never followed: it would bring in what lies outside the project, or the same file twice. What is left
out is told, so that nobody looks for a page that was never read.
"""

import os
import re
import stat
from pathlib import Path

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

_text = texts_of(__name__)
UNREAD = "input/unread-file"
FILE_NAME = "input/file-name"

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# A pipe must not be waited for. Not every system has each flag.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


class Unreadable(Spoken):
    """A file that is there and is not read; the message says which, why and what to do next."""


def read_bytes(root: Path, path: str, most: int) -> bytes:
    """
    Return a regular file of the root: all of it, or its first ``most`` + 1 bytes, by which a reader sees that it is too large.

    Raises: Unreadable: It is a link, lies behind one, is no regular file, or may not be read.
    """
    parts = path.split("/")
    for end in range(1, len(parts)):
        if root.joinpath(*parts[:end]).is_symlink():
            raise Unreadable(_text("link", path="/".join(parts[:end])))
    try:
        with os.fdopen(os.open(root / path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable(_text("special", path=path))
            return file.read(most + 1)
    except OSError as error:
        is_link = (root / path).is_symlink()
        raise Unreadable(_text("link", path=path) if is_link else _denied(path, error)) from None


class Tree(Struct):
    """
    The files below a root; ``problems`` are those met while they were listed and read.

    Paths are relative to the root, with ``/``.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def files(self, folder: str) -> list[str]:
        """
        Return the files of a folder and of those below it, in order; none where it is not there.

        Names that begin with a dot are left aside: they belong to other programs.
        """
        if (self.root / folder).is_symlink():
            self.leave_out(folder, _text("link", path=folder))
            return []
        found = self._below(folder) if (self.root / folder).is_dir() else []
        return sorted(found, key=lambda path: path.split("/"))

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders that lie in a folder, in order, without links and hidden ones."""
        inside = (self.root / folder).iterdir() if (self.root / folder).is_dir() else ()
        return sorted(p.name for p in inside if p.is_dir() and not p.is_symlink() and p.name[0] != ".")

    def has(self, path: str) -> bool:
        """Tell whether a file stands at a path, or anything in its place, which ``read`` tells."""
        return os.path.lexists(self.root / path)

    def read(self, path: str, most: int) -> bytes | None:
        """Return a file as ``read_bytes`` does, None where it cannot be read."""
        try:
            return read_bytes(self.root, path, most)
        except Unreadable as error:
            self.leave_out(path, error.message)
            return None

    def leave_out(self, path: str, message: Message, rule: str = UNREAD) -> None:
        """Say that a file or folder is not read."""
        self.problems.append(Problem(visible(path), FILE_START, rule, Level.ERROR, message))

    def _below(self, folder: str) -> list[str]:
        try:
            with os.scandir(self.root / folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.leave_out(folder, _denied(folder, error))
            return []
        found = []
        for entry in inside:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if _UNSEEN.search(entry.name):
                self.leave_out(path, UNSEEN_NAME, FILE_NAME)
            elif entry.is_symlink():
                self.leave_out(path, _text("link", path=path))
            elif entry.is_dir(follow_symlinks=False):
                found += self._below(path)
            elif entry.is_file(follow_symlinks=False):
                found.append(path)
            else:
                self.leave_out(path, _text("special", path=path))
        return found


UNSEEN_NAME = _text("unseen-name")


def visible(path: str) -> str:
    """Return a path as it can be shown: a control character, a line end or a broken byte as its code."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", path)


def _denied(path: str, error: OSError) -> Message:
    return _text("denied", path=path, why=str(error.strerror))
