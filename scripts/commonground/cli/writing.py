"""Writing for a command: what cannot be written is wrong use."""

from collections.abc import Mapping
from pathlib import Path

import click

from commonground.files.writing import NotWritten, write_files


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files below a folder, all or none; see ``write_files``.

    Raises: click.UsageError: Nothing was written; the message says why. Exit code 2.
    """
    try:
        write_files(folder, files)
    except NotWritten as error:
        raise click.UsageError(str(error)) from None
