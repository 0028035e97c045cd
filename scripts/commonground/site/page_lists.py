"""The lists of pages that stand on a page: by area, by theme, below it and beside it."""

from functools import cached_property

from commonground.model.anchor import anchor
from commonground.model.article import Article
from commonground.site.page_view import PageView
from commonground.site.view_parts import ArticleView, PrintedView

AREAS = "areas"
"""The part of a site that shows the areas of change."""

AREA = "area"
"""The type of an area's own page, and the key by which an article names its area."""


class PageLists(PageView):
    """A page with the lists of the pages of its language."""

    @property
    def areas(self) -> list[tuple[str, str, str, list[ArticleView]]]:
        """Return id, name and address of each area, and the articles in it."""
        return [
            (id, self.say(f"areas.{id}"), self.area_url(id), self._of_area(id))
            for id in self.corpus.settings.areas
        ]

    def _of_area(self, id: str) -> list[ArticleView]:
        return [self._listed(a) for a in self._own_articles if a.front.text(AREA) == id]

    def area_url(self, id: str) -> str:
        """Return the address of an area: its own page, else its heading on the page of the model (else on this one)."""
        own = (a for a in self._own_articles if a.front.type == AREA and a.front.text(AREA) == id)
        if hub := next(own, None):
            return self.url(hub.key)
        key = self.corpus.settings.pages.get(AREAS, self.key)
        page, place = self.corpus.article(self.lang, key), anchor(self.say(f"areas.{id}"))
        there = page is not None and any(heading.anchor == place for heading in page.headings)
        return self.url(key) + (f"#{place}" if there else "")

    def articles(self, type: str = "") -> list[ArticleView]:
        """Return the articles of this language, what is asked most first, then from A to Z, of one type or all."""
        return [self._listed(a) for a in self._own_articles if not type or a.front.type == type]

    def asked_first(self, type: str) -> list[ArticleView]:
        """Return the articles of one type that are asked for most."""
        first = self.corpus.settings.asked_first
        return [article for article in self.articles(type) if article.key in first]

    def by_theme(self, type: str) -> list[tuple[str, list[ArticleView]]]:
        """Return the articles of one type by the name of their first theme, all but those that are asked for most."""
        first = {article.key for article in self.asked_first(type)}
        rest = [a for a in self._own_articles if a.front.type == type and a.key not in first]
        groups = (
            (theme, [self._listed(a) for a in rest if a.front.names("themes")[:1] == (theme,)])
            for theme in self.corpus.settings.themes
        )
        return [(self.say(f"themes.{theme}"), group) for theme, group in groups if group]

    @cached_property
    def _own_articles(self) -> list[Article]:
        first = {key: at for at, key in enumerate(self.corpus.settings.asked_first)}
        return sorted(
            self.build.articles(self.lang),
            key=lambda article: (
                first.get(article.key, len(first)),
                self.locale.sort_key(article.front.title),
            ),
        )

    def below(self, part: str) -> list[ArticleView]:
        """Return the pages below the page that the site has for a part, in order."""
        key = self.corpus.settings.pages.get(part, "")
        return [self._listed(a) for a in self._own_articles if key and a.key.startswith(f"{key}/")]

    @property
    def beside(self) -> list[ArticleView]:
        """Return the pages of this page's type in its folder, itself among them, by their keys."""
        folder = self.key.rpartition("/")[0]
        own = [
            a for a in self._own_articles if (a.key.rpartition("/")[0], a.front.type) == (folder, self.type)
        ]
        return [self._listed(a) for a in sorted(own, key=lambda article: article.key)]

    @property
    def all_sheets(self) -> list[tuple[ArticleView, list[PrintedView]]]:
        """Return each page of this language that has a sheet, from A to Z, with its files."""
        sheets = self.build.printed.sheets
        there = (a for a in self._own_articles if (self.lang, a.key) in sheets)
        return [(self._listed(a), self._printed(sheets[self.lang, a.key])) for a in there]

    def _listed(self, article: Article) -> ArticleView:
        front = article.front
        return ArticleView(
            front.title, front.description, self.url(article.key), article.key, front.day("reviewed")
        )
