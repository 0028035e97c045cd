"""A figure that no record carries reaches no reader: in every construct, it is not shown, or an error stands at its place."""

from html import unescape

import pytest
from markdown import Markdown
from msgspec.structs import replace

from commonground.checks import registry
from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.read.article import read_article
from commonground.read.corpus import read_corpus

from .conftest import ROOT, TODAY
from .invented import invented_front
from .planted import PLANTED

TINY = read_corpus(ROOT / "tests/site/tiny", TODAY)


def page(name: str) -> Article:
    """Return a page that holds a construct and nothing else."""
    path, data = f"docs/en/about/{name}.md", (invented_front() + PLANTED[name]).encode()
    article, _ = read_article(path, "en", f"about/{name}", data, TINY.locale("en"), reads_code=True)
    assert article is not None
    return article


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """All of them in one site."""
    return replace(TINY, articles=(*TINY.articles, *map(page, PLANTED)))


@pytest.fixture(scope="module")
def errors(corpus: Corpus) -> dict[str, list[Problem]]:
    """The errors of each page."""
    found: dict[str, list[Problem]] = {}
    for problem in registry.run(corpus).problems:
        if problem.level is Level.ERROR:
            found.setdefault(problem.path, []).append(problem)
    return found


def shown(article: Article, corpus: Corpus) -> str:
    """Return the page as readers get it."""
    extension = CommonGroundExtension(corpus=corpus, references={"example2020": "A reference."})
    return unescape(Markdown(extensions=[extension]).convert(article.body))


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_figure_is_told_where_it_stands(
    name: str, corpus: Corpus, errors: dict[str, list[Problem]]
) -> None:
    """The error is on the line of the figure, or covers it."""
    article = page(name)
    if "67" not in shown(article, corpus):
        return
    at = next(n for n, line in enumerate(article.body.split("\n"), article.body_line) if "67" in line)
    places = [(p.span.line, p.span.end_line, p.rule) for p in errors.get(article.path, ())]
    assert any(first <= at <= last for first, last, _ in places), places


def test_nearly_all_of_them_are_shown(corpus: Corpus) -> None:
    """Otherwise the test above would prove little."""
    assert sum("67" in shown(page(name), corpus) for name in PLANTED) > 110
