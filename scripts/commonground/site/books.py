"""Which pages of a language go into its book, and in which order."""

from collections.abc import Iterable
from pathlib import Path

from commonground.files.writing import write_files
from commonground.model.address import page_path
from commonground.paper.book import PATH, STYLES, Chapter, book
from commonground.site.build import Build
from commonground.site.views.article import ArticlePage
from commonground.site.views.page import SitePage

_DATA = ("law", "law-timeline", "services", "glossary")
"""Layouts of plain pages that have text of their own to read on."""


def bind_books(folder: Path, build: Build, pages: Iterable[SitePage]) -> None:
    """Write the book of each language beside its home page."""
    articles = [page for page in pages if isinstance(page, ArticlePage)]
    styles = build.theme.find(STYLES)
    assert styles, STYLES
    for language in build.corpus.languages:
        chapters = _chapters(build, [page for page in articles if page.lang == language])
        if not chapters:
            continue
        home = page_path(language, "", build.corpus.default_language)
        locale, address = build.corpus.locale(language), build.site_url + home
        made = book(chapters, locale, build.references[language], address, styles.read_text("utf-8"))
        write_files(folder, {home + PATH: made})


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
