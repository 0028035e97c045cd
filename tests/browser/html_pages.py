"""The built HTML, read as a machine reads it: one record a page."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from msgspec import Struct, field

from .built import Site

DATA = ("application/ld+json", "application/json")
"""Types of script elements that hold data and are never run."""

LINKS = (
    "href",
    "src",
    "action",
    "poster",
    "data-module",
    "data-answers",
    "data-entries",
    "data-sources",
    "data-pagefind",
)


class HtmlPage(Struct):
    """
    What one HTML file says.

    Attributes:
        url: Its address on the local server.
        links: Every address in it, as written.
        alternates: Language to address, from the head.
        inline: Inline scripts, styles and handlers, which the policy forbids.
    """

    path: Path
    url: str
    text: str
    language: str = ""
    title: str = ""
    canonical: str = ""
    policy: str = ""
    robots: str = ""
    description: str = ""
    headings: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    inline: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Fills one HtmlPage."""

    def __init__(self, page: HtmlPage) -> None:
        super().__init__()
        self.page, self.inside, self.drawing = page, "", 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        page = self.page
        if tag == "svg":
            self.drawing += 1
        page.ids += [found["id"]] if "id" in found else []
        page.links += [found[name] for name in LINKS if name in found]
        page.inline += [f"<{tag} {name}>" for name in found if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not found.get("src") and found.get("type") not in DATA):
            page.inline.append(f"<{tag}>")
        if tag == "html":
            page.language = found.get("lang", "")
        if tag in ("h1", "title") and not self.drawing:
            self.inside = tag
            page.headings += [""] if tag == "h1" else []
        self._head(tag, found)

    def _head(self, tag: str, found: dict[str, str]) -> None:
        if tag == "link" and found.get("rel") == "canonical":
            self.page.canonical = found["href"]
        if tag == "link" and found.get("rel") == "alternate" and "hreflang" in found:
            self.page.alternates[found["hreflang"]] = found["href"]
        if tag == "meta":
            content = found.get("content", "")
            self.page.policy += content if found.get("http-equiv") == "Content-Security-Policy" else ""
            self.page.robots += content if found.get("name") == "robots" else ""
            self.page.description += content if found.get("name") == "description" else ""

    def handle_endtag(self, tag: str) -> None:
        self.drawing -= tag == "svg"
        self.inside = "" if tag in ("h1", "title") else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.page.title += data
        elif self.inside == "h1":
            self.page.headings[-1] += data


@cache
def html_pages(site: Site) -> tuple[HtmlPage, ...]:
    """Read every HTML file of the built site, in the order of their paths."""
    pages = []
    for path in sorted(site.folder.rglob("*.html")):
        local = path.relative_to(site.folder).as_posix()
        page = HtmlPage(path, site.base + local.removesuffix("index.html"), path.read_text(encoding="utf-8"))
        _Reader(page).feed(page.text)
        pages.append(page)
    return tuple(pages)
