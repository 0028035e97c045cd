"""
Two programs read our Markdown: the checks' reader, which keeps places, and the renderer, which makes the page.

They must see the same words, citations and anchors, article by article, or a check would pass what a reader never sees.
"""

import re
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from commonground.export.claims import claims
from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.glossary import marked_forms, takes_marks
from commonground.model.passage import CITATION_CHARACTER, Kind
from commonground.read.corpus import read_corpus

from .conftest import ROOT, TODAY

CORPUS = read_corpus(ROOT, TODAY)
_ELSEWHERE = (
    Kind.TITLE,
    Kind.DESCRIPTION,
    Kind.CLAIM,
    Kind.CREDITS,
    Kind.IMAGE_TEXT,
    Kind.LINK_TITLE,
)
"""What stands in attributes, or outside the article's text."""

ARTICLES = [pytest.param(article, id=article.path.removeprefix("docs/")) for article in CORPUS.articles]


class Page(HTMLParser):
    """What stands on the rendered page: words in order, citation marks, ids of headings."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.citations: list[str] = []
        self.anchors: list[str] = []
        self.claims: list[str] = []
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if "cite" in classes:
            self.citations += (values.get("data-finding") or "").split() or [""]
        if "cites" in classes:
            self.claims.append(values.get("id") or "")
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.anchors.append(values.get("id") or "")
        starts = {"cites", "block-label", "chart-body"} & set(classes)
        if (self._skipped or starts) and tag not in ("br", "img", "hr"):
            self._skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.words += words(data)


def words(text: str) -> list[str]:
    """Return the words of a text, apostrophes made plain."""
    return re.findall(r"[^\W_]+", text.replace("’", "'"))


def rendered(article: Article) -> Page:
    """Render an article as the site does, without its source list."""
    extension = CommonGroundExtension(
        corpus=CORPUS,
        lang=article.language,
        references={},
        append_sources=False,
        glossary=marked_forms(CORPUS, article.language) if takes_marks(article) else {},
    )
    page = Page()
    page.feed(Markdown(extensions=[extension]).convert(article.body))
    return page


@pytest.mark.parametrize("article", ARTICLES)
def test_both_see_the_same_words(article: Article) -> None:
    """Every word on the page is in a passage, in the same order, and the reverse."""
    seen = [
        word
        for passage in article.passages
        if passage.kind not in _ELSEWHERE
        for word in words(passage.text.replace(CITATION_CHARACTER, " "))
    ]
    assert rendered(article).words == seen


@pytest.mark.parametrize("article", ARTICLES)
def test_both_see_the_same_citations_and_anchors(article: Article) -> None:
    """Each citation that the checks read stands on the page, and links find the anchors that the checks know."""
    page = rendered(article)
    assert len(page.citations) == len(article.citations)
    for mark, citation in zip(page.citations, article.citations, strict=True):
        assert not citation.finding or mark == f"finding-{citation.source}-{citation.finding}"
    assert page.anchors == [heading.anchor for heading in article.headings]


@pytest.mark.parametrize("article", ARTICLES)
def test_each_published_claim_has_its_place(article: Article) -> None:
    """The anchors that claims.json gives are ids on the page, each once, in the same order."""
    page = rendered(article)
    published = [claim["anchor"] for claim in claims(article, CORPUS)]
    assert len(set(page.claims)) == len(page.claims)
    assert [anchor for anchor in page.claims if anchor in set(published)] == published


def test_there_are_articles_to_compare() -> None:
    """The comparison has something to compare."""
    assert len(ARTICLES) >= 40
    assert isinstance(CORPUS, Corpus)
