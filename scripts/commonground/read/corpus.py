"""The only entry: a root folder to one corpus."""

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from commonground.model.article import Article, FrontMatter, Link
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY_PAGE
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.settings import Locale
from commonground.model.term import TermRule
from commonground.read.article import Sieve, decode, read_article, unread
from commonground.read.article_types import read_article_types
from commonground.read.data import GLOSSARY, read_reference
from commonground.read.evidence import read_sources
from commonground.read.front_matter import read_front_matter, split
from commonground.read.locales import read_locales
from commonground.read.quoted import PATH as QUOTED
from commonground.read.quoted import read_quoted
from commonground.read.reviews import PATH as REVIEWS
from commonground.read.reviews import read_reviews
from commonground.read.terms import read_terms

_TEACHES_CODE = "contribute"
"""The section whose pages teach commands and files: what they show as code is no text of ours."""

_LANGUAGE = re.compile(r"[a-z]{2}")
_ELSEWHERE = "Of another site's Markdown, name the files or folders to check: commonground check content/."


class NothingToRead(Exception):
    """The root has nothing to check: wrong folder, or an empty ``docs/``."""


Sieves = Callable[[Mapping[str, tuple[TermRule, ...]], Mapping[str, Locale]], Mapping[str, Sieve]]
"""Makes a sieve a language from its term rules."""


def read_corpus(root: Path, today: date, only: Collection[str] = (), sieves: Sieves | None = None) -> Corpus:
    """
    Read articles, records, rules and data below ``root``, once.

    Args: only: Paths of articles (relative to the root). Where given, just these are read, with what they are held
        against: their originals, the pages they link to, the records they cite, the glossary. For an author's save.
        sieves: For a run of the language rules alone: articles then have only the passages that may hold a listed form,
        and rules come without their examples.
    Raises: NothingToRead: There is no ``docs/`` with a page in it.
    """
    problems: list[Problem] = []
    languages = _languages(root, problems)
    locales = read_locales()
    docs = _Docs(root, languages, locales, problems)
    terms = {
        language: _terms(root, language, None if only or sieves else locales.get(language), problems)
        for language in docs.languages_of(only) or languages
    }
    if sieves:
        docs.sieves = sieves(terms, locales)
    articles = docs.some(only) if only else docs.all()
    if not articles and not problems:
        raise NothingToRead(
            f"there is no page in {(root / 'docs').resolve()}. Pages are files such as docs/en/myths/a-question.md. {_ELSEWHERE}"
        )
    records = _yaml_files(root, "evidence")
    cited = {f"evidence/{citation.source}.yaml" for article in articles for citation in article.citations}
    wanted = {name: path for name, path in records.items() if not only or name in cited}
    sources, found = read_sources(_bytes(wanted), languages, locales, with_passages=not only)
    problems += found
    reviews, found = read_reviews(_lock(root, REVIEWS))
    problems += found
    quoted, found = read_quoted(_lock(root, QUOTED))
    problems += found
    data = _yaml_files(root, "data")
    shown = {name: path for name, path in data.items() if not only or (name == GLOSSARY and not sieves)}
    reference, found = read_reference(_bytes(shown), languages, locales, with_passages=not only)
    problems += found
    return Corpus(
        languages=languages,
        today=today,
        articles=articles,
        sources=sources,
        source_ids=frozenset(path.stem for path in records.values()),
        terms=terms,
        reference=reference,
        locales=locales,
        types=read_article_types(),
        assets=docs.assets,
        reviews=reviews,
        quoted=quoted,
        problems=tuple(problems),
    )


def _yaml_files(root: Path, folder: str) -> dict[str, Path]:
    return {f"{folder}/{path.name}": path for path in sorted((root / folder).glob("*.yaml"))}


def _bytes(files: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.items()}


def _lock(root: Path, name: str) -> bytes:
    path = root / name
    return path.read_bytes() if path.is_file() else b""


def _languages(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    """Return the folders of ``docs/`` that have a rule file; a folder named like a language without one is a problem."""
    if not (root / "docs").is_dir():
        raise NothingToRead(
            f"there is no folder docs/ in {root.resolve()}. Run the command in the project's folder, or give it with --root. {_ELSEWHERE}"
        )
    found = []
    for folder in sorted(path for path in (root / "docs").iterdir() if path.is_dir()):
        if not _LANGUAGE.fullmatch(folder.name):
            continue
        if (root / "language" / f"{folder.name}.yaml").is_file():
            found.append(folder.name)
            continue
        message = (
            f"docs/{folder.name}/ is named like a language, but there is no language/{folder.name}.yaml, so its pages "
            "would be left out. Add the rule file, or rename the folder."
        )
        problems.append(
            Problem(f"docs/{folder.name}", FILE_START, "input/unknown-language", Level.ERROR, message)
        )
    return tuple(sorted(found, key=lambda name: (name != "en", name)))


def _terms(root: Path, language: str, locale: Locale | None, problems: list[Problem]) -> tuple[TermRule, ...]:
    path = f"language/{language}.yaml"
    rules, found = read_terms(path, (root / path).read_bytes(), language, locale)
    problems += found
    return rules


class _Docs:
    """The files below ``docs/``: pages, and what else lies there."""

    def __init__(
        self, root: Path, languages: tuple[str, ...], locales: Mapping[str, Locale], problems: list[Problem]
    ) -> None:
        self._root = root
        self._locales = locales
        self._default = languages[0] if languages else ""
        self._problems = problems
        self.sieves: Mapping[str, Sieve] = {}
        files = {path: language for language in languages for path in _files(root, f"docs/{language}")}
        self._pages = {path: language for path, language in files.items() if path.endswith(".md")}
        self.assets = frozenset(files.keys() - self._pages.keys())

    def languages_of(self, only: Collection[str]) -> tuple[str, ...]:
        """Return the languages of some pages."""
        return tuple(dict.fromkeys(self._pages[path] for path in only if path in self._pages))

    def all(self) -> tuple[Article, ...]:
        """Read every page."""
        return self._read(self._pages)

    def some(self, only: Collection[str]) -> tuple[Article, ...]:
        """Read some pages, the originals of those that are translations, and pages whose anchors they link to."""
        chosen = [path for path in self._pages if path in only]
        if self.sieves:
            return self._read(chosen)
        inside = {_inside(path) for path in chosen}
        twins = [path for path in self._pages if _inside(path) in inside and path not in only]
        articles = self._read([*chosen, *(path for path in twins if self._pages[path] == self._default)])
        links = [_target(article, link) for article in articles for link in article.links]
        known = {article.path for article in articles}
        anchored = {path for path, anchor in links if anchor and path in self._pages} - known
        glossaries = {path for path in self._pages if _key(path) == GLOSSARY_PAGE}
        named = ({*twins, *(path for path, _ in links)} & self._pages.keys()) | glossaries
        return (
            *articles,
            *map(_bare, self._read(sorted(anchored))),
            *map(self._stub, sorted(named - known - anchored)),
        )

    def _stub(self, path: str) -> Article:
        """Return a page of which only that it is there is asked, and whether it is a draft."""
        page = unread(path, self._pages[path], _key(path))
        data = (self._root / path).read_bytes()
        text = decode(path, data)[0] if b"draft" in data else None
        front, _ = read_front_matter(path, split(text)) if text else (page.front, [])
        return replace(page, front=FrontMatter({"draft": True}, {}, {})) if front.draft else page

    def _read(self, paths: Iterable[str]) -> tuple[Article, ...]:
        found = []
        for path in paths:
            language = self._pages[path]
            locale = self._locales.get(language) or next(iter(self._locales.values()))
            data = (self._root / path).read_bytes()
            sieve = self.sieves.get(language)
            key = _key(path)
            article, problems = read_article(
                path, language, key, data, locale, sieve, reads_code=key.split("/")[0] != _TEACHES_CODE
            )
            self._problems += problems
            if article is not None:
                found.append(article)
        return tuple(found)


def _inside(path: str) -> str:
    """Return the path inside its language folder: the same for a page and its translations."""
    return path.split("/", 2)[2]


def _key(path: str) -> str:
    """Return the key without a last ``index``: ``myths/index`` is ``myths``, ``index`` is the home page, ""."""
    key = _inside(path).removesuffix(".md")
    return "" if key == "index" else key.removesuffix("/index")


def _target(article: Article, link: Link) -> tuple[str, bool]:
    """Return the path that a link names, and whether it names an anchor there."""
    path, _, anchor = link.target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(article.path), unquote(path))), bool(anchor)


def _bare(article: Article) -> Article:
    """Return what links to a page can be held against: its headings."""
    return replace(article, passages=(), links=())


def _files(root: Path, folder: str) -> list[str]:
    """Return the paths of the files below a folder in order, hidden ones and links to folders left aside."""
    found = []
    for place, folders, files in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(place).relative_to(root).as_posix()
        found += [f"{inside}/{name}" for name in files if not name.startswith(".")]
    regular = (path for path in found if (root / path).is_file())
    return sorted(regular, key=lambda path: path.split("/"))
