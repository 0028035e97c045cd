"""The only entry: a root folder to one corpus."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from commonground.files.kept import Kept
from commonground.files.reading import Tree
from commonground.languages import Language, language_of, read_languages
from commonground.languages.faults import refuse_broken_languages
from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken
from commonground.model.address import target_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.generated import FIGURES, LAYOUTS
from commonground.model.law import FOLDER as LAW
from commonground.model.law import Law
from commonground.model.memory import Asked, Each, Memory, Read, in_order
from commonground.model.passage import Passage
from commonground.model.pasted import is_pasted_in
from commonground.model.problem import Problem
from commonground.model.quoted import PATH as QUOTED
from commonground.model.quoted import Quoted
from commonground.model.reading import Reading
from commonground.model.reference import Reference
from commonground.model.repeated import FOLDER as REPEATED
from commonground.model.repeated import RepeatedClaims
from commonground.model.search import Search
from commonground.model.settings import Settings
from commonground.model.source import Source
from commonground.model.term import TermRule
from commonground.read.article import Sieve
from commonground.read.article_types import FOLDER as TYPES
from commonground.read.article_types import read_article_types, refuse_unsaid
from commonground.read.data import BESIDE_PAGES, read_reference
from commonground.read.docs import Docs
from commonground.read.engine import PATH as ENGINE
from commonground.read.engine import compare_engine
from commonground.read.evidence import asked_sources, sources_by_id
from commonground.read.law import read_law
from commonground.read.quoted import read_quoted
from commonground.read.readings import FOLDER as READINGS
from commonground.read.readings import Readings, path_of, read_readings
from commonground.read.remembered import Remembered
from commonground.read.repeated import read_repeated
from commonground.read.reviews import PATH as REVIEWS
from commonground.read.reviews import read_reviews
from commonground.read.searches import FOLDER as SEARCHES
from commonground.read.searches import read_searches
from commonground.read.settings import PATH as SETTINGS
from commonground.read.settings import RULE, environment, read_settings
from commonground.read.site_types import read_site_types
from commonground.read.terms import read_terms, tell_unread_rules
from commonground.read.yaml_file import MAX_BYTES

_text = texts_of(__name__)
T = TypeVar("T")

MEASURED = "language/accuracy.json"
_MOST_KEPT = 8 << 20
"""Bytes of a lock, which grows by a line with each figure that is kept or page that is compared."""


class NothingToRead(Spoken):
    """The root has nothing to check: wrong folder, or an empty ``docs/``."""


Sieves = Callable[[Mapping[str, tuple[TermRule, ...]], Mapping[str, Language]], Mapping[str, Sieve]]
"""Makes a sieve a language from its term rules."""


def read_corpus(
    root: Path,
    today: date,
    only: Collection[str] = (),
    sieves: Sieves | None = None,
    kept: Kept | None = None,
    each: Each = in_order,
) -> Corpus:
    """
    Read articles, records, rules and data below ``root``, once.

    Args: only: Paths of articles (relative to the root). Where given, just these are read, with what they are held
        against: their originals, the pages they link to, the records they cite, the glossary. For an author's save.
        sieves: For a run of the language rules alone: articles then have only the passages that may hold a listed form,
        and rules come without their examples. kept: What was read before, and where this reading is to be kept. each: Reads
        many files.
    Raises: NothingToRead: There is no ``docs/`` with a page in it.
    """
    reader = _Reader(root, only, sieves, kept, each)
    docs, tree, languages = reader.docs, reader.tree, reader.docs.languages
    articles, tables = reader.articles()
    evidence = reader.evidence(articles)
    return Corpus(
        languages=languages,
        today=today,
        settings=reader.settings,
        articles=articles,
        sources=evidence.sources,
        source_ids=evidence.source_ids,
        searches=evidence.searches,
        search_ids=evidence.search_ids,
        terms={code: reader.rules.get(("terms", code), ()) for code in reader.languages_of_rules},
        house_style=reader.rules_of("style"),
        repeated=reader.rules_of("repeated"),
        reference=replace(evidence.reference, passages=(*evidence.reference.passages, *tables)),
        law=reader.law(evidence.reference),
        locales={language: reader.locales.get(language) or language_of(language) for language in languages},
        types={**read_article_types(), **reader.own_types},
        measured=_measured(tree) if reader.is_whole else {},
        assets=frozenset(docs.assets),
        pages=docs.pages,
        home_pages=_home_pages(tree, docs, reader.locales),
        reviews=evidence.reviews,
        quoted=evidence.quoted,
        readings=evidence.readings,
        reading_passages=evidence.reading_passages,
        problems=tuple(tree.problems),
        memory=reader.memory,
    )


class _Evidence(Struct, frozen=True):
    """What ``evidence/``, ``reviews/`` and ``data/`` hold; the ids are those of all files, the rest of what was asked for."""

    sources: Mapping[str, Source]
    source_ids: frozenset[str]
    searches: Mapping[str, Search]
    search_ids: frozenset[str]
    reviews: Mapping[tuple[str, str], str]
    quoted: tuple[Quoted, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    reading_passages: tuple[Passage, ...]
    reference: Reference


class _Reader:
    """Reads a root, part by part: all of it, what some pages need (``only``), or what may hold a word (``sieves``)."""

    def __init__(
        self, root: Path, only: Collection[str], sieves: Sieves | None, kept: Kept | None, each: Each
    ) -> None:
        self.tree = Tree(root)
        _expect_docs(self.tree)
        self._only, self._sieves = only, sieves
        self.is_whole = not only and sieves is None
        known = read_languages()
        self.memory = self._memory(kept, each) if kept and not sieves else Memory(each)
        self.settings = self._found(_settings(self.tree, known, self.memory, whole=self.is_whole))
        texts, words = self.settings.texts, self.settings.own_words
        known = {
            code: one.with_words(words.get(code, {})).with_texts(texts.get(code, {}))
            for code, one in known.items()
        }
        self.own_types, self.locales = read_site_types(self.tree, self.settings.languages, known, RULE)
        self.docs = Docs(self.tree, self.locales, self.settings, self.memory)
        self.languages_of_rules = self.docs.languages_of(only) or self.docs.languages
        self.rules: dict[tuple[str, str], Any] = {}
        if self.is_whole:
            refuse_broken_languages(self.docs.languages)
            refuse_unsaid(self.docs.languages)
            tell_unread_rules(self.tree, {*known, *self.docs.languages}, MEASURED)

    def _memory(self, kept: Kept, each: Each) -> Memory:
        """Return the memory of readings under the same settings and words of this site."""
        tree = Tree(self.tree.root)  # what is wrong with these files is told already
        ground = [path for path in (SETTINGS, *tree.files(TYPES)) if tree.has(path)]
        return Remembered(each, kept, [(path, tree.read(path, MAX_BYTES)) for path in ground])

    def _found(self, read: tuple[T, Sequence[Problem]]) -> T:
        """Keep the problems of something that was read, and return it."""
        value, problems = read
        self.tree.problems += problems
        return value

    def _asked(self, kind: object, read: Callable[[], Read[T]], *made_of: object) -> Asked[T]:
        return Asked(kind, read, (*made_of, sorted(self.locales)))

    def _recalled(self, asked: Sequence[Asked[T]]) -> list[T]:
        """Return what was read before of the same things, else read it, all at once; keep its problems."""
        return [self._found(read) for read in self.memory.recall(asked)]

    def rules_of(self, kind: str) -> dict[str, Any]:
        """Return those of the rules that were read which are of a kind, by language."""
        return {code: rules for (one, code), rules in self.rules.items() if one == kind}

    def _asked_rules(self) -> dict[tuple[str, str], Asked[Any]]:
        """Return the files of rules that are to be read: the word rules, how this site writes, and what repeats a claim."""
        asked: dict[tuple[str, str], Asked[Any]] = {}
        for code in self.languages_of_rules:
            asked |= self._asked_terms("terms", code, code, self.locales.get(code))
            asked |= {} if self._sieves else self._asked_terms("style", f"style-{code}", code, None)
            path = f"{REPEATED}/{code}.yaml"
            if self.tree.has(path):
                data = self.tree.read(path, MAX_BYTES) or b""
                read = partial(read_repeated, path, data, code, self.settings)
                asked["repeated", code] = self._asked(RepeatedClaims, read, path, data)
        return asked

    def _asked_terms(
        self, kind: str, name: str, language: str, locale: Language | None
    ) -> dict[tuple[str, str], Asked[Any]]:
        """Return a file of rules, if it is there; examples are read only with everything else."""
        path = f"language/{name}.yaml"
        if not self.tree.has(path):
            return {}
        data = self.tree.read(path, MAX_BYTES) or b""
        read = partial(read_terms, path, data, language, locale if self.is_whole else None, self.settings)
        return {(kind, language): self._asked(tuple[TermRule, ...], read, path, data, self.is_whole)}

    def articles(self) -> tuple[tuple[Article, ...], tuple[Passage, ...]]:
        """Return the articles, and the texts of the tables beside them."""
        if self._sieves:
            asked = self._asked_rules()
            self.rules = dict(zip(asked, self._recalled(list(asked.values())), strict=True))
            self.docs.sieves = self._sieves(self.rules_of("terms"), self.locales)
        articles = self.docs.some(self._only) if self._only else self.docs.all()
        if not articles and not self.tree.problems:
            raise NothingToRead(_text("no-page", folder=str((self.tree.root / "docs").resolve())))
        return articles, () if self._only else self.docs.read_assets()

    def evidence(self, articles: tuple[Article, ...]) -> _Evidence:
        """
        Return the records, searches and data that the articles need, and what is recorded of comparing and reading.

        The rules are read with them, unless the articles needed those already.
        """
        records = _yaml_files(self.tree, "evidence", REVIEWS, QUOTED, SEARCHES)
        searches = _yaml_files(self.tree, SEARCHES)
        cited = {citation.source for article in articles for citation in article.citations}
        cited |= {
            PurePosixPath(target_path(one.path, link.target)).stem for one in articles for link in one.links
        }
        all_asked = not self._only or (not self._sieves and self._needs_records(articles))
        wanted = [path for path in records if all_asked or PurePosixPath(path).stem in cited]
        beside = [path for path in searches if not self._only or PurePosixPath(path).stem in cited]
        languages, locales, texts_too = self.docs.languages, self.locales, not self._only
        asked = [self._asked_data(articles), self._asked_quoted(), self._asked_readings()]
        files = _bytes(self.tree, beside)
        read = partial(read_searches, files, languages, locales, with_passages=texts_too)
        asked.append(self._asked(dict[str, Search], read, files, languages, texts_too))
        rules = {} if self._sieves else self._asked_rules()
        asked += rules.values()
        asked += asked_sources(
            _bytes(self.tree, wanted), languages, locales, with_passages=texts_too, settings=self.settings
        )
        reference, quoted, (readings, said), searches_read, *others = self._recalled(asked)
        self.rules |= zip(rules, others, strict=False)
        sources = others[len(rules) :]
        ids, search_ids = (
            frozenset(PurePosixPath(path).stem for path in paths) for paths in (records, searches)
        )
        return _Evidence(
            self._found(sources_by_id(sources)),
            ids,
            searches_read,
            search_ids,
            self._found(read_reviews(_lock(self.tree, REVIEWS))),
            quoted,
            readings,
            said,
            reference,
        )

    def _asked_quoted(self) -> Asked[Any]:
        # What was kept for journalists is held against the records, and no page against it.
        lock = b"" if self._only else _lock(self.tree, QUOTED)
        return self._asked(tuple[Quoted, ...], partial(read_quoted, lock, self.locales), lock)

    def _asked_readings(self) -> Asked[Any]:
        files, pages = _bytes(self.tree, self._reading_files()), sorted(self.docs.pages)
        return self._asked(Readings, partial(read_readings, files, pages, self.locales), files, pages)

    def _needs_records(self, articles: Iterable[Article]) -> bool:
        """Tell whether one of the pages asked for, or one that they link to, is to be held against all records."""
        return any(
            one.front.layout == FIGURES or (one.path in self._only and _may_paste(one)) for one in articles
        )

    def _reading_files(self) -> list[str]:
        pages = {path_of(path) for path in self._only}
        files = (path for path in self.tree.files(READINGS) if path.endswith(".yaml"))
        return [path for path in files if not self._only or path in pages]

    def _asked_data(self, articles: Iterable[Article]) -> Asked[Any]:
        """Return the reference data that is to be read; of some pages, what they are held against."""
        beside = () if self._sieves else BESIDE_PAGES
        asked = [one for one in articles if one.path in self._only]
        is_shown = any(one.front.layout in LAYOUTS for one in articles)
        needs_all = not self._only or (
            not self._sieves and (is_shown or _may_link_to_entries(asked, self.docs))
        )
        files = [path for path in _yaml_files(self.tree, "data", LAW) if needs_all or path in beside]
        languages, locales = self.docs.languages, self.locales
        found, texts_too = _bytes(self.tree, files), not self._only
        read = partial(
            read_reference, found, languages, locales, with_passages=texts_too, settings=self.settings
        )
        return self._asked(Reference, read, found, languages, texts_too)

    def law(self, reference: Reference) -> Law:
        """Return the law that reference data quotes."""
        texts = sorted({id for card in reference.provisions for id in card.texts})
        laws = _bytes(self.tree, [] if self._only and self._sieves else _yaml_files(self.tree, LAW))
        languages = self.docs.languages
        read = partial(read_law, laws, languages, self.locales, texts)
        return self._recalled([self._asked(Law, read, laws, languages, texts)])[0]


def _settings(
    tree: Tree, known: Mapping[str, Language], memory: Memory, *, whole: bool
) -> tuple[Settings, list[Problem]]:
    data = tree.read(SETTINGS, MAX_BYTES) if tree.has(SETTINGS) else None
    written = tuple(name for name in tree.folders("docs") if name in known)
    read = partial(read_settings, data, written, known, with_figures=whole)
    # The file itself is ground of the memory.
    [(settings, problems)] = memory.recall([Asked(Settings, read, (written, environment(), whole))])
    engine = tree.read(ENGINE, MAX_BYTES) if whole and tree.has(ENGINE) else None
    is_told = tree.has(SETTINGS) and not settings.found
    return settings, [*problems, *(compare_engine(engine, settings, RULE) if engine and not is_told else ())]


def _measured(tree: Tree) -> Mapping[str, object]:
    """Return what benchmarks wrote of the word rules; nothing where it is no JSON object."""
    data = tree.read(MEASURED, MAX_BYTES) if tree.has(MEASURED) else None
    try:
        whole = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        whole = {}
    return whole if isinstance(whole, dict) else {}


def _may_link_to_entries(articles: Iterable[Article], docs: Docs) -> bool:
    """Tell whether a link may lead to an entry of a data file: it names an anchor of another page, or a page that nobody wrote."""
    links = ((link.target, target_path(page.path, link.target)) for page in articles for link in page.links)
    return any(
        path and (path not in docs.pages or ("#" in target and not target.startswith("#")))
        for target, path in links
    )


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
