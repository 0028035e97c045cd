"""The page of an article."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from commonground.metadata.structured_data import About
from commonground.model.anchor import anchor
from commonground.model.article import Article
from commonground.model.certainty import certainty
from commonground.model.cohorts import shared_cohorts
from commonground.model.glossary import GLOSSARY, marked_forms, takes_marks
from commonground.model.source import DESIGNS
from commonground.pages.generated import generated_part
from commonground.site.views.folds import folded_where_many
from commonground.site.views.glance import Glance
from commonground.site.views.law import LawView, ProvisionView, asks_about_law
from commonground.site.views.page import AREA, AREAS, SitePage
from commonground.site.views.parts import Link, Listed
from commonground.site.views.question import Question, related
from commonground.site.views.readings import ReadingView


class ArticlePage(SitePage, kw_only=True):
    """A page that somebody wrote, whether its text is all of it or a layout adds to it."""

    article: Article

    @property
    def credits(self) -> tuple[str, ...]:
        return self.article.front.credits

    @property
    def part(self) -> str:
        return generated_part(self.layout, self.corpus, self.lang)

    @property
    def glossary(self) -> Mapping[str, str]:
        forms = marked_forms(self.corpus, self.lang) if takes_marks(self.article) else {}
        return {form: f"{self.place(GLOSSARY)}#{id}" for form, id in forms.items()}

    def fold(self, section: str) -> str:
        return folded_where_many(section)

    @property
    def citing(self) -> Article:
        return self.article

    @property
    def title(self) -> str:
        return self.article.front.title or self.article.path

    @property
    def description(self) -> str:
        return self.article.front.description

    @property
    def about(self) -> About:
        return replace(super().about, article=self.article)

    @property
    def area(self) -> str:
        """Return the id of the area of change that the page names, "" where it names none."""
        return self.article.front.area

    @property
    def breadcrumb(self) -> list[Link]:
        crumbs, area = super().breadcrumb, self.area
        is_below = self.key and self.type != AREA and area in self.corpus.settings.areas
        if is_below and self.place(AREAS):
            crumbs.append((self.say(f"areas_short.{area}"), self.area_url(area)))
        return crumbs

    def area_url(self, id: str) -> str:
        """Return the address of an area: its own page, else its heading on the page of the model (else on this one)."""
        listed = self.build.listed(self.lang)
        if own := next((one for one in listed if one.front.type == AREA and one.front.area == id), None):
            return self.url(own.key)
        key = self.corpus.settings.pages.get(AREAS, self.key)
        page, place = self.corpus.article(self.lang, key), anchor(self.say(f"areas.{id}"))
        there = page is not None and any(heading.anchor == place for heading in page.headings)
        return self.url(key) + (f"#{place}" if there else "")

    @property
    def beside(self) -> list[Listed]:
        """Return the pages of this page's type in its folder, itself among them, by their keys."""
        place = self.key.rpartition("/")[0], self.type
        own = (
            one
            for one in self.build.listed(self.lang)
            if (one.key.rpartition("/")[0], one.front.type) == place
        )
        return self.listed(sorted(own, key=lambda one: one.key))

    @property
    def edit_url(self) -> str:
        edit = self.corpus.settings.edit.rstrip("/")
        return f"{edit}/{self.article.path}" if edit else ""

    def _notices(self) -> Iterator[tuple[str, str, str]]:
        original = self.corpus.original_of(self.article)
        first = original.language if original else self.default
        leads = self.url_in(first, self.key), first
        if self.article.front.draft:
            yield "draft", self.place("contribute"), self.lang
        if self.corpus.is_behind(self.article):
            yield "out-of-date", *leads
        if original and not self.corpus.is_edited(self.article):
            yield "machine", *leads
        if self.review_by and self.review_by < self.corpus.today:
            yield "review", self.place("how-we-check"), self.lang

    @property
    def readings(self) -> list[ReadingView]:
        """Return the readings of the page that happened."""
        found = self.corpus.readings_of(self.article)
        return [ReadingView(one, self, one.text == self.article.digest) for one in found]

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

    @cached_property
    def law(self) -> LawView:
        return LawView(self)

    @property
    def law_status(self) -> list[ProvisionView]:
        """Return the acts that the law speaks of, where the page answers a question about it."""
        return self.law.acts if asks_about_law(self.article, self.corpus) else []


class FactPage(ArticlePage):
    """An article that opens with a fact: how sure that is, what stands between its parts, and what is near it."""

    @cached_property
    def glance(self) -> Glance | None:
        """Return how sure the fact is, None where nothing says so."""
        found = certainty(self.article, self.corpus)
        return Glance(self, found) if found else None

    @cached_property
    def question(self) -> Question:
        return Question(self)

    @property
    def related(self) -> list[Listed]:
        """Return the questions and summaries of research nearest to this page."""
        return self.listed(related(self.article, self.corpus, ("myth", "research")))
