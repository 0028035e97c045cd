"""Every built HTML file: its head, its ids, its links, and the files that lie beside them."""

from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from commonground.cli.rendered import rendered_pages
from commonground.model.corpus import Corpus
from commonground.online.extract import encoded, external_addresses
from commonground.text.typography import typographic

from .built import LANGUAGES, PUBLISHED, ROOT, Site, front_matter, say
from .html_pages import HtmlPage, html_pages

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def pages(site: Site) -> tuple[HtmlPage, ...]:
    """Every HTML page of the built site."""
    return html_pages(site)


@pytest.fixture
def indexed(pages: tuple[HtmlPage, ...]) -> list[HtmlPage]:
    """The pages that search engines may keep."""
    return [page for page in pages if "noindex" not in page.robots]


OPENED = "read="
"""Begins the address of a page that is opened for reading it against its findings."""


def where(site: Site, page: HtmlPage) -> str:
    """Return a page's path below the site's root."""
    return page.url.removeprefix(site.base)


def language_of(site: Site, page: HtmlPage) -> str:
    """Return the language that a page's address promises."""
    return "fr" if where(site, page).startswith("fr/") else "en"


def key_of(site: Site, page: HtmlPage) -> str:
    """Return a page's key, the same in every language."""
    return where(site, page).removeprefix("fr/").rstrip("/")


def test_every_article_is_there_in_both_languages(site: Site) -> None:
    """Each Markdown file has its page, and each record its own, in English and French."""
    keys = [
        path.relative_to(ROOT / "docs/en").with_suffix("").as_posix()
        for path in (ROOT / "docs/en").rglob("*.md")
    ]
    keys = [key.removesuffix("/index").removesuffix("index") for key in keys]
    keys += [f"evidence/{path.stem}" for path in (ROOT / "evidence").glob("*.yaml")]
    urls = [site.url(key, language) for key in keys for language in LANGUAGES]
    assert [url for url in urls if site.file(url) is None] == []


def test_titles_are_in_their_language(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """A title begins with the page's own title and ends with the site's name, both in the page's language."""
    wrong = []
    for page in pages:
        language = language_of(site, page)
        name = say(language, "site.name")
        title = typographic(str(front_matter(language, key_of(site, page)).get("title", "")))
        home = key_of(site, page) == ""
        if not page.title.endswith(name) or not (home or page.title.startswith(title)):
            wrong.append((where(site, page), page.title))
    assert wrong == []


def test_no_two_pages_share_a_title(site: Site, indexed: list[HtmlPage]) -> None:
    """In a list of tabs or results each page can be told from the others of its language."""
    seen: dict[tuple[str, str], list[str]] = {}
    for page in indexed:
        seen.setdefault((language_of(site, page), page.title), []).append(where(site, page))
    assert {title: paths for title, paths in seen.items() if len(paths) > 1} == {}


def test_the_language_is_declared(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """`<html lang>` says the language that the address promises."""
    assert [where(site, page) for page in pages if page.language != language_of(site, page)] == []


def test_there_is_one_heading_and_a_description(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Every page has exactly one first heading, with words in it, and says in a sentence what it holds."""
    assert [
        where(site, page) for page in pages if len(page.headings) != 1 or not page.headings[0].strip()
    ] == []
    assert [where(site, page) for page in pages if len(page.description) < 20] == []


def test_ids_are_unique(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """No id stands twice on a page, so that a link can lead to one place only."""
    twice = {where(site, page): {i for i in page.ids if page.ids.count(i) > 1} for page in pages}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_link_leads_somewhere(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Each internal address is a file of the site, and each fragment an id of its page."""
    ids = {page.path: set(page.ids) for page in pages}
    dead = set()
    for page in pages:
        for link in page.links:
            target, fragment = urldefrag(urljoin(page.url, link))
            if not target.startswith((site.base, site.published)):
                if urlsplit(target).netloc == urlsplit(site.base).netloc:
                    dead.add((where(site, page), link))
                continue
            file = site.file(target)
            is_known = file not in ids or fragment.startswith(OPENED) or unquote(fragment) in ids[file]
            if file is None or (fragment and not is_known):
                dead.add((where(site, page), link))
    assert sorted(dead) == []


def test_every_external_address_is_asked(pages: tuple[HtmlPage, ...], project: Corpus) -> None:
    """`commonground links` renders pages without the engine; it finds the addresses of the built site, no more, no fewer."""
    built = {encoded(link) for page in pages for link in page.links} - {""}
    outside = {address for address in built if not address.startswith(PUBLISHED)}
    assert outside == set(external_addresses(rendered_pages(project)))


def test_outside_links_tell_nobody(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Addresses on other sites are https, http of a source, mail or telephone; nothing else."""
    schemes = {urlsplit(link).scheme for page in pages for link in page.links}
    assert schemes <= {"", "http", "https", "mailto", "tel", "sms"}
    assert all('name="referrer" content="no-referrer"' in page.text for page in pages)


def test_addresses_for_search_engines_are_complete(site: Site, indexed: list[HtmlPage]) -> None:
    """Canonical and hreflang are absolute, lead to real pages, and the pages name each other."""
    wrong = []
    there = {page.url for page in indexed}
    for page in indexed:
        path, key = where(site, page), key_of(site, page)
        urls = {language: site.url(key, language) for language in LANGUAGES}
        own = {code: url.replace(site.base, site.published) for code, url in urls.items() if url in there}
        expected = own | {"x-default": next(iter(own.values()))}
        if page.canonical != site.published + path or page.alternates != expected:
            wrong.append((path, page.canonical, page.alternates))
    assert wrong == []


def test_the_sitemap_lists_what_may_be_kept(site: Site, indexed: list[HtmlPage]) -> None:
    """Every page that may be kept is in the sitemap with its other language, and no other page is."""
    entries = ElementTree.parse(site.folder / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    listed = {
        str(entry.findtext(f"{SITEMAP}loc")): {
            str(a.get("hreflang")): str(a.get("href")) for a in entry.findall(XHTML)
        }
        for entry in entries
    }
    assert len(listed) == len(entries), "an address is listed twice"
    assert set(listed) == {page.canonical for page in indexed}
    assert {page.canonical for page in indexed if listed[page.canonical] != page.alternates} == set()


def test_the_page_for_lost_readers_speaks_both_languages(site: Site) -> None:
    """404.html says in English and French what happened, marks the other language, and is not kept."""
    page = next(page for page in html_pages(site) if page.path.name == "404.html")
    for language in LANGUAGES:
        assert say(language, "notfound.title") in page.text
        assert say(language, "notfound.text") in page.text
    assert 'lang="fr"' in page.text
    assert "noindex" in page.robots
    assert all(not link.startswith((".", "assets")) for link in page.links), (
        "its links must work at any depth"
    )


def test_every_page_carries_the_policy(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """The content policy is on each page, and nothing inline that it would refuse."""
    assert [where(site, page) for page in pages if page.policy != POLICY] == []
    assert {where(site, page): page.inline for page in pages if page.inline} == {}


def test_servers_are_told_the_policy(site: Site) -> None:
    """`_headers` gives the policy and what only a header can say."""
    text = (site.folder / "_headers").read_text(encoding="utf-8")
    assert text.startswith("/*\n")
    for words in (
        POLICY,
        "frame-ancestors 'none'",
        "nosniff",
        "Permissions-Policy:",
        "Referrer-Policy: no-referrer",
    ):
        assert words in text


def test_nothing_of_the_workshop_is_published(site: Site) -> None:
    """No template, Markdown, record, Python or map file lies in the site, nor any of the theme's own scripts."""
    names = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()]
    stray = (".md", ".py", ".yaml", ".yml", ".map", ".pyc", ".toml", ".lock")
    assert [
        name
        for name in names
        if name.endswith(stray) or name.split("/")[0] in ("layouts", "types", "components")
    ] == []
    assert [name for name in names if "bundle." in name or "palette." in name or "search_index" in name] == []
