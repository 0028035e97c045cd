"""The place of a page, and what is said and linked from there."""

import hashlib
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from commonground.export import search_index
from commonground.export.feeds import FILES as FEEDS
from commonground.languages import Language
from commonground.languages.catalogue import say, spoken
from commonground.languages.message import Message
from commonground.model.address import page_path
from commonground.model.corpus import Corpus
from commonground.pages.news import has_news
from commonground.pages.pieces import day
from commonground.site.addresses import Addresses
from commonground.site.build import Build
from commonground.site.colours import PATH as COLOURS
from commonground.site.colours import colours_file
from commonground.site.views.parts import Link


class Here(Struct, dict=True):
    """Where a page is: its language, and its key, which is the same in every language."""

    build: Build
    lang: str
    key: str

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
        return Addresses(page_path(self.lang, self.key, self.default), self.default)

    # Words

    def say(self, key: str, **values: object) -> str:
        """Return a text of the site."""
        return self.locale.say(key, **values)

    @property
    def name_lines(self) -> tuple[str, str]:
        """Return the site's name on the two lines beside the mark, as even as its words allow; the second may be empty."""
        words = self.say("site.name").split()
        ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words) + 1)]
        return min(ways, key=lambda way: max(map(len, way)), default=("", ""))

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

    def place_name(self, place: str) -> str:
        """Return the name of a place that a record has; one without a translation stands as recorded."""
        names = self.locale.part("site").get("places")
        return str(names.get(place, place)) if isinstance(names, Mapping) else place

    def day(self, when: date) -> str:
        """Return a date in words."""
        return day(when, self.locale)

    # Addresses

    def url(self, key: str) -> str:
        """Return the address of a page in this page's language."""
        return self.addresses.page(self.lang, key)

    def url_in(self, language: str, key: str) -> str:
        """Return the address of a page in another language."""
        return self.addresses.page(language, key)

    def has(self, key: str) -> bool:
        """Tell whether the site has a page of this key; where this language lacks it, one that says so stands there."""
        return any(self.corpus.article(language, key) for language in self.corpus.languages)

    def place(self, part: str, language: str = "") -> str:
        """Return the address of the page that the site has for a part (``settings.PAGES``), "" where it has none."""
        key = self.corpus.settings.pages.get(part)
        return self.url_in(language or self.lang, key) if key is not None and self.has(key) else ""

    def asset(self, path: str) -> str:
        """Return the address of a file below ``overrides/assets``."""
        return f"{self.addresses.file(f'assets/{path}')}?{self.build.stamp(path)}"

    @property
    def colours(self) -> str:
        """Return the address of the site's own colours, "" where it has none."""
        sheet = colours_file(self.corpus.settings)
        return f"{self.addresses.file(COLOURS)}?{hashlib.sha256(sheet).hexdigest()[:8]}" if sheet else ""

    def paper(self, scheme: str, usual: str) -> str:
        """Return the colour of the page, for the browser's own frame."""
        return self.corpus.settings.colours.get(scheme, {}).get("paper", usual)

    @property
    def feeds(self) -> list[Link]:
        """Return the media type and the address of each feed of this language."""
        home = page_path(self.lang, "", self.default)
        feeds = FEEDS if has_news(self.corpus, self.lang) else {}
        return [(type, self.addresses.file(home + name)) for type, name in feeds.items()]

    # The search, over every page

    @property
    def pagefind(self) -> str:
        return self.addresses.file("pagefind/pagefind.js")

    @property
    def entries(self) -> str:
        """Return the address of what the search answers from."""
        return self.addresses.file(f"{search_index.FOLDER}/{self.lang}.json")

    @property
    def later_entries(self) -> str:
        return self.addresses.file(f"{search_index.FOLDER}/{self.lang}-later.json")

    @property
    def source_entries(self) -> str:
        return self.addresses.file(f"{search_index.FOLDER}/{self.lang}-sources.json")

    @property
    def entry_kinds(self) -> tuple[str, ...]:
        return search_index.KINDS
