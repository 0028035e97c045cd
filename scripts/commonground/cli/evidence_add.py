"""``commonground evidence add``: new records from a DOI or from a reference manager's file."""

import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.cli.writing import write
from commonground.edit.record import record_id, skeleton
from commonground.files.reading import visible
from commonground.languages.message import Value, listed, texts_of
from commonground.model.csl import Item
from commonground.sources.csl_item import clean_item, clean_text, normal_doi
from commonground.sources.people import OTHERS

_text = texts_of(__name__)

_SCHEMA = "schemas/record.schema.json"
_WANTED = ("type", "title", "author", "issued")


@click.command(cls=Explained)
@click.argument("source", metavar="DOI-OR-FILE")
@ROOT
def add(source: str, root: Path) -> None:
    """Start the record of a source: what its metadata says, with an empty place for all that you must read."""
    corpus = read(root)
    recorded = {mark: one.path for one in corpus.sources.values() for mark in _marks(one.item)}
    doi = "" if Path(source).is_file() else normal_doi(source)
    if owner := recorded.get(doi.casefold(), "") if doi else "":
        _already(owner, doi)
        sys.exit(1)
    items = [_fetched(doi)] if doi else _from_file(source)
    taken = {path.stem for path in (root / "evidence").glob("*.yaml")} | set(corpus.sources)
    cleaned = [(given, clean_item(given)) for given in items]
    new, known = _sort([one for _, one in cleaned], recorded, taken)
    schema = f"../{_SCHEMA}" if (root / _SCHEMA).is_file() else ""
    begun = partial(skeleton, today=corpus.today, language=reader_language(), schema=schema)
    write(root, {path: begun(Path(path).stem, item) for path, item in new.items()})
    for path, item in new.items():
        given = next(given for given, one in cleaned if one is item)
        missing = [*_missing(given, item)]
        tell(
            _text("begun-missing", path=path, missing=listed(missing))
            if missing
            else _text("begun", path=path)
        )
    for about, owner in known:
        _already(owner, about)
    sys.exit(1 if known else 0)


def _missing(given: Mapping[str, object], item: Item) -> Iterator[Value]:
    """Name what the metadata does not say, leaves out, or says in a way that cannot be read."""
    yield from (key for key in _WANTED if not getattr(item, key))
    yield from (_text("others", role=role) for role in ("author", "editor") if OTHERS in getattr(item, role))
    for key in ("DOI", "ISBN", "URL"):
        if (written := clean_text(given.get(key))) and not getattr(item, key.lower()):
            yield _text("bad", key=key, written=written)


def _marks(item: Item) -> tuple[str, ...]:
    """Return what a source is known by: its DOI, if it has one, then title, first name and year, if it has a title."""
    doi = normal_doi(item.doi).casefold()
    title = "".join(filter(str.isalnum, item.title.casefold()))
    return tuple(mark for mark in (doi, title and f"{title} {record_id(item, ())}") if mark)


def _already(owner: str, name: str) -> None:
    tell(_text("already", path=owner, name=name), err=True)


def _fetched(doi: str) -> Mapping[str, object]:
    # Loaded only here: no other command waits for what makes connections.
    from commonground.online.records import NoAnswer, fetch_item

    try:
        return fetch_item(doi)
    except NoAnswer as error:
        raise WrongUse(_text("no-answer", doi=doi, error=str(error))) from None


def _from_file(source: str) -> list[Mapping[str, object]]:
    from commonground.files.reading import Unreadable, read_bytes
    from commonground.read.yaml_file import MAX_BYTES
    from commonground.sources.bibliography import NoBibliography, read_items

    try:
        path = Path(source).resolve()
        if not path.exists():
            raise WrongUse(_text("neither", source=visible(source)))
        return read_items(source, read_bytes(path.parent, path.name, MAX_BYTES))
    except (NoBibliography, Unreadable) as error:
        raise click.UsageError(str(error)) from None
    except (OSError, ValueError) as error:
        raise WrongUse(_text("unreadable", source=visible(source), error=str(error))) from None


def _sort(
    items: list[Item], recorded: Mapping[str, str], taken: set[str]
) -> tuple[dict[str, Item], list[tuple[str, str]]]:
    """Return new records by path, and (name, path) of items that are recorded already."""
    new: dict[str, Item] = {}
    owners = dict(recorded)
    known: list[tuple[str, str]] = []
    for item in items:
        marks = _marks(item)
        if marks and marks[0] in owners:
            known.append((item.doi or item.title, owners[marks[0]]))
            continue
        id = record_id(item, taken)
        taken.add(id)
        new[f"evidence/{id}.yaml"] = item
        owners.update(dict.fromkeys(marks, f"evidence/{id}.yaml"))
    return new, known
