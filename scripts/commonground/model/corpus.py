"""Everything that was read, once."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from commonground.languages import FIRST, Language, language_of
from commonground.model.address import target_path
from commonground.model.article import Article, Link, RawHtml
from commonground.model.article_type import ArticleType
from commonground.model.law import Law
from commonground.model.memory import Memory
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.quoted import Quoted
from commonground.model.reading import Reading
from commonground.model.reference import Reference
from commonground.model.repeated import RepeatedClaims
from commonground.model.search import Search
from commonground.model.settings import Settings
from commonground.model.source import Finding, Source, in_language
from commonground.model.term import TermRule, situations_of


class Corpus(
    Struct, frozen=True, eq=False, dict=True
):  # two corpora are never compared; checks keep what they made of one
    """
    Articles, sources, term rules and reference data of one root.

    ``today`` is the day that checks and pages count from. ``problems`` are those met while reading. ``assets`` are
    the files of ``docs/`` that are no articles, ``pages`` the language and key of each that is one, read or not.
    ``home_pages`` are the paths without which no site can be built here; none where there is nothing to build.
    ``measured`` is what was counted of the site's word rules, where it was (``pages/accuracy.py``). ``house_style`` are the rules of form that hold for a project's own texts alone, in the format of ``terms``;
    ``repeated`` what texts look like that repeat a claim or a figure that is answered here.
    ``source_ids`` are the ids of all records there are, read or not, ``search_ids`` those of all searches.
    ``reviews`` holds, by page and ``source#finding``, the digest of the finding when an editor last compared the two;
    ``quoted`` the figures for journalists that are kept as they stood. ``readings`` are those of pages that happened, by
    the page's path, ``reading_passages`` their texts. ``memory`` holds what was worked out before of the same bytes.
    """

    languages: tuple[str, ...]
    today: date
    settings: Settings = field(default_factory=Settings)
    articles: tuple[Article, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    source_ids: frozenset[str] = frozenset()
    searches: Mapping[str, Search] = field(default_factory=dict)
    search_ids: frozenset[str] = frozenset()
    terms: Mapping[str, tuple[TermRule, ...]] = field(default_factory=dict)
    house_style: Mapping[str, tuple[TermRule, ...]] = field(default_factory=dict)
    repeated: Mapping[str, RepeatedClaims] = field(default_factory=dict)
    reference: Reference = field(default_factory=Reference)
    law: Law = field(default_factory=Law)
    locales: Mapping[str, Language] = field(default_factory=dict)
    types: Mapping[str, ArticleType] = field(default_factory=dict)
    measured: Mapping[str, Any] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    home_pages: frozenset[str] = frozenset()
    reviews: Mapping[tuple[str, str], str] = field(default_factory=dict)
    quoted: tuple[Quoted, ...] = ()
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    reading_passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    memory: Memory = Memory()

    @property
    def default_language(self) -> str:
        """Return the first language that the settings name, else ``FIRST`` where it is there, else the first by name."""
        first = next(iter(self.settings.languages), FIRST)
        return first if first in self.languages else next(iter(self.languages), first)

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Article]:
        """Articles by (language, key)."""
        return {(article.language, article.key): article for article in self.articles}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Findings by ``source#finding``."""
        return {finding.key: finding for source in self.sources.values() for finding in source.findings}

    @cached_property
    def published(self) -> "Corpus":
        """The corpus without drafts: what the site, its lists and its files know of."""
        kept = tuple(article for article in self.articles if not article.front.draft)
        return self if len(kept) == len(self.articles) else replace(self, articles=kept)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The paths that pages link to or show."""
        return frozenset(target_path(page.path, link.target) for page in self.articles for link in page.links)

    @cached_property
    def refused(self) -> frozenset[str]:
        """The files that could not be read, or may not be published."""
        return frozenset(problem.path for problem in self.problems if problem.level is Level.ERROR)

    @property
    def public_files(self) -> frozenset[str]:
        """The files beside the pages that readers get."""
        return (self.assets & self.linked) - self.refused

    def cohort_name(self, id: str, language: str) -> str:
        """Return what a cohort is called in a language, its id where the site does not say."""
        names = (entry.name for entry in self.reference.cohorts if entry.id == id)
        return next((name for text in names if (name := in_language(text, language))), id)

    def must_say(self, finding: Finding, language: str) -> tuple[tuple[str, str], ...]:
        """Return what a text must say of a finding: whose words they are, its record's or a cohort's, and the words."""
        source = self.sources[finding.source]
        asking = (
            (cohort.id, words)
            for cohort in self.reference.cohorts
            if cohort.id in source.cohort and source.id not in cohort.must_say_except
            for words in cohort.must_say.get(language, ())
        )
        return (*asking, *((source.id, words) for words in finding.must_say.get(language, ())))

    def part(self, language: str, name: str) -> Article | None:
        """Return the page that the site has for a part (``settings.PAGES``) in a language, or None."""
        key = self.settings.pages.get(name)
        return None if key is None else self.article(language, key)

    def article(self, language: str, key: str) -> Article | None:
        """Return the article at a place, or None."""
        return self.by_place.get((language, key))

    def page_of(self, layout: str, language: str) -> Article | None:
        """Return the page of a language that has this layout, or None."""
        pages = (article for article in self.articles if article.language == language)
        return next((page for page in pages if page.front.layout == layout), None)

    def twins(self, key: str) -> tuple[Article, ...]:
        """Return a page in each language that has it, the default one first."""
        languages = (
            self.default_language,
            *(code for code in self.languages if code != self.default_language),
        )
        return tuple(article for language in languages if (article := self.article(language, key)))

    def is_about_law(self, article: Article) -> bool:
        """Tell whether a page is about the law: its theme says so, or it is the page of the law itself."""
        front = article.front
        return self.settings.law_theme in front.themes or front.layout == "law"

    def original_of(self, article: Article) -> Article | None:
        """
        Return the page that another one translates, None for an original.

        Of a page's languages the original is the first without a line `translation` in its front matter, the default
        language first: a page may begin in any language.
        """
        twins = self.twins(article.key)
        original = next((twin for twin in twins if twin.front.translation is None), twins[0])
        return None if original.language == article.language else original

    def is_behind(self, article: Article) -> bool:
        """
        Tell whether the original of a page has changed since the page was last held against it, if it ever was.

        The two may then differ without a fault in the translation: the slip may be the original's.
        """
        original, translation = self.original_of(article), article.front.translation
        return original is not None and (translation is None or translation.of != original.digest)

    def readings_of(self, article: Article) -> tuple[Reading, ...]:
        """Return the readings of a page that happened, in order."""
        return self.readings.get(article.path, ())

    def is_edited(self, article: Article) -> bool:
        """Tell whether a person, an editor of its language, has read the page as it stands."""
        return any(
            one.kind == "editor" and one.by == "person" and one.text == article.digest
            for one in self.readings_of(article)
        )

    def is_unread(self, key: str) -> bool:
        """Tell whether ``source`` or ``source#finding`` is of a record that is there, but was not needed this time."""
        id = key.partition("#")[0]
        return id in self.source_ids and id not in self.sources

    def locale(self, language: str) -> Language:
        """Return what is known of a language; another one never stands in for it."""
        return self.locales.get(language) or language_of(language)

    def is_broken(self, path: str) -> bool:
        """Tell whether reading met an error in a file or folder: what others miss in it may be missing for that alone."""
        return any(
            problem.level is Level.ERROR and (problem.path == path or problem.path.startswith(f"{path}/"))
            for problem in self.problems
        )

    def met(self, rule: str) -> Iterator[Problem]:
        """Yield the problems of one rule that reading met."""
        return (problem for problem in self.problems if problem.rule == rule)

    def links(self) -> Iterator[tuple[str, Link]]:
        """Yield every link and picture with the path of its file: articles, then reference data."""
        yield from ((article.path, link) for article in self.articles for link in article.links)
        yield from self.reference.links

    def html(self) -> Iterator[tuple[str, RawHtml]]:
        """Yield every piece of HTML with the path of its file, likewise."""
        yield from ((article.path, html) for article in self.articles for html in article.html)
        yield from self.reference.html

    def prose(self) -> Iterator[Passage]:
        """Yield every passage a reader sees: articles, then records and searches, kept figures, data, and word rules."""
        for article in self.articles:
            yield from article.passages
        for source in self.sources.values():
            yield from source.passages
        for search in self.searches.values():
            yield from search.passages
        for quoted in self.quoted:
            yield from quoted.passages
        yield from self.reference.passages
        yield from self.reading_passages
        for rules in self.terms.values():
            for rule in rules:
                yield from rule.passages
            for situation in situations_of(rules):
                yield from situation.passages
