"""What the built pages say of themselves to programs, compared with the records and articles they were made from."""

import html
import json
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from commonground.text.typography import typographic

from ..metadata.shapes import graph_faults
from .built import ARTICLES, LANGUAGES, Site, front_matter, say
from .html_pages import HtmlPage, html_pages

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TAG = re.compile(r'<meta name="((?:citation_|DC\.)[^"]*)" content="([^"]*)">')
CONTEXT = re.compile(r'<span class="Z3988"(?: data-reference="[^"]*")? title="([^"]*)"></span>')
ADDRESSES = re.compile(r'"(?:@id|url|item|contentUrl)":"([^"]*)"')


@pytest.fixture(scope="module")
def pages(site: Site) -> tuple[HtmlPage, ...]:
    """Every page that has an address of its own."""
    return tuple(page for page in html_pages(site) if page.canonical)


def context_of(page: HtmlPage) -> dict[str, list[str]]:
    """Return the one context object of a page."""
    (found,) = CONTEXT.findall(page.text)
    return parse_qs(html.unescape(found), strict_parsing=True)


def page_of(pages: tuple[HtmlPage, ...], url: str) -> HtmlPage:
    return next(page for page in pages if page.url == url)


def test_every_page_has_valid_structured_data(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """One script a page, of the right shape; each address of ours in it leads to a file."""
    wrong = {}
    for page in pages:
        scripts = SCRIPT.findall(page.text)
        faults = graph_faults(json.loads(scripts[0])) if len(scripts) == 1 else [f"{len(scripts)} scripts"]
        ours = [address for address in ADDRESSES.findall(scripts[0]) if address.startswith(site.published)]
        faults += [f"{address} leads nowhere" for address in ours if not site.file(address.partition("#")[0])]
        if faults or not ours:
            wrong[page.url] = faults
    assert wrong == {}


def test_pages_say_what_they_are(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Question pages review a claim, the library is a data set, the path leads to the page itself."""
    for language in LANGUAGES:
        for key, kinds in (
            *((key, {"Article", "BreadcrumbList"}) for key in ARTICLES),
            ("evidence", {"WebPage", "Dataset", "BreadcrumbList"}),
            ("evidence/platt2018", {"WebPage", "BreadcrumbList"}),
            ("", {"WebPage"}),
        ):
            page = page_of(pages, site.url(key, language))
            graph = json.loads(SCRIPT.findall(page.text)[0])["@graph"]
            expected = kinds | ({"ClaimReview"} if key.startswith("myths/") else set())
            assert {node["@type"] for node in graph} == expected, page.url
            assert graph[0]["url"] == page.canonical
            steps = [node["itemListElement"] for node in graph if node["@type"] == "BreadcrumbList"]
            assert [step[-1]["item"] for step in steps] == [page.canonical] * len(steps)


def test_article_tags_agree_with_the_article(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Title, day, language and address as the front matter and the canonical link have them; no person is named."""
    for language in LANGUAGES:
        for key in ARTICLES:
            page = page_of(pages, site.url(key, language))
            front = front_matter(language, key)
            tags = {name: html.unescape(content) for name, content in TAG.findall(page.text)}
            assert tags == {
                "citation_title": typographic(str(front["title"])),
                "citation_publication_date": f"{front['reviewed']:%Y/%m/%d}",
                "citation_publisher": say(language, "site.name"),
                "citation_language": language,
                "citation_public_url": page.canonical,
                "DC.type": "webpage",
            }
            found = context_of(page)
            assert found["rft.type"] == ["webpage"]
            assert found["rft.title"] == [str(front["title"])]
            assert found["rft.aucorp"] == [say(language, "site.name")]
            assert found["rft_id"] == [page.canonical]


def test_a_source_page_gives_the_source(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """The one work on a source's page is the study; no tag lets a search engine take our page for it."""
    sources = json.loads((site.folder / "data/evidence.json").read_bytes())["sources"]
    for language in LANGUAGES:
        for source in sources:
            page = page_of(pages, site.url(f"evidence/{source['id']}", language))
            found = context_of(page)
            (csl,) = json.loads((site.folder / f"data/references/{source['id']}.json").read_bytes())
            titles = [found[key][0] for key in ("rft.atitle", "rft.btitle", "rft.title") if key in found]
            assert titles[0] == csl["title"], page.url
            ids = [f"info:doi/{csl['DOI']}"] if csl.get("DOI") else []
            assert found.get("rft_id", []) == ids + ([csl["URL"]] if csl.get("URL") else [])
            assert TAG.findall(page.text) == []


def test_a_source_page_has_its_reference_in_both_languages(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """The page's language first, the other below in its own language."""
    for language, other in (("en", "fr"), ("fr", "en")):
        text = page_of(pages, site.url("evidence/bedford2013", language)).text
        first, second = (
            text.index('<p class="reference"'),
            text.index(f'<p class="reference-other" lang="{other}"'),
        )
        assert first < second
        cited = {
            "en": "v. Bedford, 2013 SCC 72, [2013] 3 S.C.R. 1101",
            "fr": "c. Bedford, 2013 CSC 72, [2013] 3 R.C.S. 1101",
        }
        assert cited[language] in text[first:second]
        assert cited[other] in text[second : second + 400]


def test_every_reference_file_is_linked(site: Site, pages: tuple[HtmlPage, ...]) -> None:
    """Each file to cite a page or a source is there, and each is offered on its page."""
    linked: set[Path] = set()
    for page in pages:
        for link in page.links:
            if "/data/pages/" in link or "/data/references/" in link:
                path = (page.path.parent / link).resolve()
                assert path.is_file(), (page.url, link)
                linked.add(path)
    there = {
        path.resolve()
        for folder in ("pages", "references")
        for path in (site.folder / "data" / folder).rglob("*.*")
    }
    assert {path for path in there if path.is_file()} == linked
