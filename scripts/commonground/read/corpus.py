"""The only entry: a root folder to one corpus."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from commonground.files.reading import Tree
from commonground.languages import Language, language_of, read_languages
from commonground.languages.faults import refuse_broken_languages
from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.pasted import is_pasted_in
from commonground.model.problem import Problem
from commonground.model.settings import Settings
from commonground.model.term import TermRule
from commonground.read.article import Sieve
from commonground.read.article_types import read_article_types, refuse_unsaid
from commonground.read.data import BESIDE_PAGES, read_reference
from commonground.read.docs import Docs
from commonground.read.engine import PATH as ENGINE
from commonground.read.engine import compare_engine
from commonground.read.evidence import read_sources
from commonground.read.law import FOLDER as LAW
from commonground.read.law import read_law
from commonground.read.quoted import PATH as QUOTED
from commonground.read.quoted import read_quoted
from commonground.read.readings import FOLDER as READINGS
from commonground.read.readings import path_of, read_readings
from commonground.read.reviews import PATH as REVIEWS
from commonground.read.reviews import read_reviews
from commonground.read.searches import FOLDER as SEARCHES
from commonground.read.searches import read_searches
from commonground.read.settings import PATH as SETTINGS
from commonground.read.settings import RULE, read_settings
from commonground.read.site_types import read_site_types
from commonground.read.terms import read_terms
from commonground.read.yaml_file import MAX_BYTES

_text = texts_of(__name__)


MEASURED = "language/accuracy.json"
_MOST_KEPT = 8 << 20
"""Bytes of a lock, which grows by a line with each figure that is kept or page that is compared."""


class NothingToRead(Spoken):
    """The root has nothing to check: wrong folder, or an empty ``docs/``."""


Sieves = Callable[[Mapping[str, tuple[TermRule, ...]], Mapping[str, Language]], Mapping[str, Sieve]]
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
    tree = Tree(root)
    _expect_docs(tree)
    locales = read_languages()
    settings, found = _settings(tree, locales, whole=not only and sieves is None)
    tree.problems += found
    locales = {code: one.with_texts(settings.texts.get(code, {})) for code, one in locales.items()}
    own_types, locales = read_site_types(tree, settings.languages, locales, RULE)
    docs = Docs(tree, locales, settings)
    languages = docs.languages
    if not only and sieves is None:
        refuse_broken_languages(languages)
        refuse_unsaid(languages)
    terms = {
        language: _terms(
            tree, language, language, None if only or sieves else locales.get(language), settings
        )
        for language in docs.languages_of(only) or languages
    }
    house_style = {
        language: _terms(tree, f"style-{language}", language, None, settings)
        for language in terms
        if not sieves
    }
    if sieves:
        docs.sieves = sieves(terms, locales)
    articles = docs.some(only) if only else docs.all()
    if not articles and not tree.problems:
        raise NothingToRead(_text("no-page", folder=str((root / "docs").resolve())))
    tables = () if only else docs.read_assets()
    records = _yaml_files(tree, "evidence", REVIEWS, QUOTED, SEARCHES)
    searches_made = _yaml_files(tree, SEARCHES)
    cited = {citation.source for article in articles for citation in article.citations}
    all_asked = not only or (not sieves and any(_may_paste(one) for one in articles if one.path in only))
    wanted = [path for path in records if all_asked or PurePosixPath(path).stem in cited]
    asked = [path for path in searches_made if not only or PurePosixPath(path).stem in cited]
    searches, found = read_searches(_bytes(tree, asked), languages, locales, with_passages=not only)
    tree.problems += found
    sources, found = read_sources(
        _bytes(tree, wanted), languages, locales, with_passages=not only, settings=settings
    )
    tree.problems += found
    reviews, found = read_reviews(_lock(tree, REVIEWS))
    tree.problems += found
    # What was kept for journalists is held against the records, and no page against it.
    quoted, found = read_quoted(b"" if only else _lock(tree, QUOTED), locales)
    tree.problems += found
    records_of = {path_of(path) for path in only}
    made = [
        path for path in tree.files(READINGS) if path.endswith(".yaml") and (not only or path in records_of)
    ]
    readings, said, found = read_readings(_bytes(tree, made), docs.pages, locales)
    tree.problems += found
    beside = () if sieves else BESIDE_PAGES
    data = [path for path in _yaml_files(tree, "data", LAW) if not only or path in beside]
    reference, found = read_reference(
        _bytes(tree, data), languages, locales, with_passages=not only, settings=settings
    )
    tree.problems += found
    texts = {id for card in reference.provisions for id in card.texts}
    laws = [] if only and sieves else _yaml_files(tree, LAW)
    law, found = read_law(_bytes(tree, laws), languages, locales, texts)
    tree.problems += found
    return Corpus(
        languages=languages,
        today=today,
        settings=settings,
        articles=articles,
        sources=sources,
        source_ids=frozenset(PurePosixPath(path).stem for path in records),
        searches=searches,
        search_ids=frozenset(PurePosixPath(path).stem for path in searches_made),
        terms=terms,
        house_style=house_style,
        reference=replace(reference, passages=(*reference.passages, *tables)),
        law=law,
        locales={language: locales.get(language) or language_of(language) for language in languages},
        types={**read_article_types(), **own_types},
        measured=_measured(tree) if not only and sieves is None else {},
        assets=frozenset(docs.assets),
        pages=docs.pages,
        home_pages=_home_pages(tree, docs, locales),
        reviews=reviews,
        quoted=quoted,
        readings=readings,
        reading_passages=said,
        problems=tuple(tree.problems),
    )


def _settings(tree: Tree, known: Mapping[str, Language], *, whole: bool) -> tuple[Settings, list[Problem]]:
    data = tree.read(SETTINGS, MAX_BYTES) if tree.has(SETTINGS) else None
    written = tuple(name for name in tree.folders("docs") if name in known)
    settings, problems = read_settings(data, written, known, with_figures=whole)
    engine = tree.read(ENGINE, MAX_BYTES) if whole and tree.has(ENGINE) else None
    return settings, [*problems, *(compare_engine(engine, settings, RULE) if engine else ())]


def _measured(tree: Tree) -> Mapping[str, object]:
    """Return what benchmarks wrote of the word rules; nothing where it is no JSON object."""
    data = tree.read(MEASURED, MAX_BYTES) if tree.has(MEASURED) else None
    try:
        whole = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        whole = {}
    return whole if isinstance(whole, dict) else {}


def _may_paste(article: Article) -> bool:
    """Tell whether an uncited figure may stand beside a pasted reference: whose it is, only all records together tell."""
    return is_pasted_in(article.body) and any(
        sentence.start <= figure.start < sentence.end and not any(c.finding for c in sentence.citations)
        for passage in article.passages
        if passage.kind.can_cite
        for figure in passage.figures
        for sentence in passage.sentences
    )


def _expect_docs(tree: Tree) -> None:
    """Raises: NothingToRead: There is no folder ``docs/``."""
    if not (tree.root / "docs").is_dir():
        raise NothingToRead(_text("no-docs", folder=str(tree.root.resolve())))


def _home_pages(tree: Tree, docs: Docs, known: Iterable[str]) -> frozenset[str]:
    """
    Return the home page of the first language, and of those that have rules and no page; none where no engine has its settings.

    Elsewhere a notice stands in for a page that is not there.
    """
    if not tree.has(ENGINE):
        return frozenset()
    begun = {language for language, _ in docs.pages.values()}
    bare = {name for name in known if tree.has(f"language/{name}.yaml")} - begun
    return frozenset(f"docs/{name}/index.md" for name in {*docs.languages[:1], *bare})


def _yaml_files(tree: Tree, folder: str, *others: str) -> list[str]:
    """Return the YAML files that lie in a folder; what else lies there, and neither is nor lies in one of ``others``, is told."""
    found = []
    for path in tree.files(folder):
        if "/" not in path.removeprefix(f"{folder}/") and path.endswith(".yaml"):
            found.append(path)
        elif not any(path == other or path.startswith(f"{other}/") for other in others):
            name = f"{PurePosixPath(path).stem}.yaml"
            tree.leave_out(path, _text("not-read", path=path, folder=folder, name=name))
    return found


def _bytes(tree: Tree, paths: Iterable[str]) -> dict[str, bytes]:
    read = ((path, tree.read(path, MAX_BYTES)) for path in paths)
    return {path: data for path, data in read if data is not None}


def _lock(tree: Tree, path: str) -> bytes:
    return (tree.read(path, _MOST_KEPT) if tree.has(path) else None) or b""


def _terms(
    tree: Tree, name: str, language: str, locale: Language | None, settings: Settings
) -> tuple[TermRule, ...]:
    path = f"language/{name}.yaml"
    if not tree.has(path):
        return ()
    data = tree.read(path, MAX_BYTES)
    rules, found = read_terms(path, data or b"", language, locale, settings)
    tree.problems += found
    return rules
