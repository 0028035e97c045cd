"""What a page says of itself to programs that cite, index or keep it."""

from functools import cached_property

from msgspec import Struct

from commonground.export.page_references import PageReference, page_reference
from commonground.metadata.structured_data import About, structured_data
from commonground.site.addresses import Addresses
from commonground.site.views.parts import Link
from commonground.sources.coins import context_object
from commonground.sources.written import iso_day, source_item


class Metadata(Struct, frozen=True, dict=True):
    """The metadata of one page, as written at its addresses; a page without an address of its own has none."""

    about: About
    addresses: Addresses

    @cached_property
    def reference(self) -> PageReference | None:
        """How to cite the page, None where it is not dated."""
        about = self.about
        return page_reference(about.article, about.corpus, about.site) if about.article else None

    @property
    def words(self) -> str:
        """The reference in one line of plain text."""
        return self.reference.words if self.reference else ""

    @property
    def files(self) -> list[Link]:
        """Name of each format of the reference, and the address of its file."""
        files = self.reference.files if self.reference else {}
        return [(name, self.addresses.file(path)) for name, path in files.items()]

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
            ("citation_title", item.title),
            ("citation_publication_date", iso_day(item).replace("-", "/")),
            ("citation_publisher", self.about.corpus.locale(self.about.language).say("site.name")),
            ("citation_language", self.about.language),
            ("citation_public_url", item.url),
            # Without it Zotero would file the page as an article in a journal.
            ("DC.type", "webpage"),
        ]

    @property
    def context_object(self) -> str:
        """The work that a reader of this page would cite: the source on its own page, elsewhere the page itself."""
        if self.about.source:
            return context_object(source_item(self.about.source))
        return context_object(self.reference.item) if self.reference else ""

    @property
    def structured_data(self) -> str:
        """The page as JSON-LD."""
        return structured_data(self.about) if self.about.address else ""
