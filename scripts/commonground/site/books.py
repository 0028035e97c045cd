"""Which pages of a language go into its book, and in which order."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

from commonground.files.kept import Kept
from commonground.files.writing import write_files
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.languages.terminal import terminal_language
from commonground.model.address import page_path
from commonground.paper.book import PATH, BookError, Chapter, book
from commonground.site.build import Build
from commonground.site.views.article import ArticlePage
from commonground.site.views.page import SitePage

_text = texts_of(__name__)

_DATA = ("law", "law-timeline", "services", "glossary")
"""Layouts of plain pages that have text of their own to read on."""


def bind_books(folder: Path, build: Build, pages: Iterable[SitePage], kept: Kept) -> None:
    """Write the book of each language beside its home page. Raises: PluginError: Pandoc made none."""
    articles = [page for page in pages if isinstance(page, ArticlePage)]
    for language in build.corpus.languages:
        chapters = _chapters(build, [page for page in articles if page.lang == language])
        if not chapters:
            continue
        home = page_path(language, "", build.corpus.default_language)
        locale, references = build.corpus.locale(language), dict(build.references[language])
        try:
            made = book(chapters, locale, references, build.site_url + home, kept)
        except BookError as error:
            message = say(_text("no-book", error=str(error)), terminal_language() or locale.code)
            raise PluginError(message) from None
        write_files(folder, {home + PATH: made})
    kept.tidy()


def _chapters(build: Build, pages: Iterable[ArticlePage]) -> list[Chapter]:
    """Return the articles by type and title, then the pages made of data."""
    types = [name for name in build.corpus.types if name != "page"]
    found: list[tuple[int, str, Chapter]] = []
    for page in pages:
        checked = page.reviewed
        if checked is None or (page.type not in types and page.layout not in _DATA):
            continue
        place = types.index(page.type) if page.type in types else len(types) + _DATA.index(page.layout)
        chapter = Chapter(page.title, page.content, page.sources_html, page.canonical, checked)
        found.append((place, page.locale.sort_key(page.title), chapter))
    return [chapter for _, _, chapter in sorted(found, key=lambda one: one[:2])]
