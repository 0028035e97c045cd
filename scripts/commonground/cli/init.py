"""``commonground init``: a site of one's own, and a newer package's files for it."""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import read
from commonground.cli.speaking import WrongUse, tell
from commonground.cli.starter import PART, machinery, starter_files
from commonground.cli.writing import write
from commonground.export import schemas
from commonground.files.reading import visible
from commonground.languages import Language, read_languages
from commonground.languages.message import listed, texts_of
from commonground.read.clock import today

_text = texts_of(__name__)

_BASE = ".commonground"
"""The folder of a site that keeps its files as the package wrote them: what a newer package's are compared with."""


@click.command(cls=Explained)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--lang", "codes")
@click.option("--name")
@click.option("--update", is_flag=True)
def init(folder: Path, codes: str | None, name: str | None, update: bool) -> None:
    """Write a small site into a new folder; then `make site` builds it, and `make test` checks all of it."""
    if update:
        _update(folder)
        return
    if folder.exists() and any(folder.iterdir()):
        raise WrongUse(_text("not-empty", folder=visible(str(folder))))
    languages = _languages(codes)
    named = name or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    if not named.isprintable() or not named.strip() or set(named) & set('<>"\\'):
        raise WrongUse(_text("name", name=visible(named)))
    files = dict(starter_files(named, languages, today()))
    write(folder, {**files, **_kept(dict(machinery(named, languages)))})
    write(folder, {f"schemas/{path}": data for path, data in schemas.schemas(read(folder))})
    tell(_text("ready", n=len(files), folder=str(folder)))


def _languages(codes: str | None) -> tuple[Language, ...]:
    """Return the languages of a list of codes. Raises: WrongUse: There is none, or one that no site can start in."""
    known = {code: one for code, one in read_languages().items() if one.has_part(PART)}
    asked = [code.strip() for code in (codes or "").split(",") if code.strip()]
    if not asked or not set(asked) <= known.keys():
        raise WrongUse(_text("languages", known=listed(known)))
    return tuple(known[code] for code in dict.fromkeys(asked))


def _kept(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{_BASE}/{path}": data for path, data in files.items()}


def _update(root: Path) -> None:
    """Merge what a newer package has into a site; a file whose changes meet stays as it is, with the new one beside it."""
    settings = read(root).settings
    if not (root / _BASE).is_dir() or not settings.found:
        raise WrongUse(_text("no-base", folder=visible(str(root)), base=_BASE))
    known = read_languages()
    new = dict(machinery(settings.name, tuple(known[code] for code in settings.languages)))
    written: dict[str, bytes] = {}
    for path, data in new.items():
        own, base = _bytes(root / path), _bytes(root / _BASE / path)
        if data in (base, own) or (own is None and base is not None):
            continue  # nothing is new, or the site has deleted the file
        merged = data if own is None or own == base else _merged(own, base or b"", data)
        if merged is None:
            written[f"{path}.new"] = data
            tell(_text("both-changed", path=path))
        else:
            written[path] = merged
            tell(_text("updated", path=path))
    write(root, {**written, **_kept(new)})
    if not written:
        tell(_text("up-to-date"))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _merged(own: bytes, base: bytes, new: bytes) -> bytes | None:
    """Return a file with the changes of both sides, None where they meet."""
    with tempfile.TemporaryDirectory() as folder:
        sides = {"own": own, "base": base, "new": new}
        write(Path(folder), sides)
        command = ["git", "merge-file", "-p", *sides]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        except FileNotFoundError:
            return None
    return done.stdout if done.returncode == 0 else None
