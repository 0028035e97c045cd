"""What all pages of one build share: the corpus that passed its checks, references, and who cites what."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct, field

from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.source import Source
from commonground.model.url import split_address
from commonground.paper.printed import Printed
from commonground.site.theme import Theme
from commonground.site.views.parts import Band


class Build(Struct):
    """
    One build.

    Attributes:
        references: Formatted references by language and source id.
        site_url: Where the site will be, ending in a slash.
        theme: The templates and assets.
        printed: The sheets, packs and pictures; none while somebody writes.
        band: What stands above the page made of a file, while somebody writes; None in a build to be published.
        render_all: Renders what is rendered only when somebody asks for it, while somebody writes.
        users: Paths of articles by language and by the id of a source that they cite.
    """

    corpus: Corpus
    references: Mapping[str, Mapping[str, str]]
    site_url: str
    theme: Theme
    printed: Printed = field(default_factory=Printed)
    band: Callable[[str], Band | None] | None = None
    render_all: Callable[[], None] | None = None
    users: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    _stamps: dict[str, str] = field(default_factory=dict)
    _listed: dict[str, list[Article]] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The site's path on its server, with slashes around it."""
        parts = split_address(self.site_url)
        return parts.path if parts and parts.path else "/"

    def articles(self, language: str) -> Iterator[Article]:
        """Yield the articles of one language."""
        return (article for article in self.corpus.articles if article.language == language)

    def listed(self, language: str) -> list[Article]:
        """Return the articles of one language as pages list them: what is asked most first, then from A to Z."""
        if language not in self._listed:
            first = {key: at for at, key in enumerate(self.corpus.settings.asked_first)}
            sort_key = self.corpus.locale(language).sort_key
            self._listed[language] = sorted(
                self.articles(language),
                key=lambda one: (first.get(one.key, len(first)), sort_key(one.front.title)),
            )
        return self._listed[language]

    def missing(self, language: str) -> Iterator[Article]:
        """Yield the pages that are there in another language only, each in the first that has it."""
        keys = dict.fromkeys(article.key for article in self.corpus.articles)
        return (self.corpus.twins(key)[0] for key in keys if self.corpus.article(language, key) is None)

    def note(self, article: Article, cited: Iterable[Source]) -> None:
        """
        Keep which sources an article was seen to cite when it was rendered; ``serve`` may render it again.

        What a page of one provision cites counts as cited by the law's page.
        """
        users = self.users.setdefault(article.language, {})
        for source in cited:
            users.setdefault(source.id, set()).add(article.path)

    def used_by(self, language: str, source: Source) -> list[Article]:
        """Return the articles of one language that cite a source, once all are rendered."""
        if self.render_all:
            self.render_all()
        users = self.users.get(language, {}).get(source.id, ())
        return [article for article in self.listed(language) if article.path in users]

    def stamp(self, asset: str) -> str:
        """Return a short digest of a file below ``assets`` of the theme: its address changes when it does."""
        if asset not in self._stamps:
            content = self.theme.find(f"assets/{asset}")
            assert content, asset
            self._stamps[asset] = hashlib.sha256(content.read_bytes()).hexdigest()[:8]
        return self._stamps[asset]
