"""A site appears whole or not at all: it is built in a folder beside its place and moved there at the end."""

import shutil
from pathlib import Path


class Staging:
    """
    The folder in which a site is built.

    Raises: OSError: The place, or the folder around it, cannot be written.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name.lstrip('.')}.building")
        self.drop()
        self.folder.mkdir(parents=True)

    def publish(self) -> None:
        """Put the built site in its place; what stood there goes."""
        if self.target.exists():
            shutil.rmtree(self.target)
        self.folder.replace(self.target)

    def drop(self) -> None:
        """Throw away what was built."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
