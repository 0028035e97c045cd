"""What takes time to make is kept under the digest of all that it is made of: the same content is made once."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from commonground.files.writing import write_files


class Kept:
    """Files of one folder, by digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: set[str] = set()

    def get(self, made_of: str, ending: str, make: Callable[[], bytes]) -> bytes:
        """
        Return what was kept, else make it and keep it.

        Args: made_of: All that the content depends on, the versions of programs too.
        """
        name = f"{hashlib.sha256(made_of.encode()).hexdigest()}.{ending}"
        self._used.add(name)
        with suppress(OSError):
            return (self.folder / name).read_bytes()
        content = make()
        write_files(self.folder, {name: content})
        return content

    def tidy(self) -> None:
        """Delete what was kept and not asked for since."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.is_file() and path.name not in self._used:
                    path.unlink(missing_ok=True)
