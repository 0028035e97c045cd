"""The list of pages for search engines, each with its other languages."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from commonground.site.views.page import SitePage


def sitemap_file(pages: Iterable[SitePage]) -> bytes:
    """Return ``sitemap.xml``: the pages with an address of their own, by address."""
    shown = sorted((page for page in pages if page.canonical), key=lambda page: page.canonical)
    body = "\n".join(_entry(page) for page in shown)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{body}\n</urlset>\n"
    ).encode()


def _entry(page: SitePage) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(address)}/>'
        for language, address in page.alternates
    )
    changed = f"<lastmod>{page.reviewed}</lastmod>" if page.reviewed else ""
    return f"<url><loc>{escape(page.canonical)}</loc>{changed}{links}</url>"
