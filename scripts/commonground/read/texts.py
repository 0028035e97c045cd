"""Markdown of other sites: files anywhere, without our folders and front matter, and the rules that this program brings along."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath

from msgspec.structs import replace

from commonground.files.reading import FILE_NAME, UNREAD, UNSEEN_NAME, Unreadable, read_bytes, visible
from commonground.languages import read_languages
from commonground.languages.message import Message, listed, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.term import TermRule
from commonground.read.article import read_article
from commonground.read.article_types import read_article_types
from commonground.read.corpus import NothingToRead, Sieves
from commonground.read.decoding import MAX_BYTES
from commonground.read.terms import read_terms

_text = texts_of(__name__)

MARKDOWN = (".md", ".markdown")
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2})?", re.IGNORECASE)
_WHOLE_FILE = ("input/not-utf-8", "input/too-large")
_NOT_WRITTEN_HERE = frozenset(("node_modules", "site-packages", "venv"))


def is_project(root: Path) -> bool:
    """Tell whether a folder is laid out as ours is: a language's pages in ``docs/``, its rules in ``language/``."""
    return any((root / "docs" / rules.stem).is_dir() for rules in (root / "language").glob("??.yaml"))


def read_own_rules(today: date) -> Corpus:
    """Read the rules that the program brings along; the corpus has nothing else."""
    terms = _own_terms()
    return Corpus(tuple(terms), today, terms=terms, locales=read_languages(), types=read_article_types())


def read_texts(
    root: Path, paths: Iterable[str], language: str | None, today: date, sieves: Sieves | None = None
) -> Corpus:
    """
    Read Markdown files, and those below folders, as articles without records around them.

    Args: paths: Given from here or from the root. The corpus has them relative to the root, or whole where they lie outside.
        language: Of a text whose file and folders name none.
        sieves: For a run of the language rules alone; see ``read_corpus``.
    Raises: NothingToRead: A path is not there, a folder has no Markdown, or a language is not known.
    """
    rules = read_own_rules(today)
    if language is not None and language not in rules.languages:
        raise NothingToRead(_text("no-rules", language=visible(language), known=listed(rules.languages)))
    made = sieves(rules.terms, rules.locales) if sieves else {}
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(one for given in paths for one in _markdown(root, given)):
        named = language_of(path, rules.languages) or language
        if named is None:
            raise NothingToRead(_no_language(path, rules.languages))
        data, found = _read(root / path, path)
        problems += found
        if data is None:
            continue
        article, found = read_article(path, named, path, data, rules.locale(named), made.get(named))
        problems += map(_of_theirs, found)
        if article is not None:
            articles.append(article)
    return replace(rules, articles=tuple(articles), problems=tuple(problems))


def _read(place: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """Return a file, None where it cannot be read or its name would break a report."""
    if visible(path) != path:
        return None, [Problem(visible(path), FILE_START, FILE_NAME, Level.ERROR, UNSEEN_NAME)]
    try:
        return read_bytes(place.parent, place.name, MAX_BYTES), []
    except Unreadable as error:
        return None, [Problem(path, FILE_START, UNREAD, Level.ERROR, error.message)]


def _of_theirs(problem: Problem) -> Problem:
    """Return what a front matter has against it as a suggestion: it is another program's, but its title was not read."""
    return problem if problem.rule in _WHOLE_FILE else replace(problem, level=Level.SUGGESTION)


def language_of(path: str, known: Collection[str]) -> str | None:
    """Return the known language that a file's name (``x.fr.md``) or else the nearest folder (``fr/``, ``fr-CA/``) names."""
    *folders, name = PurePath(path).parts
    for part in (PurePath(name).stem.rpartition(".")[2], *reversed(folders)):
        code = _CODE.fullmatch(part)
        if code and code[1].lower() in known:
            return code[1].lower()
    return None


def _no_language(path: str, known: Iterable[str]) -> Message:
    return _text("which", path=visible(path), options=listed((f"--lang {code}" for code in known), "or"))


@cache
def _own_terms() -> Mapping[str, tuple[TermRule, ...]]:
    found = {}
    for entry in sorted(_own_rules().iterdir(), key=lambda entry: entry.name):
        language = entry.name.removesuffix(".yaml")
        if language != entry.name and _CODE.fullmatch(language):  # style-fr.yaml is no language's rules
            found[language], _ = read_terms(f"language/{entry.name}", entry.read_bytes(), language)
    return found


def _own_rules() -> Traversable:
    """Return the folder of rule files: inside an installed package, at the top of a checkout."""
    package = files("commonground")
    inside = package / "language"
    return inside if inside.is_dir() else package / ".." / ".." / "language"


def _markdown(root: Path, given: str) -> Iterator[str]:
    """Yield a file, whatever its name, or the Markdown below a folder in order, without what is hidden or other people's."""
    here = next((place for place in (Path(given), root / given) if place.exists()), None)
    if here is None:
        raise NothingToRead(_text("not-there", path=visible(given)))
    if here.is_file():
        yield _reported(root, here)
        return
    found = []
    for place, folders, names in os.walk(here):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _NOT_WRITTEN_HERE]
        found += [Path(place, name) for name in names if _is_markdown(name)]
    if not found:
        raise NothingToRead(_text("no-markdown", path=visible(given)))
    yield from (_reported(root, path) for path in sorted(found) if path.is_file() and not path.is_symlink())


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(MARKDOWN) and not name.startswith(".")


def _reported(root: Path, path: Path) -> str:
    """Return a path as reports write it. Links are not followed: a report names files as their site does."""
    whole, base = (Path(os.path.normpath(place.absolute())) for place in (path, root))
    return (whole.relative_to(base) if whole.is_relative_to(base) else whole).as_posix()
