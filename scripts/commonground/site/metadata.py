"""What a page says of itself to programs that cite, index or keep it."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from commonground.export.page_references import PageReference, page_reference
from commonground.metadata.structured_data import About, structured_data
from commonground.model.url import join_address
from commonground.sources.coins import context_object
from commonground.sources.written import iso_day, source_item, text

if TYPE_CHECKING:
    from commonground.site.view import View

Link = tuple[str, str]


class Metadata(Struct, frozen=True, dict=True):
    """The metadata of one page; a page without an address of its own has none."""

    page: "View"

    @cached_property
    def reference(self) -> PageReference | None:
        """How to cite the page, None where it is not dated."""
        article = self.page.article
        return page_reference(article, self.page.corpus, self.page.build.site_url) if article else None

    @property
    def words(self) -> str:
        """The reference in one line of plain text."""
        return self.reference.words if self.reference else ""

    @property
    def files(self) -> list[Link]:
        """Name of each format of the reference, and the address of its file."""
        files = self.reference.files if self.reference else {}
        return [(name, self.page.addresses.file(path)) for name, path in files.items()]

    @property
    def citation_tags(self) -> list[tuple[str, str]]:
        """
        Name and content of each tag that says what a reader would cite: the Highwire tags that reference managers know.

        There is no ``citation_author``: programs take it for a person's name and cut it in two. A source's page has none
        at all, since search engines would take our page for the study; its context object speaks for it.
        """
        if not self.reference:
            return []
        item = self.reference.item
        return [
            ("citation_title", text(item, "title")),
            ("citation_publication_date", iso_day(item).replace("-", "/")),
            ("citation_publisher", self.page.say("site.name")),
            ("citation_language", self.page.lang),
            ("citation_public_url", text(item, "URL")),
            # Without it Zotero would file the page as an article in a journal.
            ("DC.type", "webpage"),
        ]

    @property
    def context_object(self) -> str:
        """The work that a reader of this page would cite: the source on its own page, elsewhere the page itself."""
        if self.page.shown:
            return context_object(source_item(self.page.shown))
        return context_object(self.reference.item) if self.reference else ""

    @property
    def structured_data(self) -> str:
        """The page as JSON-LD."""
        page = self.page
        if not page.canonical:
            return ""
        return structured_data(
            About(
                corpus=page.corpus,
                language=page.lang,
                site=page.build.site_url,
                address=page.canonical,
                title=page.title,
                description=page.description or page.say("site.tagline"),
                above=[
                    (name, join_address(page.canonical, address) or address)
                    for name, address in page.breadcrumb
                ],
                article=page.article,
                source=page.shown,
                cited=page.cited,
            )
        )
