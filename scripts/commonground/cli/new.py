"""``commonground new``: the skeleton of an article, or of its translation."""

import os
import re
import unicodedata
from datetime import timedelta
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
from commonground.languages import Language, read_languages
from commonground.languages.message import listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.settings import ArticleType

_text = texts_of(__name__)

_REVIEW_DAYS = 365
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


def skeleton_of(kind: ArticleType, title: str, corpus: Corpus, locale: Language) -> str:
    """Return a new article, as a draft: what its type needs, with words to replace."""
    return f"---\n{_front(kind, title, corpus, locale)}---\n\n{_skeleton(kind, locale)}"


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
    lines = _front(kind, article.front.title, corpus, corpus.locale(lang), article)
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


def _front(
    kind: ArticleType, title: str, corpus: Corpus, locale: Language, original: Article | None = None
) -> str:
    front = original.front if original else None
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'title: "{quoted}"', f"type: {kind.name}"]
    note = f"  # {original.language}: {front.description}" if original and front else ""
    lines.append(f'description: "{locale.say("skeleton.description")}"{note}')
    if kind.area:
        area = front.text("area") if front else "".join(corpus.settings.areas[:1])
        themes = front.names("themes") if front else corpus.settings.themes[:1]
        lines += [f"area: {area}"] * bool(area) + [f"themes: [{', '.join(themes)}]"] * bool(themes)
    if front and front.text("layout"):
        lines.append(f"layout: {front.text('layout')}")
    lines += [
        f"reviewed: {corpus.today}",
        f"review_by: {corpus.today + timedelta(days=_REVIEW_DAYS)}",
        "credits: []",
    ]
    lines.append("draft: true")
    return "\n".join(lines) + "\n"


def _skeleton(kind: ArticleType, locale: Language) -> str:
    parts = [_block(name, locale) for name in kind.opening]
    for section in kind.sections:
        parts.append(f"## {locale.sections[section]}")
        prompt = locale.say("skeleton.unknown" if section == "unknown" else "skeleton.section")
        parts.append(f"- {prompt}" if section == "unknown" else prompt)
        parts += [_block(name, locale) for name in kind.section_blocks.get(section, ())]
    return "\n\n".join(parts or [locale.say("skeleton.section")]) + "\n"


def _block(name: str, locale: Language) -> str:
    return f"/// {name}\n{locale.say(f'skeleton.{name}')}\n///"
