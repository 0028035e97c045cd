"""``commonground links``: where the external addresses of the site lead, and whether they still do."""

import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, progress, read, relative
from commonground.cli.rendered import rendered_pages
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.files.writing import NotWritten
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.online.extract import Place, external_addresses
from commonground.online.links import check_external
from commonground.online.manners import Manners
from commonground.online.memory import Standing, UnreadableMemory, load, remember, save
from commonground.report.links import as_json, as_text, is_due
from commonground.sources.formatted import ReferencesError

_text = texts_of(__name__)

_LONGEST_RUN = 3600.0


@click.command(cls=Explained)
@click.argument("paths", nargs=-1)
@ROOT
@click.option(
    "--external",
    is_flag=True,
)
@click.option(
    "--memory",
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def links(paths: tuple[str, ...], root: Path, external: bool, memory: Path | None, form: str) -> None:
    """List the external addresses of all pages, or of the files and folders given as PATHS: where each is written, and how it stood when it was last asked. With --external they are asked now."""
    corpus = read(root)
    kept = memory or root / ".cache" / "links.json"
    wanted = [relative(root, path) for path in paths]
    try:
        standings = load(kept)
    except UnreadableMemory as error:
        raise click.UsageError(str(error)) from None
    addresses = _addresses(corpus)
    if not wanted:
        standings = {url: standing for url, standing in standings.items() if url in addresses}
    addresses = {url: places for url, places in addresses.items() if _stands_in(places, wanted)}
    if external:
        _ask(addresses, standings, kept, corpus.today)
    if form == "json":
        click.echo(as_json(addresses, standings, reader_language()), nl=False)
    else:
        click.echo(as_text(addresses, standings, reader_language(), everything=not external), nl=False)
    sys.exit(1 if any(is_due(standings.get(url)) for url in addresses) else 0)


def _addresses(corpus: Corpus) -> dict[str, tuple[Place, ...]]:
    with progress(_text("reading")):
        try:
            return dict(external_addresses(rendered_pages(corpus)))
        except ReferencesError as error:
            raise click.UsageError(str(error)) from None


def _stands_in(places: Iterable[Place], wanted: list[str]) -> bool:
    """Tell whether an address is written in one of the files or folders; without any, every address counts."""
    return not wanted or any(
        place.path == path or place.path.startswith(f"{path}/") or path == "."
        for place in places
        for path in wanted
    )


def _ask(addresses: Iterable[str], standings: dict[str, Standing], kept: Path, today: date) -> None:
    """Ask addresses and keep what they answer, also where the run is broken off."""
    _keep(kept, standings)  # a place that cannot be written is told now, not after half an hour
    longest_ago = sorted(addresses, key=lambda url: standings[url].day if url in standings else date.min)
    left = len(longest_ago)
    try:
        with progress(_text("asking")):
            for url, answer in check_external(longest_ago, Manners(end=time.monotonic() + _LONGEST_RUN)):
                standings[url] = remember(standings.get(url), answer, today)
                left -= 1
    finally:
        _keep(kept, standings)
    if left:
        tell(_text("no-time", n=left), err=True)


def _keep(kept: Path, standings: dict[str, Standing]) -> None:
    try:
        save(kept, standings)
    except NotWritten as error:
        raise WrongUse(_text("no-memory", error=error.message)) from None
