"""One page as templates see it, under the name ``cg``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from commonground.export import search_index
from commonground.export.pieces import day, has_layout, words
from commonground.export.policy import POLICY
from commonground.export.quotable import quotable
from commonground.languages import Language
from commonground.languages.catalogue import say, spoken
from commonground.languages.message import Message
from commonground.markdown.text import typographic
from commonground.model.address import page_path
from commonground.model.anchor import anchor
from commonground.model.article import AREAS, Article
from commonground.model.cohorts import shared_cohorts
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY_PAGE, marked_forms, takes_marks
from commonground.model.quoted import Quoted
from commonground.model.source import DESIGNS, THEMES, Source, in_language
from commonground.site.addresses import Addresses
from commonground.site.build import Build
from commonground.site.figures import FigureView
from commonground.site.library import Choice, Link, SourceView, choices
from commonground.site.metadata import Metadata
from commonground.site.readings import ReadingView
from commonground.site.view_parts import ArticleView, Band, LawItem, Notice, Switch

MODEL_PAGE = "model"
DOORS = {"questions": "myths", "journalists": "media", "evidence": "evidence", "model": MODEL_PAGE}
"""The sections of the header, and the key of the page that each opens."""

LAW_PAGE = "policy/canadian-law-today"
NOT_FOUND = "404"
"""Key of the page for lost readers."""

NOTICE = "notice"
"""Layout of the page that stands where a translation is missing."""


@dataclass
class View:
    """
    One page: an article, a source's page, a notice that a translation is missing, or the page for lost readers.

    ``content``, ``sources_html``, ``cited`` and ``contents`` are what rendering adds.
    """

    build: Build
    lang: str
    key: str
    article: Article | None = None
    shown: Source | None = None
    kept: Quoted | None = None
    content: str = ""
    sources_html: str = ""
    cited: tuple[Source, ...] = ()
    contents: tuple[Link, ...] = field(default=())

    @property
    def corpus(self) -> Corpus:
        return self.build.corpus

    @property
    def locale(self) -> Language:
        return self.corpus.locale(self.lang)

    @property
    def default(self) -> str:
        return self.corpus.default_language

    @property
    def addresses(self) -> Addresses:
        here = page_path(self.lang, self.key, self.default)
        return Addresses(here, self.default, self.build.root if self.notfound else "")

    # What it is

    @property
    def notfound(self) -> bool:
        return self.key == NOT_FOUND

    @property
    def type(self) -> str:
        return self.article.front.type if self.article else ""

    @property
    def layout(self) -> str:
        """Return the layout: the article's own choice, or that of a page made by the program."""
        if self.article:
            return self.article.front.text("layout")
        if self.notfound:
            return ""
        return "source" if self.shown else "figure" if self.kept else NOTICE

    @property
    def template(self) -> str:
        """Return the path of the template below ``overrides``."""
        return f"layouts/{self.layout}.html" if self.layout else f"types/{self.type or 'page'}.html"

    @property
    def noindex(self) -> bool:
        return self.layout == NOTICE or self.is_superseded

    @cached_property
    def source(self) -> SourceView | None:
        return SourceView(self.shown, self) if self.shown else None

    @property
    def path(self) -> str:
        """Return the path of the file that the page is made of."""
        made_of = self.article or self.shown
        return made_of.path if made_of else f"docs/{self.lang}/{self.key}.md"

    # Words

    def say(self, key: str, **values: object) -> str:
        """Return a text of the site."""
        return self.locale.say(key, **values)

    def tell(self, message: Message) -> str:
        """Return what the program has to say to whoever writes this page."""
        return say(message, self.lang)

    @property
    def told_in(self) -> str:
        """The language in which that is said."""
        return spoken(self.lang)

    def say_in(self, language: str, key: str) -> str:
        """Return a text of the site in another language."""
        return self.corpus.locale(language).say(key)

    def count(self, key: str, number: int) -> str:
        """Return a counted phrase."""
        return self.locale.count(key, number)

    def day(self, when: date) -> str:
        """Return a date in words."""
        return day(when, self.locale)

    @property
    def title(self) -> str:
        if self.article:
            return self.article.front.title or self.article.path
        if self.source:
            return self.source.title
        if self.kept:
            current = None if self.is_superseded else self.figure
            return current.headline if current else in_language(self.kept.headline, self.lang)
        return self.say("notfound.title" if self.notfound else "notice.missing_title")

    @property
    def description(self) -> str:
        if self.article:
            return self.article.front.description
        if self.source:
            return f"{self.source.label} · {self.source.design_label}"
        if self.kept:
            return in_language(self.kept.states, self.lang)
        return self.say("notfound.text" if self.notfound else "notice.missing")

    @property
    def document_title(self) -> str:
        """Return the title for tabs and history; sources that share a title are told apart by authors and year."""
        told_apart = self.source.label if self.source else self.kept.finding if self.kept else ""
        parts = [self.title, told_apart, self.say("site.name")]
        return typographic(" – ".join(part for part in parts if part))

    @property
    def reviewed(self) -> date | None:
        return self.article.front.day("reviewed") if self.article else None

    @property
    def review_by(self) -> date | None:
        return self.article.front.day("review_by") if self.article else None

    @property
    def credits(self) -> tuple[str, ...]:
        return self.article.front.names("credits") if self.article else ()

    # Addresses

    def url(self, key: str) -> str:
        """Return the address of a page in this page's language."""
        return self.addresses.page(self.lang, key)

    def has(self, key: str) -> bool:
        """Tell whether the site has a page of this key; where this language lacks it, one that says so stands there."""
        return any(self.corpus.article(language, key) for language in self.corpus.languages)

    def url_in(self, language: str, key: str) -> str:
        """Return the address of a page in another language."""
        return self.addresses.page(language, key)

    def asset(self, path: str) -> str:
        """Return the address of a file below ``overrides/assets``."""
        return f"{self.addresses.file(f'assets/{path}')}?{self.build.stamp(path)}"

    @property
    def pagefind(self) -> str:
        return self.addresses.file("pagefind/pagefind.js")

    @property
    def entries(self) -> str:
        """Return the address of what the search answers from."""
        return self.addresses.file(f"{search_index.FOLDER}/{self.lang}.json")

    @property
    def entry_sources(self) -> str:
        return self.addresses.file(f"{search_index.FOLDER}/{self.lang}-sources.json")

    @property
    def entry_kinds(self) -> tuple[str, ...]:
        return search_index.KINDS

    @property
    def index(self) -> list[tuple[str, list[search_index.Entry]]]:
        return search_index.index(self.corpus, self.lang)

    def entry_url(self, entry: search_index.Entry) -> str:
        """Return the address of something that can be found."""
        return self.addresses.to(entry.page) + (f"#{entry.anchor}" if entry.anchor else "")

    @property
    def rules(self) -> str:
        """Return the address of the page's language rules, which the draft checker runs."""
        return self.addresses.file(f"data/language/{self.lang}.json")

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

    def _absolute(self, language: str) -> str:
        return self.build.site_url + page_path(language, self.key, self.default)

    def _is_in(self, language: str) -> bool:
        made = self.shown is not None or self.kept is not None
        return made or self.corpus.article(language, self.key) is not None

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
        key = "" if self.notfound else self.key
        return Switch(self.other, self.url_in(self.other, key), self.say_in(self.other, "site.language"))

    @property
    def report_url(self) -> str:
        return self.build.report_url

    @property
    def edit_url(self) -> str:
        own = self.article is not None and self.build.edit_url
        return f"{self.build.edit_url}/{self.article.path}" if own and self.article else ""

    @property
    def leave_url(self) -> str:
        return self.say("leave.address")

    @property
    def glossary(self) -> Mapping[str, str]:
        """Return the address of its entry for each form of a term that this page marks."""
        forms = marked_forms(self.corpus, self.lang) if takes_marks(self.article) else {}
        return {form: f"{self.url(GLOSSARY_PAGE)}#{id}" for form, id in forms.items()}

    # Around the text

    @property
    def doors(self) -> list[tuple[str, str, str]]:
        there = ((name, key) for name, key in DOORS.items() if self.has(key))
        return [(name, self.say(f"doors.{name}"), self.url(key)) for name, key in there]

    @property
    def section(self) -> str:
        """Return the name of the door that leads here, "" for pages behind none."""
        first = self.key.split("/")[0]
        return next((name for name, key in DOORS.items() if key == first), "")

    @property
    def breadcrumb(self) -> list[Link]:
        """Return the pages above this one; the page itself is its title."""
        if not self.key or self.notfound:
            return []
        above = self.corpus.article(self.lang, self.key.rpartition("/")[0])
        crumbs = [
            (self._door(above), self.url(above.key)) if above else (self.say("breadcrumb.home"), self.url(""))
        ]
        area = self.article.front.text("area") if self.article else ""
        leads = area and self.has(MODEL_PAGE)
        return [*crumbs, (self.say(f"areas_short.{area}"), self._area(area))] if leads else crumbs

    def _door(self, article: Article) -> str:
        if not article.key:
            return self.say("breadcrumb.home")
        name = next((name for name, key in DOORS.items() if key == article.key), "")
        return self.say(f"doors.{name}") if name else typographic(article.front.title)

    @property
    def areas(self) -> list[tuple[str, str, str, list[ArticleView]]]:
        """Return id, name and address of each area, and the articles in it."""
        return [(id, self.say(f"areas.{id}"), self._area(id), self._of_area(id)) for id in AREAS]

    def _area(self, id: str) -> str:
        """Return the address of an area: its heading on the page of the model (else on this one), where that has it."""
        key = MODEL_PAGE if self.has(MODEL_PAGE) else self.key
        page, place = self.corpus.article(self.lang, key), anchor(self.say(f"areas.{id}"))
        there = page is not None and any(heading.anchor == place for heading in page.headings)
        return self.url(key) + (f"#{place}" if there else "")

    def _of_area(self, id: str) -> list[ArticleView]:
        return [self._listed(a) for a in self._own_articles if a.front.text("area") == id]

    def articles(self, type: str = "") -> list[ArticleView]:
        """Return the articles of this language, from A to Z, of one type or all."""
        return [self._listed(a) for a in self._own_articles if not type or a.front.type == type]

    @cached_property
    def _own_articles(self) -> list[Article]:
        return sorted(
            self.build.articles(self.lang), key=lambda article: self.locale.sort_key(article.front.title)
        )

    def _listed(self, article: Article) -> ArticleView:
        front = article.front
        return ArticleView(
            front.title, front.description, self.url(article.key), article.key, front.day("reviewed")
        )

    @property
    def notices(self) -> list[Notice]:
        """Return what a reader must know before the text."""
        told = [
            Notice(kind, self.say(f"notice.{kind}"), link, self.say(f"notice.{kind}_link"), lang)
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
        original = self.url_in(self.default, self.key), self.default
        translation = self.article.front.translation if self.article else None
        first = self.corpus.article(self.default, self.key)
        made = self.shown or self.kept
        if self.article and self.article.front.draft:
            yield "draft", self.url("contribute"), self.lang
        if translation and first and translation.of != first.digest:
            yield "out-of-date", *original
        # No native reader has read the records' French either.
        edited = self.article is not None and self.corpus.is_edited(self.article)
        if (translation and not edited) or (made and self.lang != self.default):
            yield "machine", *original
        if self.review_by and self.review_by < self.corpus.today:
            how = "about/how-we-check"
            yield "review", self.url(how) if self.has(how) else "", self.lang

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
        groups = ((theme, [view for view in views if view.theme == theme]) for theme in THEMES)
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
    def choices(self) -> list[Choice]:
        return choices(self.sources, self)

    @cached_property
    def sources(self) -> list[SourceView]:
        """Return every source, from A to Z."""
        views = [SourceView(source, self) for source in self.corpus.sources.values()]
        return sorted(views, key=lambda view: self.locale.sort_key(view.label))

    @property
    def law_status(self) -> list[LawItem]:
        """Return the acts that the law speaks of, the free ones first, on answers about the law and on the journalists' hub."""
        front = self.article.front if self.article else None
        about_law = front is not None and front.type in ("myth", "policy") and "law" in front.names("themes")
        if not about_law and self.layout != "journalists":
            return []
        page = self.corpus.article(self.lang, LAW_PAGE)
        law = f"{self.url(LAW_PAGE)}#" if page and has_layout(page, "law") else ""
        items = [
            LawItem(act, offence, words(entry, "section", self.lang), law and law + entry.id)
            for entry in self.corpus.reference.entries("provisions")
            if (act := words(entry, "act", self.lang)) and (offence := str(entry.values.get("offence", "")))
        ]
        return sorted(items, key=lambda item: item.offence != "never")

    @property
    def law_verified(self) -> date | None:
        """Return the day on which the provision that was read longest ago was read."""
        days = [entry.day("last_verified") for entry in self.corpus.reference.entries("provisions")]
        return min((day for day in days if day), default=None)

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
