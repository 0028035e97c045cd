"""``commonground review``: which pages were read by whom, and how to record that one was."""

from datetime import date, datetime
from pathlib import Path

import click

from commonground.cli.explaining import ExplainedGroup
from commonground.cli.reading import ROOT, read, relative
from commonground.cli.speaking import WrongUse, tell
from commonground.cli.writing import write
from commonground.languages.message import Message, listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.reading import KINDS, READERS, Reading
from commonground.read.readings import path_of, readings_file

_text = texts_of(__name__)

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group(cls=ExplainedGroup)
def review() -> None:
    """See which pages were read a second time, and record a reading that happened."""


@review.command("list")
@ROOT
def list_(root: Path) -> None:
    """List each page with its readings: kind, by whom, when, and whether the page has changed since."""
    corpus = read(root)
    for article in corpus.articles:
        tell(_line(article, corpus))


def _line(article: Article, corpus: Corpus) -> Message:
    told = [
        _text("reading", kind=one.kind, by=one.by, day=str(one.date))
        if one.text == article.digest
        else _text("changed", kind=one.kind, by=one.by, day=str(one.date))
        for one in corpus.readings_of(article)
    ]
    return _text("page", path=article.path, readings=listed(told, "semicolon") if told else _text("unread"))


@review.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(KINDS), required=True)
@click.option("--by", type=click.Choice(READERS), required=True)
@click.option("--role", required=True)
@click.option("--name", default="")
@click.option("--against", required=True)
@click.option("--found", type=click.IntRange(0), required=True)
@click.option("--mended", type=click.IntRange(0), required=True)
@click.option("--date", "day", type=_DAY)
@ROOT
def record(
    paths: tuple[str, ...], kind: str, by: str, role: str, name: str, against: str, found: int, mended: int,
    day: datetime | None, root: Path,
) -> None:  # fmt: skip
    """Record that the pages at PATHS were read, as they stand now. Run it only for a reading that happened."""
    if name and by == "machine":
        raise WrongUse(_text("machine-name"))
    if mended > found:
        raise WrongUse(_text("mended"))
    corpus = read(root)
    when = day.date() if day else corpus.today
    files: dict[str, bytes] = {}
    for path in paths:
        article = _article(corpus, relative(root, path))
        new = Reading(
            kind, by, role, _not_later(when, corpus.today), article.digest, against, found, mended, name
        )
        files[path_of(article.path)] = readings_file([*corpus.readings_of(article), new])
    write(root, files)
    for path in files:
        tell(_text("written", path=path))


def _article(corpus: Corpus, path: str) -> Article:
    if article := next((one for one in corpus.articles if one.path == path), None):
        return article
    raise WrongUse(_text("no-page", path=path))


def _not_later(day: date, today: date) -> date:
    if day > today:
        raise WrongUse(_text("future", day=str(day)))
    return day
