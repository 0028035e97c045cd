"""Every link inside the site leads somewhere."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from commonground.checks.making import maker, nearest
from commonground.languages.message import Message, texts_of
from commonground.model.address import target_path
from commonground.model.article import Article, Link
from commonground.model.corpus import Corpus
from commonground.model.generated import anchors_beside, generated_anchors
from commonground.model.problem import Level, Problem
from commonground.model.url import split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each link to a page, anchor or file that is not there."""
    by_path = {article.path: article for article in corpus.articles}
    for article in corpus.articles:
        for link in article.links:
            fault = _fault(article, link, by_path, corpus)
            if fault:
                yield _problem(article.path, link.span, fault)
    for path, link in corpus.reference.links:
        parts = split_address(link.target)
        if parts is not None and parts.is_relative:
            yield _problem(path, link.span, _text("in-data", target=link.target))


def _fault(article: Article, link: Link, by_path: dict[str, Article], corpus: Corpus) -> Message | None:
    target = split_address(link.target)
    if target is None or not target.is_relative:
        return None
    if target.path.startswith("/"):
        return _text("from-top", target=link.target)
    path = target_path(article.path, link.target)
    here = f"docs/{article.language}/"
    page = by_path.get(path) or _elsewhere(path, here, by_path, corpus)
    if (path in by_path or path in corpus.assets) and not path.startswith(here):
        return _text("other-language", target=link.target, folder=here)
    if page is None:
        beside = anchors_beside(path, article.language, corpus)
        if beside:
            return _lost(unquote(target.fragment), path, list(beside))
        is_there = path in corpus.assets or beside is not None
        return None if is_there else _missing(article, link, path, by_path, corpus)
    if page.front.draft and not article.front.draft:
        return _text("draft", path=page.path)
    if page.path != path:
        return None
    known = [heading.anchor for heading in page.headings]
    return _lost(unquote(target.fragment), path, [*known, *generated_anchors(page, corpus)])


def _lost(anchor: str, path: str, known: list[str]) -> Message | None:
    """Return what is wrong with an anchor that is not among those of its page."""
    if not anchor or anchor in known:
        return None
    if near := nearest(anchor, known):
        return _text("no-anchor-near", path=path, anchor=anchor, near=near)
    return _text("no-anchor", path=path, anchor=anchor)


def _elsewhere(path: str, here: str, by_path: dict[str, Article], corpus: Corpus) -> Article | None:
    """Return the page that only another language has: in this one, a page that says so stands there."""
    inside = path.removeprefix(here)
    others = (f"docs/{language}/{inside}" for language in corpus.languages) if inside != path else ()
    found = (by_path[other] for other in others if other in by_path)
    return next((page for page in found if not page.front.draft), None)


def _missing(article: Article, link: Link, path: str, by_path: dict[str, Article], corpus: Corpus) -> Message:
    """Say what is not there, and which page or file of the same language may be meant, as a path from this one."""
    here = f"docs/{article.language}/"
    ending = posixpath.splitext(path)[1]
    known = [
        posixpath.relpath(other, posixpath.dirname(article.path))
        for other in (*by_path, *corpus.assets)
        if other.startswith(here) and other != article.path and other.endswith(ending or ".md")
    ]
    written = posixpath.relpath(path, posixpath.dirname(article.path))
    same_name = next((k for k in known if posixpath.basename(k) == posixpath.basename(path)), "")
    if near := same_name or nearest(written, known):
        return _text("missing-near", target=link.target, path=path, near=near)
    if link.is_image:
        return _text("missing-picture", target=link.target, path=path)
    return _text("missing", target=link.target, path=path)
