"""What every kind of page has: its words, its addresses, its head, and what stands around its text."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import field

from commonground.export import writing
from commonground.markdown.page import Page as Rendering
from commonground.metadata.policy import POLICY
from commonground.metadata.structured_data import About
from commonground.model.address import page_path
from commonground.model.article import Article
from commonground.model.source import Source
from commonground.model.url import join_address
from commonground.paper.printed import PrintedFile
from commonground.site.reporting import ways
from commonground.site.views.here import Here
from commonground.site.views.metadata import Metadata
from commonground.site.views.parts import Band, Door, Link, Listed, Notice, PrintedView, ShareView, Switch

AREA, AREAS = "area", "areas"
"""The type of an area's own page, and the part that is the page of all areas."""


class SitePage(Here):
    """
    One page as templates see it, under the name ``cg``; each kind of page adds what it alone has.

    ``type``: its type of article, "" where it is none. ``layout``: "" where the one of its type shows it. ``path``: that of
    the file that it is made of. ``body``: the Markdown that somebody wrote for it.
    ``content``, ``sources_html``, ``cited``, ``numbers`` (of a source or search, by id) and ``contents`` are what rendering
    adds.
    """

    layout: str = ""
    type: str = ""
    path: str = ""
    body: str = ""
    reviewed: date | None = None
    review_by: date | None = None
    content: str = ""
    sources_html: str = ""
    cited: tuple[Source, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    contents: tuple[Link, ...] = ()

    # What it is

    @property
    def template(self) -> str:
        """Return the path of the template below ``overrides``."""
        return f"layouts/{self.layout}.html" if self.layout else f"types/{self.type or 'page'}.html"

    @property
    def noindex(self) -> bool:
        """Tell whether the page has no address of its own, for search engines and whoever cites it."""
        return False

    # What is rendered

    @property
    def part(self) -> str:
        """Return the Markdown of it that is made of data."""
        return ""

    @property
    def glossary(self) -> Mapping[str, str]:
        """Return the address of its entry for each form of a term that this page marks."""
        return {}

    @property
    def citing(self) -> Article | None:
        """Return the article that cites what is cited here."""
        return None

    @property
    def reading_place(self) -> str:
        """Return the address at which this page is read against its findings, "" where it cannot be."""
        article, place = self.citing, self.place(writing.PAGE)
        return f"{place}#read={article.key}" if article and place and writing.is_readable(article) else ""

    def take(self, rendering: Rendering) -> None:
        """Keep what rendering found out."""
        self.sources_html = rendering.sources_html
        self.cited = tuple(source for source, _ in rendering.cited)
        self.numbers = {id: entry.number for id, entry in rendering.entries.items()}
        if self.citing:
            self.build.note(self.citing, self.cited)

    # For the document's head and for whoever cites the page

    @property
    def title(self) -> str:
        return ""

    @property
    def description(self) -> str:
        return ""

    @property
    def told_apart(self) -> str:
        """Return what tells pages apart that share a title."""
        return ""

    @property
    def document_title(self) -> str:
        """Return the title for tabs and history."""
        return " – ".join(part for part in (self.title, self.told_apart, self.say("site.name")) if part)

    @property
    def canonical(self) -> str:
        """Return the page's whole address, "" for pages that have none of their own."""
        return "" if self.noindex else self._absolute(self.lang)

    @property
    def short_address(self) -> str:
        """Return the page's address as people write it."""
        return self.canonical.partition("://")[2]

    @property
    def alternates(self) -> list[Link]:
        """Return language and whole address of each version that is there, the default one also as ``x-default``."""
        there = [language for language in self.corpus.languages if self._is_in(language)]
        found = [(language, self._absolute(language)) for language in there]
        return [*found, ("x-default", self._absolute(there[0]))] if there else []

    def _absolute(self, language: str) -> str:
        return self.build.site_url + page_path(language, self.key, self.default)

    def _is_in(self, language: str) -> bool:
        """Tell whether another language has the page."""
        return self.corpus.article(language, self.key) is not None

    @property
    def about(self) -> About:
        """Return what is known of the page."""
        return About(
            corpus=self.corpus,
            language=self.lang,
            site=self.build.site_url,
            address=self.canonical,
            title=self.title,
            description=self.description or self.say("site.tagline"),
            above=[
                (name, join_address(self.canonical, address) or address) for name, address in self.breadcrumb
            ],
            cited=self.cited,
        )

    @cached_property
    def metadata(self) -> Metadata:
        return Metadata(self.about, self.addresses)

    @property
    def policy(self) -> str:
        return POLICY

    @property
    def share_picture(self) -> ShareView | None:
        """Return the picture that goes along when the page is shared."""
        found = self.build.printed.share(self.lang, self.key)
        return ShareView(self.build.site_url + found[0], found[1].alt) if found else None

    # Around the text

    @property
    def doors(self) -> list[Door]:
        """Return the sections of the header that have a page."""
        there = ((id, key) for id, key in self.corpus.settings.menu.items() if self.has(key))
        return [
            Door(self.say(f"doors.{id}"), self.say(f"doors_about.{id}"), self.url(key), self._at(id, key))
            for id, key in there
        ]

    def _at(self, id: str, key: str) -> str:
        """Return whether a section is where the reader is: "page" on its first page, "true" below it, else ""."""
        if key == self.key:
            return "page"
        return "true" if id == self.section else ""

    @property
    def section(self) -> str:
        """Return the id of the section that the page belongs to, "" for pages in none: the one nearest above it."""
        above = {
            key: id for id, key in self.corpus.settings.menu.items() if f"{self.key}/".startswith(f"{key}/")
        }
        return above[max(above, key=len)] if above else ""

    @property
    def breadcrumb(self) -> list[Link]:
        """Return the pages above this one; the page itself is its title."""
        if not self.key:
            return []
        above = self.corpus.article(self.lang, self.key.rpartition("/")[0])
        if above and above.front.type == AREA:
            above = self.corpus.part(self.lang, AREAS)
        return [
            (self._door(above), self.url(above.key)) if above else (self.say("breadcrumb.home"), self.url(""))
        ]

    def name_of(self, part: str) -> str:
        """Return what the page of a part is called in the header, else its title, "" where this language has none."""
        page = self.corpus.part(self.lang, part)
        return self._door(page) if page else ""

    def _door(self, article: Article) -> str:
        if not article.key:
            return self.say("breadcrumb.home")
        name = next((name for name, key in self.corpus.settings.menu.items() if key == article.key), "")
        return self.say(f"doors.{name}") if name else article.front.title

    @property
    def other(self) -> str:
        """Return the language that the switch leads to, "" where there is one language only."""
        others = [language for language in self.corpus.languages if language != self.lang]
        # A missing translation is of use in the language that has the page.
        return next((language for language in others if self._is_in(language)), others[0] if others else "")

    @property
    def switch(self) -> Switch | None:
        if not self.other:
            return None
        return Switch(
            self.other, self.url_in(self.other, self._key_in_other), self.say_in(self.other, "site.language")
        )

    @property
    def _key_in_other(self) -> str:
        """Return the key of the page that the switch leads to."""
        return self.key

    @property
    def notices(self) -> list[Notice]:
        """Return what a reader must know before the text."""
        told = [
            Notice(kind, self.say(f"notice.{kind}"), link, self.say_in(lang, f"notice.{kind}_link"), lang)
            for kind, link, lang in self._notices()
        ]
        limits = [Notice("limit", self.say(f"notice.{limit}"), "", "", "") for limit in self._limits()]
        return told + limits

    def _notices(self) -> Iterator[tuple[str, str, str]]:
        """Yield the kind of each notice of this page, the address of its link and the language that this leads to."""
        yield from ()

    def _limits(self) -> Iterator[str]:
        """Yield what readers must know of the language of a page."""
        if self.say("notice.unreviewed"):
            yield "unreviewed"
        if not self.locale.has_part("numbers"):
            yield "no_numbers"
        if not self.corpus.terms.get(self.lang):
            yield "no_rules"

    @property
    def sheets(self) -> list[PrintedView]:
        """Return the page's sheets to print, one a size of paper; none where the page has none, or somebody writes."""
        return self.printed(self.build.printed.sheets.get((self.lang, self.key), ()))

    def printed(self, files: Iterable[PrintedFile]) -> list[PrintedView]:
        """Return PDFs as this page shows them."""
        return [
            PrintedView(
                self.addresses.file(file.path),
                self.say(f"paper.{file.paper}"),
                size := round(file.size / 1000),
                self.say("paper.size", n=size),
            )
            for file in files
        ]

    def listed(self, articles: Iterable[Article]) -> list[Listed]:
        """Return articles as this page lists them."""
        return [
            Listed(one.front.title, one.front.description, self.url(one.key), one.key, one.front.reviewed)
            for one in articles
        ]

    @property
    def report_ways(self) -> list[Link]:
        """Return the ways to say that this page is wrong, filled in with it."""
        reference = self.metadata.reference
        version = reference.version if reference else ""
        address = self.canonical or self.build.site_url
        text = self.say("report.text", page=address, version=version)
        return ways(self.corpus.settings, self.say("report.subject", title=self.title), text)

    @property
    def report_url(self) -> str:
        """Return where "Report a mistake" leads: the first way, else the page that says so; "" where there is neither."""
        return next((address for _, address in self.report_ways), self.place("report"))

    # While somebody writes

    @property
    def serving(self) -> bool:
        return self.build.band is not None

    @property
    def band(self) -> Band | None:
        """Return the problems that stand above the page, only while somebody writes."""
        return self.build.band(self.path) if self.build.band else None
