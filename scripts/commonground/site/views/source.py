"""One source as templates show it, and what narrows a list of them down."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from commonground.export.references import FOLDER, FORMATS
from commonground.languages import FIRST
from commonground.model.address import source_key
from commonground.model.certainty import peer_review
from commonground.model.schema.declared import Text
from commonground.model.source import Finding, Source
from commonground.site.views.here import Here
from commonground.site.views.parts import Link
from commonground.sources.names import who

UNDATED = "none"
"""Stands for the decade of a source without a date."""


class FindingView(Struct, frozen=True):
    """One finding; a finding that may not be printed yet has its reason, ``withheld``, and no ``states``."""

    id: str
    states: Markup
    where: Markup
    caution: Markup
    withheld: Markup
    contested_by: tuple[Link, ...]


class SourceView(Struct, frozen=True, dict=True):
    """One source, in the language and with the addresses of the page that shows it."""

    source: Source
    page: Here

    @property
    def title_lang(self) -> str:
        return self.source.item.language or FIRST

    @cached_property
    def label(self) -> str:
        """Authors and year."""
        return who(self.source, self.page.locale)

    @property
    def url(self) -> str:
        return self.page.url(source_key(self.source.id))

    @property
    def references(self) -> list[tuple[str, Markup]]:
        """Language and whole reference, the page's language first; made safe where they were formatted."""
        languages = sorted(self.page.build.references, key=lambda language: language != self.page.lang)
        return [
            (language, Markup(self.page.build.references[language][self.source.id])) for language in languages
        ]

    @property
    def design_label(self) -> str:
        return self.page.say(f"designs.{self.source.design}.name")

    @property
    def peer_review(self) -> str:
        """What is said of peer review, or nothing."""
        said = peer_review(self.source)
        return self.page.say(f"sources.{said}") if said else ""

    @property
    def places(self) -> list[str]:
        """Places in the page's language."""
        return [self.page.place_name(place) for place in self.source.places]

    @property
    def decade(self) -> str:
        """First year of the decade of publication, "none" where the record has no date."""
        return str(self.source.year // 10 * 10) if self.source.year else UNDATED

    @property
    def period(self) -> Markup:
        return self._text(self.source.period)

    @property
    def population(self) -> Markup:
        return self._text(self.source.population)

    @property
    def cohorts(self) -> list[tuple[str, list[Link]]]:
        """Each group of people that other records study too: what to say of it, and the other records."""
        found = []
        for id in self.source.cohort:
            others = [
                other.id
                for other in self.page.corpus.sources.values()
                if id in other.cohort and other.id != self.source.id
            ]
            if others:
                name = self.page.corpus.cohort_name(id, self.page.lang)
                found.append((self.page.say("source.cohort", name=name), list(self._others(others))))
        return found

    @property
    def limits(self) -> Markup:
        return self._text(self.source.limits)

    @property
    def contested(self) -> Markup:
        return self._text(self.source.contested)

    @property
    def contested_by(self) -> tuple[Link, ...]:
        return tuple(self._others(self.source.contested_by))

    @property
    def superseded_by(self) -> tuple[Link, ...]:
        return tuple(self._others(self.source.superseded_by))

    @property
    def read_as(self) -> str:
        return self.page.say(f"read_as.{self.source.checked.how}")

    @property
    def themes(self) -> list[str]:
        return [
            self.page.say(f"themes.{theme}")
            for theme in self.source.themes
            if theme in self.page.corpus.settings.themes
        ]

    @property
    def doi(self) -> str:
        return self.source.item.doi

    @property
    def exports(self) -> list[Link]:
        """Name of each format of the reference, and the address of its file."""
        return [
            (name, self.page.addresses.file(f"{FOLDER}/{self.source.id}.{ending}"))
            for name, ending in FORMATS.items()
        ]

    @property
    def used_by(self) -> list[Link]:
        """Title and address of each page that cites it."""
        articles = self.page.build.used_by(self.page.lang, self.source)
        return [(article.front.title, self.page.url(article.key)) for article in articles]

    @property
    def findings(self) -> list[FindingView]:
        return [self._finding(finding) for finding in self.source.findings]

    def _finding(self, finding: Finding) -> FindingView:
        withheld = self._text(finding.withheld)
        return FindingView(
            id=finding.id,
            states=Markup("") if withheld else self._text(finding.states),
            where=self._text(finding.where),
            caution=self._text(finding.caution),
            withheld=withheld,
            contested_by=tuple(self._others(finding.contested_by)),
        )

    def _others(self, keys: Iterable[str]) -> Iterator[Link]:
        """Yield each other source once, with the address of its page, or of its finding that is named first."""
        others: dict[str, str] = {}
        for key in keys:
            id, _, finding = key.partition("#")
            others.setdefault(id, finding)
        for id, finding in others.items():
            if other := self.page.corpus.sources.get(id):
                place = f"#finding-{finding}" if other.finding(finding) else ""
                yield who(other, self.page.locale), self.page.url(source_key(id)) + place

    def _text(self, text: Text) -> Markup:
        """Return a text in the page's language; one that is missing stands in the language it has, and says so."""
        own = text.get(self.page.lang)
        if own:
            return Markup("{}").format(own)
        language = next((code for code in text if text[code]), "")
        if not language:
            return Markup("")
        return Markup('<span lang="{}">{}</span>').format(language, text[language])


class Choice(Struct, frozen=True):
    """One list of the library's filter: ``name`` of the list; ``options`` are value, words and number of sources."""

    name: str
    options: tuple[tuple[str, str, int], ...]


def choices(sources: Sequence[SourceView], page: Here) -> list[Choice]:
    """Return what a reader can narrow the library down by; only what at least one source has is offered."""
    themes = Counter(theme for source in sources for theme in source.source.themes)
    return [
        _by_name("kind", Counter((source.source.design, source.design_label) for source in sources), page),
        _by_name(
            "place",
            Counter(place for s in sources for place in zip(s.source.places, s.places, strict=True)),
            page,
        ),
        Choice(
            "theme",
            tuple(
                (id, page.say(f"themes.{id}"), themes[id])
                for id in page.corpus.settings.themes
                if id in themes
            ),
        ),
        Choice("year", tuple(_decades(Counter(source.decade for source in sources), page))),
    ]


def _by_name(name: str, counts: Mapping[tuple[str, str], int], page: Here) -> Choice:
    listed = sorted(counts.items(), key=lambda item: page.locale.sort_key(item[0][1]))
    return Choice(name, tuple((value, words, count) for (value, words), count in listed))


def _decades(counts: Mapping[str, int], page: Here) -> Iterator[tuple[str, str, int]]:
    for decade in sorted(counts.keys() - {UNDATED}, reverse=True):
        yield decade, page.say("library.decade", first=decade, last=int(decade) + 9), counts[decade]
    if UNDATED in counts:
        yield UNDATED, page.say("library.undated"), counts[UNDATED]
