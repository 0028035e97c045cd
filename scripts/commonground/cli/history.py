"""What git knows of a project: which files differ from a commit, and how a file was before."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from commonground.cli.speaking import WrongUse
from commonground.files.reading import visible
from commonground.languages.message import texts_of

_text = texts_of(__name__)

_MOST_VERSIONS = 500


def versions(root: Path, path: str) -> Iterator[bytes]:
    """Yield a file as each commit that changed it left it, the newest first; nothing where git knows none."""
    listed = _git(root, "log", "--format=%H", f"--max-count={_MOST_VERSIONS}", "--", path)
    for commit in (listed or b"").decode().split():
        data = _git(root, "show", f"{commit}:./{path}")
        if data is not None:
            yield data


def changed_since(root: Path, base: str) -> tuple[str, ...]:
    """
    Return the files below ``root`` that differ from where this work left a commit, and those that git does not know yet.

    Files that are gone are among them. Ends with exit code 2 where that cannot be known.
    """
    if base.startswith("-"):
        raise WrongUse(_text("no-base", base=visible(base)))
    fork = _git(root, "merge-base", base, "HEAD")
    if fork is None and _git(root, "rev-parse", "--git-dir") is None:
        raise WrongUse(_text("no-git", folder=str(root.resolve())))
    if fork is None:
        raise WrongUse(_text("no-base", base=visible(base)))
    options = ("--name-only", "--no-renames", "--relative", "-z")
    listed = _git(root, "diff", *options, fork.decode().strip(), "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    names = (part.decode("utf-8", "replace") for data in (listed, new) for part in (data or b"").split(b"\0"))
    return tuple(sorted({name for name in names if name}))


@contextmanager
def tree_before(root: Path, base: str) -> Iterator[Path]:
    """Give a folder with the project's files as they were where this work left a commit; it is gone afterwards."""
    fork = _git(root, "merge-base", base, "HEAD") or b""
    data = _git(root, "archive", "--format=tar", fork.decode().strip())
    with TemporaryDirectory() as folder:
        if data:
            with tarfile.open(fileobj=BytesIO(data)) as archive:
                archive.extractall(folder, filter=_files_alone)
        yield Path(folder)


def _files_alone(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Leave out links: none is ever followed."""
    return tarfile.data_filter(member, folder) if member.isreg() or member.isdir() else None


def _git(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints, None where it fails or is not installed."""
    command = ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
