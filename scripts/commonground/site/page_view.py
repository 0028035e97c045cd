"""What a page is, what it says, and where things are from its place."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field

from commonground.export import search_index, writing
from commonground.export.feeds import FILES as FEEDS
from commonground.export.vale_package import package_path
from commonground.languages import Language
from commonground.languages.catalogue import say, spoken
from commonground.languages.message import Message
from commonground.model.address import file_path, page_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY, marked_forms, takes_marks
from commonground.model.quoted import Quoted
from commonground.model.reference import LawCard
from commonground.model.source import Source
from commonground.pages.news import has_news
from commonground.pages.pieces import day
from commonground.paper import book, offline
from commonground.paper.printed import PrintedFile
from commonground.site.addresses import Addresses
from commonground.site.build import Build
from commonground.site.colours import PATH as COLOURS
from commonground.site.colours import colours_file
from commonground.site.library import Link
from commonground.site.view_parts import PackView, PrintedView, ShareView, Switch

NOT_FOUND = "404"
"""Key of the page for lost readers."""

NOTICE = "notice"
"""Layout of the page that stands where a translation is missing."""


class PageView(Struct, dict=True):
    """
    One page: an article, a source's page, a kept figure, a provision of the law, a notice that a translation is missing, or the page for lost readers.

    ``content``, ``sources_html``, ``cited``, ``numbers`` (of a source or search, by id) and ``contents`` are what rendering
    adds.
    """

    build: Build
    lang: str
    key: str
    article: Article | None = None
    shown: Source | None = None
    kept: Quoted | None = None
    provision: LawCard | None = None
    content: str = ""
    sources_html: str = ""
    cited: tuple[Source, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
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
    def area(self) -> str:
        """Return the id of the area of change that the page names, "" where it names none."""
        return self.article.front.text("area") if self.article else ""

    @property
    def layout(self) -> str:
        """Return the layout: the article's own choice, or that of a page made by the program."""
        if self.article:
            return self.article.front.text("layout")
        if self.notfound:
            return ""
        if self.provision:
            return "provision"
        return "source" if self.shown else "figure" if self.kept else NOTICE

    @property
    def template(self) -> str:
        """Return the path of the template below ``overrides``."""
        return f"layouts/{self.layout}.html" if self.layout else f"types/{self.type or 'page'}.html"

    @property
    def path(self) -> str:
        """Return the path of the file that the page is made of."""
        made_of = self.article or self.shown or self.provision
        return made_of.path if made_of else f"docs/{self.lang}/{self.key}.md"

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

    def day(self, when: date) -> str:
        """Return a date in words."""
        return day(when, self.locale)

    @property
    def reviewed(self) -> date | None:
        if self.provision:
            return self.provision.last_verified
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

    def place(self, part: str, language: str = "") -> str:
        """Return the address of the page that the site has for a part (``settings.PAGES``), "" where it has none."""
        key = self.corpus.settings.pages.get(part)
        return self.url_in(language or self.lang, key) if key is not None and self.has(key) else ""

    def url_in(self, language: str, key: str) -> str:
        """Return the address of a page in another language."""
        return self.addresses.page(language, key)

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
    def feeds(self) -> list[Link]:
        """Return the media type and the address of each feed of this language."""
        home = page_path(self.lang, "", self.default)
        feeds = FEEDS if has_news(self.corpus, self.lang) else {}
        return [(type, self.addresses.file(home + name)) for type, name in feeds.items()]

    @property
    def offline(self) -> str:
        """Return the path of the archive that works from a folder."""
        return offline.PATH

    @property
    def book(self) -> str:
        """Return the path of this language's book."""
        return file_path(self.lang, book.PATH, self.default)

    # Paper and pictures

    @property
    def sheets(self) -> list[PrintedView]:
        """Return the page's sheets to print, one a size of paper; none where the page has none, or somebody writes."""
        return self._printed(self.build.printed.sheets.get((self.lang, self.key), ()))

    @property
    def packs(self) -> list[PackView]:
        """Return the packs for workshops: all cards first, then by theme."""
        names = {"": self.say("paper.cards_all")}
        return [
            PackView(
                names.get(pack.theme) or self.say(f"themes.{pack.theme}"),
                pack.pages,
                self._printed(pack.files),
            )
            for pack in self.build.printed.packs.get(self.lang, ())
        ]

    def _printed(self, files: Iterable[PrintedFile]) -> list[PrintedView]:
        return [
            PrintedView(
                self.addresses.file(file.path),
                self.say(f"paper.{file.paper}"),
                size := round(file.size / 1000),
                self.say("paper.size", n=size),
            )
            for file in files
        ]

    @property
    def share_picture(self) -> ShareView | None:
        """Return the picture that goes along when the page is shared."""
        found = self.build.printed.share(self.lang, self.key)
        return ShareView(self.build.site_url + found[0], found[1].alt) if found else None

    def _absolute(self, language: str) -> str:
        return self.build.site_url + page_path(language, self.key, self.default)

    def _is_in(self, language: str) -> bool:
        if self.provision:
            return self.corpus.page_of("law", language) is not None
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
        if self.provision and not self._is_in(self.other) and (law := self.corpus.page_of("law", self.lang)):
            key = law.key  # a notice stands in for the law's page, and for no part of it
        return Switch(self.other, self.url_in(self.other, key), self.say_in(self.other, "site.language"))

    @property
    def edit_url(self) -> str:
        edit = self.corpus.settings.edit.rstrip("/")
        return f"{edit}/{self.article.path}" if edit and self.article else ""

    @property
    def leave_url(self) -> str:
        return self.say("leave.address")

    @property
    def glossary(self) -> Mapping[str, str]:
        """Return the address of its entry for each form of a term that this page marks."""
        forms = marked_forms(self.corpus, self.lang) if takes_marks(self.article) else {}
        return {form: f"{self.place(GLOSSARY)}#{id}" for form, id in forms.items()}
