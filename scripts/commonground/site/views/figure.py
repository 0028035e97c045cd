"""One figure for journalists as templates show it."""

from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from commonground.export.quotable import headline, interval, kept_state, theme
from commonground.model.address import page_path
from commonground.model.chart import RATIOS
from commonground.model.quoted import Quoted
from commonground.model.source import Finding, Source, in_language
from commonground.site.views.here import Here
from commonground.site.views.source import SourceView
from commonground.sources.names import who

_EMBED = Markup(
    '<blockquote lang="{}" cite="{}"><p>{}</p><p>{}</p><p>{} · <a href="{}">{}</a></p></blockquote>'
)


class FigureView(Struct, frozen=True, dict=True):
    """One quotable finding, in the language and with the addresses of the page that shows it."""

    source: Source
    finding: Finding
    page: Here

    @property
    def anchor(self) -> str:
        return f"figure-{self.finding.key.replace('#', '-')}"

    @property
    def compares_odds(self) -> bool:
        """Tell whether its number is a ratio of odds, which readers take for a share."""
        return self.finding.estimate is not None and self.finding.estimate.measure in RATIOS

    @property
    def theme(self) -> str:
        """The subject under which it is listed."""
        return theme(self.source)

    @property
    def theme_label(self) -> str:
        return self.page.say(f"themes.{self.theme}")

    @property
    def headline(self) -> str:
        return headline(self.finding, self.page.locale)

    @property
    def states(self) -> str:
        return in_language(self.finding.states, self.page.lang)

    @cached_property
    def shown(self) -> SourceView:
        """Its source, as the library shows it."""
        return SourceView(self.source, self.page)

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """Who, where, when, how many, how: label and text; what the record does not say is left out."""
        n = str(self.finding.estimate.n) if self.finding.estimate and self.finding.estimate.n else ""
        texts = {
            "who": in_language(self.source.population, self.page.lang),
            "place": ", ".join(self.shown.places),
            "years": in_language(self.source.period, self.page.lang),
            "n": n,
            "method": self.shown.design_label,
            "interval": interval(self.finding, self.page.locale),
            "where": in_language(self.finding.where, self.page.lang),
        }
        return [(self.page.say(f"figures.{key}"), text) for key, text in texts.items() if text]

    @property
    def caveat(self) -> str:
        return in_language(self._state.caveat, self.page.lang)

    @property
    def unsafe(self) -> str:
        return in_language(self._state.unsafe, self.page.lang)

    @property
    def source_url(self) -> str:
        """The finding on its source's page."""
        return f"{self.shown.url}#finding-{self.finding.id}"

    @property
    def url(self) -> str:
        """The address that keeps it as it stands, as this page writes it."""
        return self.page.url(self._state.key)

    @property
    def address(self) -> str:
        """The same address in full."""
        return self._address(self.page.lang)

    @property
    def sentences(self) -> Iterator[tuple[str, str, str]]:
        """Yield language, its name and the sentence with its source, the page's own language first."""
        own = self.page.lang
        for language in sorted(self.finding.states, key=lambda code: code != own):
            name = self.page.say(f"services.languages_by_code.{language}")
            by = who(self.source, self.page.corpus.locale(language))
            site = self.page.corpus.locale(language).say("site.name")
            care = self._care(language)
            text = f"{self.finding.states[language]} {care} ({by}. {site}, {self._address(language)})"
            yield language, name, text

    def _care(self, language: str) -> str:
        """Return what must be said with it, named as such: it goes along wherever the sentence goes."""
        locale = self.page.corpus.locale(language)
        return f"{locale.say('figures.care')}{locale.typography.colon} {in_language(self._state.caveat, language)}"

    @property
    def embed(self) -> str:
        """HTML for other sites, without a script."""
        lang, address = self.page.lang, self.address
        return str(
            _EMBED.format(
                lang,
                address,
                self.states,
                self._care(lang),
                self.shown.label,
                address,
                self.page.say("site.name"),
            )
        )

    @cached_property
    def _state(self) -> Quoted:
        return kept_state(self.source, self.finding, self.page.corpus)

    def _address(self, language: str) -> str:
        path = page_path(language, self._state.key, self.page.corpus.default_language)
        return f"{self.page.build.site_url}{path}"
