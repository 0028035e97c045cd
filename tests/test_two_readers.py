"""
Two programs read our Markdown: the checks' reader, which keeps places, and the renderer, which makes the page.

Where they do not see the same, structure/read-differently and its neighbours say so. Here pages are taken apart in another
way, and what stands in them is held against the very passages, links and headings that all checks work with.
"""

import re
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from msgspec.structs import replace

from commonground.checks.evidence import citation_form
from commonground.checks.structure import (
    list_numbers,
    read_differently,
    stray_markup,
    table_rows,
    unknown_block,
    unsafe_html,
)
from commonground.export.claims import claims
from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.glossary import marked_forms, takes_marks
from commonground.model.passage import CITATION_CHARACTER, Kind
from commonground.model.problem import Problem
from commonground.model.reference import Reference
from commonground.read.article import read_article
from commonground.read.corpus import read_corpus

from .conftest import PAGES, ROOT, TODAY, own_article
from .constructs import any_blocks, well_written

TINY = replace(read_corpus(ROOT / "tests/site/tiny", TODAY), articles=(), reference=Reference())

_ELSEWHERE = (
    Kind.TITLE,
    Kind.DESCRIPTION,
    Kind.CLAIM,
    Kind.CREDITS,
    Kind.IMAGE_TEXT,
    Kind.LINK_TITLE,
)
"""What stands in attributes, or outside the article's text."""

_CHECKS: tuple[Callable[[Corpus], Iterable[Problem]], ...] = tuple(
    module.check
    for module in (
        citation_form,
        list_numbers,
        read_differently,
        stray_markup,
        table_rows,
        unknown_block,
        unsafe_html,
    )
)
"""Those that tell when a page is not what it seems."""


class Page(HTMLParser):
    """What stands on the rendered page: words in order, citation marks, ids of headings, links and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.citations: list[str] = []
        self.anchors: list[str] = []
        self.claims: list[str] = []
        self.targets: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        if "cite" in classes:
            self.citations += values.get("data-finding", "").split() or [""]
        if "cites" in classes:
            self.claims.append(values.get("id", ""))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.anchors.append(values.get("id", ""))
        starts = {"cites", "block-label", "chart-body"} & set(classes)
        if (self._skipped or starts) and tag not in ("br", "img", "hr"):
            self._skipped.append(tag)
        if not self._skipped:
            self.targets += [
                values[name] for name in ("href", "src") if name in values and "term" not in classes
            ]

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.words += words(data)


def words(text: str) -> list[str]:
    """Return the words of a text, apostrophes made plain."""
    return re.findall(r"[^\W_]+", text.replace("’", "'"))


def rendered(article: Article, corpus: Corpus) -> Page:
    """Render an article as the site does, without its source list."""
    extension = CommonGroundExtension(
        corpus=corpus,
        lang=article.language,
        references={},
        append_sources=False,
        glossary=marked_forms(corpus, article.language) if takes_marks(article) else {},
    )
    page = Page()
    page.feed(Markdown(extensions=[extension]).convert(article.body))
    return page


def assert_alike(article: Article, page: Page) -> None:
    """What readers get is what the checks have: every word in a passage, in the same order, and the reverse."""
    seen = [
        word
        for passage in article.passages
        if passage.kind not in _ELSEWHERE
        for word in words(passage.text.replace(CITATION_CHARACTER, " "))
    ]
    assert page.words == seen
    assert page.anchors == [heading.anchor for heading in article.headings]
    assert sorted(page.targets) == sorted(link.target for link in article.links)


@pytest.mark.parametrize("path", PAGES)
def test_both_see_the_same(path: str, project: Corpus) -> None:
    """Words, anchors, links, citations and published claims of the project's own pages."""
    article = own_article(path)
    page = rendered(article, project)
    assert_alike(article, page)
    assert len(page.citations) == len(article.citations)
    for mark, citation in zip(page.citations, article.citations, strict=True):
        assert not citation.finding or mark == f"finding-{citation.source}-{citation.finding}"
    published = [claim["anchor"] for claim in claims(article, project)]
    assert len(set(page.claims)) == len(page.claims)
    assert [anchor for anchor in page.claims if anchor in set(published)] == published


def test_there_are_articles_to_compare() -> None:
    """The comparison has something to compare."""
    assert len(PAGES) >= 40


def made(body: str) -> tuple[Article, list[Problem]]:
    """Return an article with this body, and what the checks tell of how it is written."""
    data = f'---\ntitle: "T"\ntype: page\ndescription: "D"\n---\n\n{body}'.encode()
    article, _ = read_article("docs/en/page.md", "en", "page", data, TINY.locale("en"), reads_code=True)
    assert article is not None
    corpus = replace(TINY, articles=(article,))
    return article, [problem for check in _CHECKS for problem in check(corpus)]


SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@SOME
@given(well_written())
def test_what_is_well_written_is_read_alike(body: str) -> None:
    """No alarm for any of our constructs, nested, and the page is what the checks have seen."""
    article, told = made(body)
    assert told == []
    assert_alike(article, rendered(article, TINY))


@SOME
@given(st.one_of(any_blocks(), st.tuples(well_written(), any_blocks()).map("\n\n".join)))
def test_both_see_the_same_or_it_is_told(body: str) -> None:
    """Markdown of every construct, also of other programs and broken: told in its place, or read alike."""
    article, told = made(body)
    lines = body.count("\n") + article.body_line
    assert all(article.body_line <= problem.span.line <= lines for problem in told)
    if not told:
        assert_alike(article, rendered(article, TINY))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("## Lamps ![well-lit <!-- a note -->](lamp.png) {#lamps}", id="braces-behind-a-picture"),
        pytest.param("## *Lamps <!-- a note -->* {#lamps}", id="braces-behind-italics"),
        pytest.param("<!-- nothing but a note -->", id="nothing"),
        pytest.param("[lamps]: case.md", id="nothing-but-an-address"),
        pytest.param("\\", id="a-backslash"),
    ],
)
def test_odd_bodies_are_compared_without_a_fault(body: str) -> None:
    """What made the comparison stumble once."""
    article, told = made(body)
    if not told:
        assert_alike(article, rendered(article, TINY))
