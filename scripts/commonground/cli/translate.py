"""``commonground translate``: what is missing or out of date, and how to say that it no longer is."""

import re
from pathlib import Path

import click

from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, tell
from commonground.cli.writing import write
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus

_text = texts_of(__name__)

_OF = re.compile(r'(?m)^(translation:.*?\bof:\s*)"?[^",}\n]*"?')


@click.group()
def translate() -> None:
    """See and record the state of translations."""


@translate.command()
@ROOT
def status(root: Path) -> None:
    """List every translation that is missing, out of date or not yet read by a reviewer."""
    corpus = read(root)
    lines = [line for language in corpus.languages for line in _status(corpus, language)]
    for message in lines or [_text("all-there")]:
        tell(message)


def _status(corpus: Corpus, language: str) -> list[Message]:
    if language == corpus.default_language:
        return []
    lines = []
    corpus = corpus.published
    for original in (a for a in corpus.articles if a.language == corpus.default_language):
        article = corpus.article(language, original.key)
        state = _text("missing") if article is None else _state(article, original, corpus)
        if state:
            lines.append(_text("state", path=original.path, language=language, state=state))
    return lines


def _state(article: Article, original: Article, corpus: Corpus) -> Message | None:
    translation = article.front.translation
    if translation is None or translation.of != original.digest:
        return _text("out-of-date")
    return None if corpus.is_edited(article) else _text("unread")


@translate.command()
@click.argument("paths", nargs=-1, required=True)
@ROOT
def confirm(paths: tuple[str, ...], root: Path) -> None:
    """Record that the translations at PATHS say what their originals say now."""
    corpus = read(root)
    changed: dict[str, bytes] = {}
    said = []
    for path in paths:
        article = next((a for a in corpus.articles if root / a.path == root / path or a.path == path), None)
        original = article and corpus.article(corpus.default_language, article.key)
        if article is None or original is None or original is article:
            raise WrongUse(_text("no-translation", path=path))
        changed[article.path] = _with_hash(root / article.path, original.digest)
        said.append(_text("confirmed", path=article.path, original=original.path))
    write(root, changed)
    for message in said:
        tell(message)


def _with_hash(path: Path, digest: str) -> bytes:
    text = path.read_bytes().decode()
    changed, count = _OF.subn(rf'\g<1>"{digest}"', text, count=1)
    if not count:
        raise WrongUse(_text("no-line", path=str(path)))
    return changed.encode()
