"""
All writing goes through here: whole files or none, below the folder they are meant for, never through a symbolic link.

A path is partly made of what somebody wrote (an id, a name, a title), so a place outside the folder is refused here once
more, whatever was checked before.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from commonground.files.reading import visible
from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.address import is_inside

_text = texts_of(__name__)


class NotWritten(Spoken):
    """Files could not be written."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files below a folder, all or none: each is put beside its place first, and moved there when all are ready.

    Args: folder: Made where it is missing. files: Contents by path below it, with ``/``.
    Raises: NotWritten: A place is outside the folder or behind a link, or the system refuses. No new file is left behind.
    """
    for path in files:
        _refuse_outside(folder, path)
    targets = {folder / path: data for path, data in files.items()}
    parts = {target: target.with_name(f".{target.name}.{os.getpid()}.part") for target in targets}
    new: list[Path] = []
    try:
        for target, data in targets.items():
            new += _make_folders(target.parent)
            parts[target].write_bytes(data)
            if target.exists():
                shutil.copymode(target, parts[target])
        for target, part in parts.items():
            is_new = not target.exists()
            part.replace(target)
            new += [target] * is_new
    except OSError as error:
        _remove(reversed([*new, *parts.values()]))
        place = str(error.filename or folder)
        raise NotWritten(_text("refused", path=place, why=str(error.strerror))) from None


def _refuse_outside(folder: Path, path: str) -> None:
    if not is_inside(path):
        raise NotWritten(_text("outside", path=visible(path), folder=str(folder)))
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        if folder.joinpath(*parts[:end]).is_symlink():
            raise NotWritten(_text("link", path=str(folder.joinpath(*parts[:end]))))


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the new ones, the outermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _remove(places: Iterator[Path]) -> None:
    for place in places:
        with suppress(OSError):
            place.rmdir() if place.is_dir() else place.unlink()
