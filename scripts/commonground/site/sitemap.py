"""The list of pages for search engines, each with its other languages."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from commonground.site.view import View


def sitemap_file(views: Iterable[View]) -> bytes:
    """Return ``sitemap.xml``: the pages with an address of their own, by address."""
    pages = sorted((view for view in views if view.canonical), key=lambda view: view.canonical)
    body = "\n".join(_entry(view) for view in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{body}\n</urlset>\n"
    ).encode()


def _entry(view: View) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(address)}/>'
        for language, address in view.alternates
    )
    changed = f"<lastmod>{view.reviewed}</lastmod>" if view.reviewed else ""
    return f"<url><loc>{escape(view.canonical)}</loc>{changed}{links}</url>"
