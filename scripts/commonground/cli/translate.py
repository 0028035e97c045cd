"""``commonground translate``: what is missing or behind, what changed since, and how to say that it no longer is."""

import re
from pathlib import Path

import click

from commonground.checks.translation import citation_drift, figure_drift
from commonground.cli.explaining import ExplainedGroup
from commonground.cli.history import versions
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, reader_language, tell
from commonground.cli.writing import write
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.read.article import digest
from commonground.read.decoding import decode
from commonground.read.front_matter import read_front_matter, split
from commonground.report.as_text import line
from commonground.report.paragraphs import changes

_text = texts_of(__name__)

_OF = re.compile(r'(?m)^(translation:.*?\bof:\s*)"?[^",}\n]*"?')
_END = re.compile(r"(?m)^---[ \t]*$")


@click.group(cls=ExplainedGroup)
def translate() -> None:
    """See and record the state of translations."""


@translate.command()
@ROOT
def status(root: Path) -> None:
    """List every translation that is missing, out of date or not yet read by a reviewer."""
    for message in waiting(read(root)) or [_text("all-there")]:
        tell(message)


def waiting(corpus: Corpus) -> list[Message]:
    """Return a line for every translation that is missing, behind, or not yet read by an editor of its language."""
    corpus = corpus.published
    originals = [article for article in corpus.articles if corpus.original_of(article) is None]
    return [
        _text("state", path=original.path, language=language, state=state)
        for language in corpus.languages
        for original in originals
        if language != original.language and (state := _state(corpus, language, original.key))
    ]


def _state(corpus: Corpus, language: str, key: str) -> Message | None:
    article = corpus.article(language, key)
    if article is None:
        return _text("missing")
    if corpus.is_behind(article):
        return _text("out-of-date")
    return None if corpus.is_edited(article) else _text("unread")


@translate.command()
@click.argument("paths", nargs=-1)
@ROOT
def diff(paths: tuple[str, ...], root: Path) -> None:
    """Show what changed in the original since each translation (all, or those at PATHS): old paragraph, new one, and ours."""
    corpus = read(root)
    chosen = [_translation(corpus, root, path) for path in paths] or corpus.published.articles
    behind = [article for article in chosen if corpus.is_behind(article)]
    for article in behind:
        original = corpus.original_of(article)
        if original is not None:
            click.echo(_diff(root, original, article))
    if not behind:
        tell(_text("none-behind"))


def _diff(root: Path, original: Article, article: Article) -> str:
    translation = article.front.translation
    if translation is None or not translation.of:
        return _said(_text("never", path=article.path, original=original.path))
    old = _as_translated(root, original.path, translation.of)
    if old is None:
        return _said(_text("no-history", path=article.path, original=original.path))
    return changes(original, old, article, reader_language())


def _said(message: Message) -> str:
    return say(message, reader_language())


def _as_translated(root: Path, path: str, wanted: str) -> tuple[str, str, str] | None:
    """Return title, description and body of a page as they were when its hash was ``wanted``, None where git does not know."""
    for data in versions(root, path):
        text, _ = decode(path, data)
        if text is not None:
            parts = split(text)
            front = read_front_matter(path, parts)[0]
            if digest(front.title, front.description, parts.body) == wanted:
                return front.title, front.description, parts.body
    return None


@translate.command()
@click.argument("paths", nargs=-1, required=True)
@ROOT
def confirm(paths: tuple[str, ...], root: Path) -> None:
    """Record that the translations at PATHS say what their originals say now, and tell where they visibly do not."""
    corpus = read(root)
    changed: dict[str, bytes] = {}
    said = []
    for path in paths:
        article = _translation(corpus, root, path)
        original = corpus.original_of(article)
        if original is None:
            raise WrongUse(_text("no-translation", path=path))
        changed[article.path] = _with_hash(root / article.path, original.digest)
        said.append(_text("confirmed", path=article.path, original=original.path))
        for problem in (*citation_drift.between(original, article), *figure_drift.between(original, article)):
            click.echo(line(problem, reader_language()), err=True)
    write(root, changed)
    for message in said:
        tell(message)


def _translation(corpus: Corpus, root: Path, path: str) -> Article:
    article = next((a for a in corpus.articles if root / a.path == root / path or a.path == path), None)
    if article is None or corpus.original_of(article) is None:
        raise WrongUse(_text("no-translation", path=path))
    return article


def _with_hash(path: Path, of: str) -> bytes:
    """Return a page with the hash of its original; the line is added where there is none."""
    text = path.read_bytes().decode()
    changed, count = _OF.subn(rf'\g<1>"{of}"', text, count=1)
    if count:
        return changed.encode()
    ends = list(_END.finditer(text))
    if len(ends) < 2:
        raise WrongUse(_text("no-front-matter", path=str(path)))
    place = ends[1].start()
    newline = "\r\n" if "\r\n" in text else "\n"
    return f'{text[:place]}translation: {{of: "{of}", status: machine}}{newline}{text[place:]}'.encode()
