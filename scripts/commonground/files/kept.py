"""What takes time to make is kept under the digest of all that it is made of: the same content is made once."""

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from commonground.files.reading import Unreadable, read_bytes
from commonground.files.writing import NotWritten, write_files

_NAME = re.compile(r"[0-9a-f]{64}\.[a-z]+")
_MOST = 64 << 20
"""Bytes of a file that is kept: a pack of sheets has fewer."""


class Kept:
    """
    Files of one folder of a project, by digest; each begins with a seal of its content.

    What is damaged, lies behind a link or may not be read counts as not kept; what cannot be written is made again next time.

    Args: folder: Below the root, with ``/``.
    """

    def __init__(self, root: Path, folder: str) -> None:
        self.folder = root / folder
        self._root, self._inside = root, folder
        self._used: set[str] = set()

    def get(self, made_of: str, ending: str, make: Callable[[], bytes]) -> bytes:
        """
        Return what was kept, else make it and keep it.

        Args: made_of: All that the content depends on, the versions of programs too.
        """
        content = self.find(made_of, ending)
        if content is None:
            content = make()
            self.keep(made_of, ending, content)
        return content

    def find(self, made_of: str, ending: str) -> bytes | None:
        """Return what was kept, or None."""
        name = _name(made_of, ending)
        self._used.add(name)
        with suppress(Unreadable):
            data = read_bytes(self._root, f"{self._inside}/{name}", _MOST)
            seal, content = data[:32], data[32:]
            return content if seal == _seal(content) else None
        return None

    def keep(self, made_of: str, ending: str, content: bytes) -> None:
        """Keep something, where that is possible."""
        with suppress(NotWritten):
            write_files(self._root, {f"{self._inside}/{_name(made_of, ending)}": _seal(content) + content})

    def tidy(self) -> None:
        """Delete what was kept and not asked for since."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder.resolve() == self._place() else ():
                if _NAME.fullmatch(path.name) and path.name not in self._used:
                    path.unlink(missing_ok=True)

    def _place(self) -> Path:
        """Return where the folder is when no link leads elsewhere."""
        return self._root.resolve() / self._inside


def _name(made_of: str, ending: str) -> str:
    return f"{hashlib.sha256(made_of.encode()).hexdigest()}.{ending}"


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
