"""``commonground evidence check --online``: corrections and retractions that the registries know of."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read, source_called
from commonground.cli.speaking import WrongUse, tell
from commonground.cli.writing import write
from commonground.edit.acknowledgement import NoPlace, with_acknowledgement, written
from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.source import Acknowledgement, Source
from commonground.sources.csl_item import normal_doi

_text = texts_of(__name__)

if TYPE_CHECKING:  # what makes connections is loaded only when it is asked for
    from commonground.online.records import Client, Notice

_COMMAND = "commonground evidence check --online --acknowledge"
_MOST_SILENT = 3
"""After so many sources in a row without a connection there is none."""


@click.command(cls=Explained)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--online", is_flag=True)
@click.option(
    "--acknowledge",
    nargs=2,
    metavar="ID NOTICE",
)
@click.option("--why", metavar="TEXT")
@ROOT
def check(
    ids: tuple[str, ...], online: bool, acknowledge: tuple[str, str] | None, why: str | None, root: Path
) -> None:
    """Look for corrections and retractions of every source with a DOI, or of the sources called ID."""
    if not online:
        raise WrongUse(_text("say-online"))
    from commonground.online.records import Client

    corpus = read(root)
    if acknowledge:
        _acknowledge(corpus, Client(), *acknowledge, why or "", root)
        return
    if why is not None:
        raise WrongUse(_text("why-alone"))
    sys.exit(_look(_chosen(corpus, ids), corpus, Client()))


def _chosen(corpus: Corpus, ids: Iterable[str]) -> list[Source]:
    """Return the sources called so, else all with a DOI."""
    wanted = [source_called(corpus, id) for id in ids] or [
        one for one in corpus.sources.values() if _doi(one)
    ]
    without = [source.path for source in wanted if not _doi(source)]
    if without:
        raise WrongUse(_text("no-doi", path=without[0]))
    return wanted


def _doi(source: Source) -> str:
    return normal_doi(source.item.doi)


def _look(sources: list[Source], corpus: Corpus, client: "Client") -> int:
    """Print what is new about the sources; return the exit code."""
    from commonground.online.records import NoAnswer, NoConnection, NoTime, NotRegistered

    if sys.stderr.isatty():
        tell(_text("asking", n=len(sources)), err=True)
    news = looked = failed = silent = 0
    for source in sources:
        try:
            notices = client.notices(_doi(source))
        except NotRegistered:
            tell(_text("not-registered", place=_place(source), doi=_doi(source)))
            continue
        except NoAnswer as error:
            failed += 1
            tell(_text("failed", place=_place(source), error=error.message), err=True)
            silent = silent + 1 if isinstance(error, NoConnection) else 0
            if isinstance(error, NoTime) or silent == _MOST_SILENT:
                tell(_text("broken-off"), err=True)
                break
            continue
        silent = 0
        looked += 1
        fresh = [notice for notice in notices if not _is_known(notice, source, corpus)]
        news += len(fresh)
        for notice in fresh:
            step = _next_step(notice, source)
            tell(_text("news", place=_place(source), notice=_told(notice), step=step))
    tell(_text("end", news=news, looked=looked, all=len(sources)))
    return 1 if news else 2 if failed else 0


def _is_known(notice: "Notice", source: Source, corpus: Corpus) -> bool:
    """Tell whether the record says already what the notice says."""
    if notice.is_retraction:
        return source.retracted is not None
    read = {_key(one.notice) for one in source.acknowledged}
    later = {_key(_doi(corpus.sources[id])) for id in source.superseded_by if id in corpus.sources}
    return _key(notice.id) in read | later


def _key(notice: str) -> str:
    return (normal_doi(notice) or notice).casefold()


def _place(source: Source) -> str:
    span = source.spans.get("csl.DOI", FILE_START)
    return f"{source.path}:{span.line}:{span.column}"


def _told(notice: "Notice") -> Message:
    kind = notice.kind.replace("_", " ").replace("-", " ")
    what = (
        _text("own", kind=kind, id=notice.id) if notice.is_own else _text("notice", kind=kind, id=notice.id)
    )
    details: list[Value] = [str(notice.day)] if notice.day else []
    if notice.told_by:
        details.append(_text("by", who=notice.told_by))
    if details:
        what = _text("details", what=what, details=listed(details))
    return _text("titled", what=what, title=notice.title) if notice.title else _text("untitled", what=what)


def _next_step(notice: "Notice", source: Source) -> Message:
    if notice.is_retraction:
        day = str(notice.day) if notice.day else _text("some-day")
        return _text("retract", path=source.path, day=day)
    # What a registry calls a notice must not become a command of its own when the line is pasted.
    step = f'{_COMMAND} {source.id} {shlex.quote(notice.id)} --why "..."'
    if notice.is_own:
        return _text("of-notice", step=step)
    return _text("stands", step=step)


def _acknowledge(corpus: Corpus, client: "Client", id: str, named: str, why: str, root: Path) -> None:
    """Write an acknowledgement into the record, if there is such a notice."""
    from commonground.online.records import NoAnswer

    source, reason = source_called(corpus, id), " ".join(why.split())
    if not reason or not reason.isprintable():
        raise WrongUse(_text("say-why", command=f'{_COMMAND} {id} {named} --why "..."'))
    try:
        notices = client.notices(_doi(source)) if _doi(source) else ()
    except NoAnswer as error:
        raise WrongUse(_text("no-answer", error=error.message)) from None
    notice = next((one for one in notices if _key(one.id) == _key(named)), None)
    if notice is None:
        raise WrongUse(_text("no-notice", notice=named, id=id))
    if notice.is_retraction:
        raise WrongUse(_text("retracts", notice=named, id=id, step=_next_step(notice, source)))
    if _is_known(notice, source, corpus):
        raise WrongUse(_text("known", path=source.path, notice=named))
    added = Acknowledgement(notice.id, corpus.today, reason)
    try:
        changed = with_acknowledgement(source.path, (root / source.path).read_bytes(), added)
    except NoPlace:
        raise WrongUse(_text("by-hand", path=source.path, line=written(added))) from None
    write(root, {source.path: changed})
    tell(_text("done", path=source.path, notice=notice.id))
