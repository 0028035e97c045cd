"""One page as templates see it, under the name ``cg``."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from commonground.export.quotable import quotable
from commonground.metadata.policy import POLICY
from commonground.model.address import source_key
from commonground.model.article import Article
from commonground.model.certainty import certainty
from commonground.model.cohorts import shared_cohorts
from commonground.model.source import DESIGNS, in_language
from commonground.site.figures import FigureView
from commonground.site.glance import Glance
from commonground.site.law import LawView, ProvisionView, is_about_law
from commonground.site.library import Choice, Link, SourceView, choices
from commonground.site.metadata import Metadata
from commonground.site.page_lists import AREA, AREAS, PageLists
from commonground.site.page_view import NOTICE
from commonground.site.question import Question, related
from commonground.site.readings import ReadingView
from commonground.site.reporting import NewFile, new_file, ways
from commonground.site.services import framed
from commonground.site.view_parts import ArticleView, Band, Door, Notice


class View(PageLists):
    """What stands on a page around its text, and what lists, figures and evidence it shows."""

    @cached_property
    def source(self) -> SourceView | None:
        return SourceView(self.shown, self) if self.shown else None

    @property
    def report_ways(self) -> list[tuple[str, str]]:
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

    @property
    def new_file(self) -> NewFile:
        return new_file(self.corpus.settings)

    @property
    def noindex(self) -> bool:
        return self.layout == NOTICE or self.is_superseded

    @property
    def title(self) -> str:
        if self.article:
            return self.article.front.title or self.article.path
        if self.source:
            return self.source.title
        if self.kept:
            current = None if self.is_superseded else self.figure
            return current.headline if current else in_language(self.kept.headline, self.lang)
        if self.law.shown:
            return self.law.shown.title
        return self.say("notfound.title" if self.notfound else "notice.missing_title")

    @property
    def description(self) -> str:
        if self.article:
            return self.article.front.description
        if self.source:
            return f"{self.source.label} · {self.source.design_label}"
        if self.kept:
            return in_language(self.kept.states, self.lang)
        if self.law.shown:
            return self.law.shown.description
        return self.say("notfound.text" if self.notfound else "notice.missing")

    @property
    def document_title(self) -> str:
        """Return the title for tabs and history; sources that share a title are told apart by authors and year."""
        told_apart = self.source.label if self.source else self.kept.finding if self.kept else ""
        if self.law.shown:
            told_apart = self.law.shown.section
        parts = [self.title, told_apart, self.say("site.name")]
        return " – ".join(part for part in parts if part)

    @property
    def canonical(self) -> str:
        """Return the page's whole address, "" for pages that have none of their own."""
        return "" if self.noindex or self.notfound else self._absolute(self.lang)

    @property
    def alternates(self) -> list[Link]:
        """Return language and whole address of each version that is there, the default one also as ``x-default``."""
        there = [language for language in self.corpus.languages if self._is_in(language)]
        found = [(language, self._absolute(language)) for language in there]
        return [*found, ("x-default", self._absolute(there[0]))] if there else []

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
        if not self.key or self.notfound:
            return []
        above = self.corpus.article(self.lang, self.key.rpartition("/")[0])
        if above and above.front.type == AREA:
            above = self.corpus.part(self.lang, AREAS)
        crumbs = [
            (self._door(above), self.url(above.key)) if above else (self.say("breadcrumb.home"), self.url(""))
        ]
        leads = self.area in self.corpus.settings.areas and self.place(AREAS) and self.type != AREA
        return (
            [*crumbs, (self.say(f"areas_short.{self.area}"), self.area_url(self.area))] if leads else crumbs
        )

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
    def notices(self) -> list[Notice]:
        """Return what a reader must know before the text."""
        told = [
            Notice(kind, self.say(f"notice.{kind}"), link, self.say_in(lang, f"notice.{kind}_link"), lang)
            for kind, link, lang in self._notices()
        ]
        limits = [Notice("limit", self.say(f"notice.{limit}"), "", "", "") for limit in self._limits()]
        return told + limits

    def _limits(self) -> Iterator[str]:
        """Yield what readers must know of the language of a page."""
        if self.say("notice.unreviewed"):
            yield "unreviewed"
        if not self.locale.has_part("numbers"):
            yield "no_numbers"
        if not self.corpus.terms.get(self.lang):
            yield "no_rules"

    def _notices(self) -> Iterator[tuple[str, str, str]]:
        original = self.article and self.corpus.original_of(self.article)
        first = original.language if original else self.default
        leads = self.url_in(first, self.key), first
        made = self.shown or self.kept or self.provision
        if self.article and self.article.front.draft:
            yield "draft", self.place("contribute"), self.lang
        if self.article and self.corpus.is_behind(self.article):
            yield "out-of-date", *leads
        # No native reader has read the records' French either.
        edited = self.article is not None and self.corpus.is_edited(self.article)
        if (original and not edited) or (made and self.lang != self.default):
            yield "machine", *leads
        if self.review_by and self.review_by < self.corpus.today:
            yield "review", self.place("how-we-check"), self.lang

    @property
    def readings(self) -> list[ReadingView]:
        """Return the readings of the page that happened."""
        found = self.corpus.readings_of(self.article) if self.article else ()
        return [ReadingView(one, self) for one in found]

    # Figures for journalists

    @property
    def figures(self) -> list[tuple[str, list[FigureView]]]:
        """Return the figures that are offered to journalists, by subject."""
        views = [FigureView(source, finding, self) for source, finding in quotable(self.corpus)]
        groups = (
            (theme, [view for view in views if view.theme == theme]) for theme in self.corpus.settings.themes
        )
        return [(theme, group) for theme, group in groups if group]

    @property
    def figure(self) -> FigureView | None:
        """Return the present state of the finding that a kept page shows, None where it is no longer offered."""
        views = (FigureView(source, finding, self) for source, finding in quotable(self.corpus))
        return next((view for view in views if self.kept and view.finding.key == self.kept.finding), None)

    @property
    def is_superseded(self) -> bool:
        """Tell whether a kept page shows an older state of its finding."""
        if self.kept is None:
            return False
        return self.figure is None or self.figure.finding.digest != self.kept.digest

    # Evidence and law

    @property
    def evidence_counts(self) -> list[tuple[int, str]]:
        """Return how many sources of each kind the page cites, and the same in words."""
        kinds = [source.design for source in self.cited]
        counts = ((kind, kinds.count(kind)) for kind in DESIGNS if kind in kinds)
        return [(number, self.count(f"designs.{kind}", number)) for kind, number in counts]

    @cached_property
    def glance(self) -> Glance | None:
        """Return how sure the page's fact is, None where it has none."""
        found = certainty(self.article, self.corpus) if self.article else None
        return Glance(self, found) if found else None

    @cached_property
    def question(self) -> Question:
        return Question(self)

    @property
    def related(self) -> list[ArticleView]:
        """Return the questions and summaries of research nearest to this page."""
        if self.article is None:
            return []
        return [self._listed(one) for one in related(self.article, self.build.corpus, ("myth", "research"))]

    def source_url(self, id: str) -> str:
        """Return the address of a source's own page."""
        return self.url(source_key(id))

    @property
    def cohorts(self) -> list[tuple[int, str]]:
        """Return how many of the sources that the page cites studied the same people, and the same in words, by cohort."""
        return [
            (number, self.say("evidence.cohort", n=number, name=self.corpus.cohort_name(id, self.lang)))
            for id, number in shared_cohorts(self.cited).items()
        ]

    @property
    def finding_count(self) -> int:
        return sum(not finding.withheld for finding in self.corpus.findings.values())

    @property
    def source_count(self) -> int:
        return len(self.corpus.sources)

    @property
    def services(self) -> tuple[str, str]:
        """Return what stands above the rendered list of services, and that list."""
        return framed(self.content)

    @property
    def choices(self) -> list[Choice]:
        return choices(self.sources, self)

    @cached_property
    def sources(self) -> list[SourceView]:
        """Return every source, from A to Z."""
        views = [SourceView(source, self) for source in self.corpus.sources.values()]
        return sorted(views, key=lambda view: self.locale.sort_key(view.label))

    @cached_property
    def law(self) -> LawView:
        return LawView(self)

    @property
    def law_status(self) -> list[ProvisionView]:
        """Return the acts that the law speaks of, the free ones first, on answers about the law and on the journalists' hub."""
        asks = self.article is not None and is_about_law(self.article, self.corpus)
        return (
            [one for one in self.law.provisions if one.offence]
            if asks or self.layout == "journalists"
            else []
        )

    @property
    def law_verified(self) -> date | None:
        """Return the day on which the provision that was read longest ago was read."""
        return self.law.verified

    @property
    def law_questions(self) -> list[ArticleView]:
        """Return the questions about the law."""
        return [
            self._listed(a)
            for a in self._own_articles
            if a.front.type == "myth" and is_about_law(a, self.corpus)
        ]

    # For the document's head and for whoever cites the page

    @cached_property
    def metadata(self) -> Metadata:
        return Metadata(self)

    @property
    def policy(self) -> str:
        return POLICY

    @property
    def serving(self) -> bool:
        return self.build.band is not None

    @property
    def band(self) -> Band | None:
        """Return the problems that stand above the page, only while somebody writes."""
        return self.build.band(self.path) if self.build.band else None
