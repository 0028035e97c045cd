"""
A site appears whole or not at all: it is built in a folder beside its place and moved there at the end.

Two moves of a folder do it, so whenever a build is killed a whole site is there, at its place or beside it; the next build
puts it back.
"""

import contextlib
import errno
import fcntl
import os
import shutil
from pathlib import Path


class AlreadyBuilding(Exception):
    """Another build of the same site is under way."""


class Staging:
    """
    The folder in which a site is built; nobody else builds the same site until it is published or dropped.

    Raises: AlreadyBuilding: Somebody does already. OSError: The place, or the folder around it, cannot be written.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        self.folder = self._beside("building")
        self._old = self._beside("old")
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _Lock(self._beside("lock"))
        try:
            self._tidy()
            self.folder.mkdir()
        except OSError:
            self._lock.release()
            raise

    def _beside(self, what: str) -> Path:
        return self.target.with_name(f".{self.target.name.lstrip('.')}.{what}")

    def _tidy(self) -> None:
        """Clear away what a killed build has left; the site that it had moved aside comes back."""
        if self._old.exists() and not self.target.exists():
            self._old.replace(self.target)
        for left in (self._old, self.folder):
            if left.exists():
                shutil.rmtree(left)

    def publish(self) -> None:
        """
        Put the built site in its place; what stood there goes.

        Raises: OSError: It cannot be put there; the old site stays.
        """
        try:
            if self.target.exists():
                self.target.replace(self._old)
            self.folder.replace(self.target)
        except OSError:
            self.drop()
            raise
        shutil.rmtree(
            self._old, ignore_errors=True
        )  # what cannot be deleted now is tried again by the next build
        self._lock.release()

    def drop(self) -> None:
        """Throw away what was built."""
        with contextlib.suppress(OSError):
            self._tidy()
        self._lock.release()


class _Lock:
    """
    A lock file, which the system lets go when its owner dies.

    Raises: AlreadyBuilding: Somebody else has it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        while True:
            self._file = os.open(path, os.O_CREAT | os.O_RDWR, 0o666)
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.fstat(self._file).st_ino == path.stat().st_ino:
                    return
            except BlockingIOError:
                os.close(self._file)
                raise AlreadyBuilding from None
            except FileNotFoundError:
                pass
            os.close(self._file)  # its owner deleted it between our two steps

    def release(self) -> None:
        """Let it go, and leave nothing behind."""
        self._path.unlink(missing_ok=True)
        os.close(self._file)
