"""``commonground new``: the skeleton of an article, or of its translation."""

import os
import re
import unicodedata
from pathlib import Path
from typing import NoReturn

import click

from commonground.cli.explaining import Explained
from commonground.cli.new_language import begin_language
from commonground.cli.new_translation import translated_body
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, tell
from commonground.cli.writing import write
from commonground.files.reading import visible
from commonground.languages import read_languages
from commonground.languages.message import listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.pages.skeleton import front_matter, skeleton_of

_text = texts_of(__name__)

_LANGUAGE = "language"


@click.command(cls=Explained)
@click.argument("words", nargs=-1, required=True, metavar="TYPE TITLE | ORIGINAL | language CODE")
@click.option("--lang")
@ROOT
def new(words: tuple[str, ...], lang: str | None, root: Path) -> None:
    """Write the skeleton of an article, as a draft: delete its line `draft: true` to publish it."""
    if words[0] == _LANGUAGE and len(words) == 2 and lang is None:
        begin_language(words[1], root)
        return
    corpus = read(root)
    if lang is None or len(words) == 2:
        path, text = _original(corpus, *words, lang) if len(words) == 2 else _usage(corpus)
    else:
        path, text = _translation(corpus, lang, words[0], root)
    if os.path.lexists(root / path):
        raise WrongUse(_text("there", path=path))
    write(root, {path: text.encode()})
    tell(_text("ready", path=path))


def _usage(corpus: Corpus) -> NoReturn:
    raise WrongUse(_text("usage", types=listed(corpus.types)))


def _original(corpus: Corpus, type_name: str, title: str, lang: str | None) -> tuple[str, str]:
    kind = corpus.types.get(type_name)
    if kind is None:
        _usage(corpus)
    slug = _slug(title)
    if not slug:
        raise WrongUse(_text("no-slug", title=visible(title)))
    language = lang or corpus.default_language
    if language not in corpus.languages:
        raise WrongUse(_text("language", known=listed(corpus.languages)))
    path = f"docs/{language}/{kind.folder}/{slug}.md"
    locale = corpus.locale(language)
    return path, skeleton_of(kind, title, corpus, locale)


def _translation(corpus: Corpus, lang: str, original: str, root: Path) -> tuple[str, str]:
    article = _find(corpus, original, root)
    others = [
        code
        for code, one in read_languages().items()
        if code != article.language and one.has_part("articles")
    ]
    if lang not in others:
        raise WrongUse(_text("language", known=listed(others)))
    path = article.path.replace(f"docs/{article.language}/", f"docs/{lang}/", 1)
    kind = corpus.types.get(article.front.type) or corpus.types["page"]
    lines = front_matter(kind, article.front.title, corpus, corpus.locale(lang), article)
    lines += f'translation: {{of: "{article.digest}", status: machine}}\n'
    return path, f"---\n{lines}---\n\n{translated_body(article, corpus, lang)}"


def _find(corpus: Corpus, original: str, root: Path) -> Article:
    wanted = {original.removeprefix("./")}
    if Path(original).exists() and Path(original).resolve().is_relative_to(root.resolve()):
        wanted.add(Path(original).resolve().relative_to(root.resolve()).as_posix())
    for article in corpus.articles:
        if article.path in wanted:
            return corpus.original_of(article) or article
    raise WrongUse(_text("no-original", path=original))


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
