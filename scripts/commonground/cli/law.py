"""``commonground law``: the law that is kept word for word in ``data/law/``."""

import sys
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

import click

from commonground.cli.explaining import ExplainedGroup
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.files.reading import Unreadable, read_bytes
from commonground.languages.catalogue import say
from commonground.languages.message import Message, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.law import Provision
from commonground.read.law_comparison import Difference, differences
from commonground.read.statute import MOST_BYTES, NoStatute, Statute

_text = texts_of(__name__)

_DIFFERS = {"text": _text("words"), "note": _text("note"), "history": _text("history")}


class _NotReadError(Exception):
    """A file of the consolidation that could not be had or read."""


@click.group(cls=ExplainedGroup)
def law() -> None:
    """Compare the law in data/law/ with the public consolidation."""


@law.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--online", is_flag=True)
@ROOT
def compare(folder: Path | None, online: bool, root: Path) -> None:
    """Compare each provision in data/law/ with the public consolidation: the XML files in FOLDER, a copy of the repository justicecanada/laws-lois-xml, or with --online its newest ones."""
    if online == bool(folder):
        raise WrongUse(_text("folder"))
    corpus = read(root)
    provisions = sorted(corpus.law.provisions.values(), key=lambda one: (one.path, one.span.line))
    if not provisions:
        raise WrongUse(_text("no-law"))
    sys.exit(_compare(corpus, provisions, _from_folder(folder) if folder else _from_server))


_Source = Callable[[str, str], bytes]
"""Returns a file by repository and path. Raises: _NotReadError."""


def _from_folder(folder: Path) -> _Source:
    def found(repository: str, path: str) -> bytes:
        try:
            return read_bytes(folder, path, MOST_BYTES)
        except Unreadable as error:
            raise _NotReadError(str(error)) from None

    return found


def _from_server(repository: str, path: str) -> bytes:
    from commonground.online.statutes import NotFetched, fetch_statute

    try:
        return fetch_statute(repository, path)
    except NotFetched as error:
        raise _NotReadError(say(_text("later", fault=str(error)), reader_language())) from None


def _compare(corpus: Corpus, provisions: Iterable[Provision], source: _Source) -> int:
    """Print what differs, law by law; return the exit code."""
    found = unread = compared = 0
    for path, group in groupby(provisions, key=lambda one: one.path):
        ours = list(group)
        statutes: dict[str, Statute] = {}
        for language, file in ours[0].file.items():
            try:
                statutes[language] = Statute(source(ours[0].repository, file))
            except (_NotReadError, NoStatute) as error:
                unread += 1
                message = _text("unread", path=path, language=language, file=file, fault=str(error))
                tell(message, err=True)
        told = [difference for one in ours for difference in differences(one, statutes)]
        for difference in told:
            tell(_told(difference, corpus))
        found += len(told)
        compared += len(ours) if statutes else 0
        for line in _days(ours[0], statutes, bool(told)):
            tell(line)
    tell(_text("end", compared=compared, found=found, unread=unread))
    return 1 if found else 2 if unread else 0


def _told(difference: Difference, corpus: Corpus) -> Message:
    """Return one difference in words, and what to do."""
    one, language = difference.provision, difference.language
    place = f"{one.path}:{one.span.line}:{one.span.column}: {one.document.get(language, '')}, {one.section}"
    cards = [card.id for card in corpus.reference.provisions if one.id in card.texts]
    then = _text("cards", cards=listed(cards)) if cards else ""
    if difference.what == "missing":
        return _text("gone", place=place, language=language, then=then)
    return _text(
        "differs",
        place=place,
        language=language,
        how=_DIFFERS[difference.what],
        ours=str(difference.ours),
        theirs=str(difference.theirs),
        key=difference.what,
        then=then,
    )


def _days(one: Provision, statutes: dict[str, Statute], has_changed: bool) -> Iterable[Message]:
    """Yield what to do about the day that a law is current to."""
    days = {statute.current_to for statute in statutes.values() if statute.current_to}
    if one.current_to is None or not days:
        return
    newest, current = min(days), one.current_to.isoformat()
    if newest > current and has_changed:
        yield _text("newer-mended", path=one.path, day=newest)
    elif newest > current:
        yield _text("newer", path=one.path, day=newest)
    elif newest < current:
        yield _text("older", path=one.path, day=newest, read=current)
