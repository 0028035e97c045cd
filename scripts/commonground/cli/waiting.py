"""``commonground waiting``: what waits for somebody, for a maintainer's desk and for one weekly issue."""

from collections.abc import Iterator
from pathlib import Path

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, progress, read
from commonground.cli.speaking import WrongUse, reader_language
from commonground.files.reading import Unreadable, read_bytes
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.online.memory import UnreadableMemory, load
from commonground.pages.waiting import Group, Item
from commonground.pages.waiting import waiting as groups

_text = texts_of(__name__)

_MOST = 40
"""Things of one group that are listed."""

_MOST_BYTES = 200_000
_MOST_CHARACTERS = 15_000

LINKS, LAW, NOTICES = "links.json", "law.txt", "notices.txt"
"""What the weekly run leaves: how addresses stood, what differs in the law, notices about sources; the last two as they were printed."""


@click.command(cls=Explained)
@ROOT
@click.option(
    "--found",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
)
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def waiting(root: Path, found: Path | None, form: str) -> None:
    """List what waits: overdue pages, changed findings, translations, records read second-hand or not used, readings, wanted pages."""
    with progress(_text("busy")):
        corpus = read(root)
        found_groups = list(groups(corpus))
    language = reader_language()
    blocks = [*_online(found, language), *(_block(group, language, form) for group in found_groups)]
    click.echo("\n\n".join(blocks) or say(_text("nothing"), language))


def _block(group: Group, language: str, form: str) -> str:
    title = say(group.title, language)
    head = f"## {title} ({len(group.items)})" if form == "markdown" else f"{title} ({len(group.items)})"
    lines = [f"- {_line(item, language)}" for item in group.items[:_MOST]]
    if len(group.items) > _MOST:
        lines.append(f"- {say(_text('more', n=len(group.items) - _MOST), language)}")
    return "\n".join([head, say(group.todo, language), *([""] if form == "markdown" else []), *lines])


def _line(item: Item, language: str) -> str:
    name = say(item.words, language) if item.words else item.path
    return f"{name} ({say(item.note, language)})" if item.note else name


def _online(found: Path | None, language: str) -> Iterator[str]:
    if found is None:
        return
    yield from _printed(found, NOTICES, _text("notices"), language)
    yield from _printed(found, LAW, _text("law"), language)
    try:
        due = [url for url, standing in load(found / LINKS).items() if standing.is_due]
    except UnreadableMemory as error:
        raise click.UsageError(str(error)) from None
    if due:
        yield "\n".join(
            [f"## {say(_text('links'), language)} ({len(due)})", *(f"- <{url}>" for url in due[:_MOST])]
        )


def _printed(found: Path, name: str, title: Message, language: str) -> Iterator[str]:
    """Yield what a command printed, as it stands."""
    if not (found / name).is_file():
        return
    try:
        text = read_bytes(found, name, _MOST_BYTES).decode("utf-8", "replace").strip()
    except Unreadable as error:
        raise WrongUse(error.message) from None
    if text:
        yield f"## {say(title, language)}\n\n```text\n{text[:_MOST_CHARACTERS]}\n```"
