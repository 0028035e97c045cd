"""The law as templates show it: its provisions, the questions about it, and when it was read."""

from datetime import date
from functools import cached_property

from msgspec import Struct

from commonground.model.address import provision_key
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.law import Provision
from commonground.model.reference import LawCard
from commonground.pages.pieces import bare, unbroken, words
from commonground.pages.provision import own_texts, provisions
from commonground.site.views.page import SitePage
from commonground.site.views.parts import Listed
from commonground.text.typography import typographic


def asks_about_law(article: Article, corpus: Corpus) -> bool:
    """Tell whether an article answers a question about the law."""
    return article.front.type in ("myth", "policy") and corpus.is_about_law(article)


class ProvisionView(Struct, frozen=True, dict=True):
    """One card of the law, in the language and with the addresses of the page that shows it."""

    entry: LawCard
    page: SitePage

    @property
    def act(self) -> str:
        """The act that it is about, in inline Markdown."""
        return words(self.entry, "act", self.page.lang) or words(self.entry, "title", self.page.lang)

    @property
    def title(self) -> str:
        return bare(self.act)

    @property
    def description(self) -> str:
        covers = bare(words(self.entry, "covers", self.page.lang))
        return f"{self.status}. {covers}" if self.status else covers

    @property
    def section(self) -> str:
        return unbroken(words(self.entry, "section", self.page.lang), self.page.locale.law)

    @property
    def status(self) -> str:
        return self.page.say(f"offence.{self.entry.offence}") if self.entry.offence else ""

    @property
    def url(self) -> str:
        """Return the address of its page, "" where the language has no page of the law."""
        law = self.page.corpus.page_of("law", self.page.lang)
        return self.page.url(provision_key(law.key, self.entry.id)) if law else ""

    @property
    def law(self) -> str:
        """The name of the law that it is of, "" where its card names none of the law's own texts, or those of several laws."""
        names = {one.document[self.page.lang] for one in self._texts}
        return names.pop() if len(names) == 1 else ""

    @property
    def current_to(self) -> date | None:
        """The day to which the text that we read is current; of several texts, the oldest."""
        return min((one.current_to for one in self._texts if one.current_to), default=None)

    @property
    def copied(self) -> str:
        """What is copied of its page: the act, whether it is an offence, what is covered, when it was read, and where this stands."""
        page, covers = self.page, bare(words(self.entry, "covers", self.page.lang))
        head = ". ".join(filter(None, [self.title, self.status]))
        read = page.say("law.read_on", date=page.day(self.entry.last_verified))
        lines = [f"{head} ({self.section}).", covers, read, page.say("law.advice"), page.canonical]
        return typographic("\n".join(filter(None, lines)))

    @cached_property
    def _texts(self) -> list[Provision]:
        return own_texts(self.entry, self.page.corpus)


class LawView(Struct, frozen=True, dict=True):
    """The law in the language and with the addresses of the page that shows it."""

    page: SitePage

    @property
    def url(self) -> str:
        """Return the address of the page of the law, "" where the language has none."""
        law = self.page.corpus.page_of("law", self.page.lang)
        return self.page.url(law.key) if law else ""

    @cached_property
    def provisions(self) -> list[ProvisionView]:
        return [ProvisionView(card, self.page) for card in provisions(self.page.corpus)]

    @property
    def verified(self) -> date | None:
        """Return the day on which the provision that was read longest ago was read."""
        return min((one.entry.last_verified for one in self.provisions), default=None)

    @property
    def acts(self) -> list[ProvisionView]:
        """Return the acts that the law speaks of, the free ones first."""
        return [one for one in self.provisions if one.entry.offence]

    @property
    def questions(self) -> list[Listed]:
        """Return the questions about the law."""
        asked = self.page.build.listed(self.page.lang)
        return self.page.listed(
            one for one in asked if one.front.type == "myth" and asks_about_law(one, self.page.corpus)
        )
