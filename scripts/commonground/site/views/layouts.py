"""The pages whose layout adds something to their text."""

import re
from collections.abc import Mapping
from functools import cached_property

from commonground.export import repeated, search_index, writing
from commonground.export.quotable import quotable
from commonground.export.vale_package import package_path
from commonground.model.address import file_path
from commonground.model.article import Article
from commonground.model.certainty import FACT
from commonground.pages.law import PAGES
from commonground.paper import book, offline
from commonground.site.build import Build
from commonground.site.reporting import NewFile, new_file
from commonground.site.views.article import ArticlePage, FactPage
from commonground.site.views.figure import FigureView
from commonground.site.views.law import ProvisionView
from commonground.site.views.page import AREA
from commonground.site.views.parts import Listed, PackView, PrintedView
from commonground.site.views.source import Choice, SourceView, choices

_FIRST_SERVICE = re.compile(r'<h2[^>]*class="service-kind"')
_SERVICE = re.compile(r'<h3 class="service".*?(?=<h[23]|\Z)', re.DOTALL)


class HubPage(ArticlePage):
    """A page that lists others."""

    def articles(self, type: str) -> list[Listed]:
        """Return the articles of one type, what is asked most first, then from A to Z."""
        return self.listed(self._of_type(type))

    def asked_first(self, type: str) -> list[Listed]:
        """Return the articles of one type that are asked for most."""
        first = self.corpus.settings.asked_first
        return self.listed(one for one in self._of_type(type) if one.key in first)

    def by_theme(self, type: str) -> list[tuple[str, list[Listed]]]:
        """Return the articles of one type by the name of their first theme, all but those that are asked for most."""
        first = self.corpus.settings.asked_first
        rest = [one for one in self._of_type(type) if one.key not in first]
        groups = (
            (theme, [one for one in rest if one.front.themes[:1] == (theme,)])
            for theme in self.corpus.settings.themes
        )
        return [(self.say(f"themes.{theme}"), self.listed(group)) for theme, group in groups if group]

    def below(self, part: str) -> list[Listed]:
        """Return the pages below the page that the site has for a part, in order."""
        key = self.corpus.settings.pages.get(part, "")
        return self.listed(one for one in self._all if one.key.startswith(f"{key}/"))

    @property
    def areas(self) -> list[tuple[str, str, str, list[Listed]]]:
        """Return id, name and address of each area, and the articles in it."""
        return [
            (
                id,
                self.say(f"areas.{id}"),
                self.area_url(id),
                self.listed(one for one in self._all if one.front.area == id),
            )
            for id in self.corpus.settings.areas
        ]

    def _of_type(self, type: str) -> list[Article]:
        return [one for one in self._all if one.front.type == type]

    @property
    def _all(self) -> list[Article]:
        return self.build.listed(self.lang)


class HomePage(HubPage):
    """The first page of a language."""

    @property
    def finding_count(self) -> int:
        return sum(not finding.withheld for finding in self.corpus.findings.values())

    @property
    def source_count(self) -> int:
        return len(self.corpus.sources)


class JournalistsPage(HubPage):
    """The page for journalists, who get the acts of the law whatever their question."""

    @property
    def law_status(self) -> list[ProvisionView]:
        return self.law.acts


class LawPage(ArticlePage):
    """The page of the law."""

    @property
    def pages(self) -> list[tuple[Article, list[str]]]:
        """Return the pages that go on from it, each with the ids that its entries have, once on one page with the law."""
        found = [(self.corpus.page_of(layout, self.lang), name) for name, layout in PAGES.items()]
        return [
            (article, [name.replace("_", "-"), *(entry.id for entry in self.corpus.reference.entries(name))])
            for article, name in found
            if article
        ]


class PrintPage(ArticlePage):
    """The page of what there is on paper and to take along."""

    @property
    def packs(self) -> list[PackView]:
        """Return the packs for workshops: all cards first, then by theme."""
        names = {"": self.say("paper.cards_all")}
        return [
            PackView(
                names.get(pack.theme) or self.say(f"themes.{pack.theme}"),
                pack.pages,
                self.printed(pack.files),
            )
            for pack in self.build.printed.packs.get(self.lang, ())
        ]

    @property
    def all_sheets(self) -> list[tuple[Listed, list[PrintedView]]]:
        """Return each page of this language that has a sheet, from A to Z, with its files."""
        sheets = self.build.printed.sheets
        there = [one for one in self.build.listed(self.lang) if (self.lang, one.key) in sheets]
        return [(shown, self.printed(sheets[self.lang, shown.key])) for shown in self.listed(there)]

    @property
    def offline(self) -> str:
        """Return the path of the archive that works from a folder."""
        return offline.PATH

    @property
    def book(self) -> str:
        """Return the path of this language's book."""
        return file_path(self.lang, book.PATH, self.default)


class SearchPage(ArticlePage):
    """The list of all that can be found."""

    @property
    def index(self) -> list[tuple[str, list[search_index.Entry]]]:
        return search_index.index(self.corpus, self.lang)

    def entry_url(self, entry: search_index.Entry) -> str:
        """Return the address of something that can be found."""
        return self.addresses.to(entry.page) + (f"#{entry.anchor}" if entry.anchor else "")


class ServicesPage(ArticlePage):
    """The list of services, each in a frame of its own, so that a reader can narrow the list down."""

    @property
    def services(self) -> tuple[str, str]:
        """Return what stands above the rendered list, and the list with a frame around each entry."""
        found = _FIRST_SERVICE.search(self.content)
        start = found.start() if found else len(self.content)
        entries = _SERVICE.sub(r'<section class="service-entry">\g<0></section>', self.content[start:])
        return self.content[:start], entries


class WritersPage(ArticlePage):
    """A page for those who write: with what the program knows of words, types of article and findings."""

    @property
    def rules(self) -> str:
        """Return the address of the page's language rules, which the draft checker runs."""
        return self.addresses.file(f"data/language/{self.lang}.json")

    @property
    def repeated(self) -> str:
        """Return the address of the claims and figures that are answered here, "" where none are written down."""
        return self.addresses.file(repeated.path_of(self.lang)) if self.lang in self.corpus.repeated else ""

    @property
    def writing(self) -> str:
        """Return the address of what can be written in this language; ``citable`` is that of the findings."""
        return self.addresses.file(writing.path_of(self.lang))

    @property
    def citable(self) -> str:
        return self.addresses.file(writing.findings_path(self.lang))

    @property
    def skeletons(self) -> str:
        """Return the address of a skeleton of each type, for those who write without scripts."""
        return self.addresses.file(writing.skeletons_path(self.lang))

    @property
    def vale(self) -> str:
        """Return the address of the package for Vale."""
        return self.addresses.file(package_path(self.corpus))

    @property
    def new_file(self) -> NewFile:
        return new_file(self.corpus.settings)


class FiguresPage(ArticlePage):
    """The page that offers figures to journalists."""

    @property
    def figures(self) -> list[tuple[str, list[FigureView]]]:
        """Return the figures by subject."""
        views = [FigureView(source, finding, self) for source, finding in quotable(self.corpus)]
        groups = (
            (theme, [view for view in views if view.theme == theme]) for theme in self.corpus.settings.themes
        )
        return [(theme, group) for theme, group in groups if group]


class LibraryPage(ArticlePage):
    """The page that lists the sources."""

    @cached_property
    def sources(self) -> list[SourceView]:
        """Return every source, from A to Z."""
        views = [SourceView(source, self) for source in self.corpus.sources.values()]
        return sorted(views, key=lambda view: self.locale.sort_key(view.label))

    @property
    def choices(self) -> list[Choice]:
        return choices(self.sources, self)


_LAYOUTS: Mapping[str, type[ArticlePage]] = {
    "draft": WritersPage,
    "figures": FiguresPage,
    "home": HomePage,
    "journalists": JournalistsPage,
    "language-guide": WritersPage,
    "law": LawPage,
    "library": LibraryPage,
    "model": HubPage,
    "model-full": HubPage,
    "print": PrintPage,
    "questions": HubPage,
    "research": HubPage,
    "search": SearchPage,
    "services": ServicesPage,
    "work": HubPage,
    "write": WritersPage,
}
"""The kind of page of each layout; those of other layouts show their text, and what is made from data below it."""


def article_page(article: Article, build: Build) -> ArticlePage:
    """Return the page of an article: its layout, else its type, says of which kind it is."""
    front = article.front
    kind = _LAYOUTS.get(front.layout) or _of_type(front.type, build)
    return kind(
        build,
        article.language,
        article.key,
        layout=front.layout,
        type=front.type,
        path=article.path,
        body=article.body,
        reviewed=front.reviewed,
        review_by=front.review_by,
        article=article,
    )


def _of_type(name: str, build: Build) -> type[ArticlePage]:
    type = build.corpus.types.get(name)
    if type and FACT in type.opening:
        return FactPage
    return HubPage if name == AREA else ArticlePage
