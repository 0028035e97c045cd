"""What every command does first: find the day and read the corpus."""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from commonground.cli.speaking import WrongUse
from commonground.files.kept import Kept
from commonground.files.processors import on_all_processors
from commonground.files.reading import visible
from commonground.languages.message import Message, listed, texts_of
from commonground.languages.own_files import BrokenOwnFile
from commonground.languages.terminal import told
from commonground.model.corpus import Corpus
from commonground.model.memory import in_order
from commonground.model.source import Source
from commonground.read.clock import WrongClock, today
from commonground.read.corpus import NothingToRead, Sieves, read_corpus
from commonground.read.remembered import kept_below
from commonground.read.texts import is_project, read_own_rules, read_texts

_text = texts_of(__name__)

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
)


@contextmanager
def progress(doing: Message) -> Iterator[None]:
    """Say on a terminal what takes its time; never in a pipe."""
    is_told = sys.stderr.isatty()
    if is_told:
        click.echo(f"{told(doing)} …", err=True, nl=False)
    try:
        yield
    finally:
        if is_told:
            click.echo("\r\033[K", err=True, nl=False)


def read(
    root: Path, only: Collection[str] = (), sieves: Sieves | None = None, kept: Kept | None = None
) -> Corpus:
    """Read the corpus, or end with exit code 2 and the reason; see ``read_corpus``."""
    with _reasons(root):
        return read_corpus(
            root, today(), only, sieves, kept or kept_below(root), in_order if only else on_all_processors
        )


@contextmanager
def kept_for_this_run(root: Path) -> Iterator[Kept]:
    """Give a place where one reading is kept for the next of the same run, also where nothing that came along is trusted."""
    with TemporaryDirectory() as folder:
        yield kept_below(root) or Kept(Path(folder), "read")


def read_home_pages(root: Path) -> Corpus:
    """Read the home pages and what they need: settings, languages and word rules, hardly a record."""
    return read(root, [page.relative_to(root).as_posix() for page in sorted(root.glob("docs/*/index.md"))])


def read_rules(root: Path) -> Corpus:
    """Read the rules of a project, with its home pages alone; anywhere else, those that the program brings along."""
    if is_project(root):
        return read_home_pages(root)
    with _reasons(root):
        return read_own_rules(today())


def read_elsewhere(
    root: Path, paths: Collection[str], language: str | None, sieves: Sieves | None = None
) -> Corpus:
    """Read another site's Markdown, or end with exit code 2 and the reason; see ``read_texts``."""
    with _reasons(root):
        return read_texts(root, paths, language, today(), sieves)


@contextmanager
def _reasons(root: Path) -> Iterator[None]:
    try:
        yield
    except (NothingToRead, WrongClock, BrokenOwnFile) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        place = str(error.filename or root)
        raise WrongUse(_text("unreadable", path=place, why=str(error.strerror))) from None


def relative(root: Path, path: str) -> str:
    """Return a path as reports write it; it may be given from here or from the root. Ends with exit code 2 where it is not there."""
    for candidate in (Path(path), root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(root.resolve()):
            return candidate.resolve().relative_to(root.resolve()).as_posix()
    raise WrongUse(_text("outside", path=path, folder=str(root.resolve())))


def source_called(corpus: Corpus, id: str) -> Source:
    """Return the record called ``id``, or end with exit code 2 and the names that come close."""
    if source := corpus.sources.get(id):
        return source
    close = get_close_matches(id, list(corpus.sources), 3, 0.6)
    if close:
        raise WrongUse(_text("no-record-near", id=visible(id), near=listed(close, "or")))
    raise WrongUse(_text("no-record", id=visible(id)))
