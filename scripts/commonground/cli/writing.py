"""Writing files whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import click


def write_whole(files: Mapping[Path, bytes]) -> None:
    """
    Write one file, or several new ones, or none: each is put beside its place first, and moved there when all are ready.

    Raises: click.UsageError: Nothing was written; the message says why. Exit code 2.
    """
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    added: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(data)
            if path.exists():
                shutil.copymode(path, parts[path])
        for path, part in parts.items():
            is_new = not path.exists()
            part.replace(path)
            added += [path] * is_new
    except OSError as error:
        for path in added:
            path.unlink()
        raise click.UsageError(
            f"{error.filename or 'The disk'} cannot be written: {error.strerror}. Nothing was changed. "
            "Check that you may write in that folder."
        ) from None
    finally:
        for part in parts.values():
            if part.is_file():
                part.unlink()
