"""The pages that nobody wrote: those of records, and those that say that there is none."""

from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from commonground.export.quotable import quotable
from commonground.metadata.structured_data import About
from commonground.model.address import provision_key, source_key
from commonground.model.article import Article
from commonground.model.quoted import Quoted
from commonground.model.reference import LawCard
from commonground.model.source import Source, in_language
from commonground.pages.provision import provision_page, provisions
from commonground.site.addresses import Addresses
from commonground.site.build import Build
from commonground.site.views.figure import FigureView
from commonground.site.views.law import LawView, ProvisionView
from commonground.site.views.page import SitePage
from commonground.site.views.source import SourceView


class RecordPage(SitePage):
    """A page that nobody wrote: it shows a record."""

    def _is_in(self, language: str) -> bool:
        return True

    def _notices(self) -> Iterator[tuple[str, str, str]]:
        # No native reader has read what records say in other languages.
        if self.lang != self.default:
            yield "machine", self.url_in(self.default, self.key), self.default


class SourcePage(RecordPage, kw_only=True):
    """The page of one source."""

    source: Source
    layout: str = "source"

    @property
    def title(self) -> str:
        return self.source.title

    @property
    def description(self) -> str:
        return f"{self.shown.label} · {self.shown.design_label}"

    @property
    def told_apart(self) -> str:
        return self.shown.label

    @property
    def about(self) -> About:
        return replace(super().about, source=self.source)

    @cached_property
    def shown(self) -> SourceView:
        return SourceView(self.source, self)


class KeptFigurePage(RecordPage, kw_only=True):
    """A figure as it stood on a day, at the address that a newspaper may print."""

    kept: Quoted
    layout: str = "figure"

    @property
    def noindex(self) -> bool:
        return self.is_superseded

    @property
    def title(self) -> str:
        current = None if self.is_superseded else self.figure
        return current.headline if current else in_language(self.kept.headline, self.lang)

    @property
    def description(self) -> str:
        return in_language(self.kept.states, self.lang)

    @property
    def told_apart(self) -> str:
        return self.kept.finding

    @cached_property
    def figure(self) -> FigureView | None:
        """Return the present state of the finding, None where it is no longer offered."""
        found = (FigureView(source, finding, self) for source, finding in quotable(self.corpus))
        return next((view for view in found if view.finding.key == self.kept.finding), None)

    @property
    def is_superseded(self) -> bool:
        """Tell whether the page shows an older state of the finding."""
        return self.figure is None or self.figure.finding.digest != self.kept.digest


class ProvisionPage(RecordPage, kw_only=True):
    """A card of the law on a page of its own, in languages that have a page of the law."""

    card: LawCard
    layout: str = "provision"

    @property
    def part(self) -> str:
        return provision_page(self.card, self.corpus, self.lang)

    @property
    def citing(self) -> Article | None:
        return self.corpus.page_of("law", self.lang)

    @property
    def title(self) -> str:
        return self.shown.title

    @property
    def description(self) -> str:
        return self.shown.description

    @property
    def told_apart(self) -> str:
        return self.shown.section

    @cached_property
    def law(self) -> LawView:
        return LawView(self)

    @property
    def shown(self) -> ProvisionView:
        """Return the card as the page shows it."""
        return self.law.provisions[self._at_card]

    @property
    def neighbours(self) -> tuple[ProvisionView | None, ProvisionView | None]:
        """Return the provisions before and after it."""
        around = [None, *self.law.provisions, None]
        return around[self._at_card], around[self._at_card + 2]

    @cached_property
    def _at_card(self) -> int:
        return next(at for at, one in enumerate(self.law.provisions) if one.entry is self.card)

    def _is_in(self, language: str) -> bool:
        return self.corpus.page_of("law", language) is not None

    @property
    def _key_in_other(self) -> str:
        law = None if self._is_in(self.other) else self.corpus.page_of("law", self.lang)
        return law.key if law else self.key  # a notice stands in for the law's page, and for no part of it


class MissingPage(SitePage):
    """Stands where a translation is missing."""

    layout: str = "notice"

    @property
    def noindex(self) -> bool:
        return True

    @property
    def title(self) -> str:
        return self.say("notice.missing_title")

    @property
    def description(self) -> str:
        return self.say("notice.missing")


class NotFoundPage(SitePage):
    """The page for lost readers, in no place of its own: it is shown at any depth."""

    @property
    def addresses(self) -> Addresses:
        return Addresses(super().addresses.here, self.default, self.build.root)

    @property
    def noindex(self) -> bool:
        return True

    @property
    def title(self) -> str:
        return self.say("notfound.title")

    @property
    def description(self) -> str:
        return self.say("notfound.text")

    @property
    def _key_in_other(self) -> str:
        return ""


def made_pages(build: Build, language: str) -> Iterator[tuple[str, SitePage]]:
    """Yield the pages of a language that nobody wrote, each with the path below ``docs`` that its file would have, so that links lead there."""
    for page in _record_pages(build, language):
        yield f"{language}/{page.key}.md", page
    for article in build.missing(language):
        path = article.path.replace(f"docs/{article.language}", language, 1)
        yield path, MissingPage(build, language, article.key, path=f"docs/{path}")


def _record_pages(build: Build, language: str) -> Iterator[RecordPage]:
    for source in build.corpus.sources.values():
        yield SourcePage(build, language, source_key(source.id), path=source.path, source=source)
    for kept in build.corpus.quoted:
        yield KeptFigurePage(build, language, kept.key, path=f"docs/{language}/{kept.key}.md", kept=kept)
    if law := build.corpus.page_of("law", language):
        for card in provisions(build.corpus):
            key = provision_key(law.key, card.id)
            yield ProvisionPage(build, language, key, path=card.path, reviewed=card.last_verified, card=card)


def not_found_page(build: Build) -> NotFoundPage:
    """Return the page for lost readers: one file for all languages, so it starts with the default one."""
    return NotFoundPage(build, build.corpus.default_language, "404", path="overrides/404.html")
