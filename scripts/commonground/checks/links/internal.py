"""
Every link inside the site leads somewhere.

Why: A reader who follows a link to a source or to help must arrive.

Fix: Correct the path or the anchor; pages are linked by their file, such as `../media/language-guide.md`.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from commonground.checks.making import did_you_mean, maker
from commonground.model.address import target_path
from commonground.model.article import Article, Link
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY_PAGE
from commonground.model.problem import Level, Problem
from commonground.model.url import split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)


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
            message = f'"{link.target}" leads elsewhere from each page that shows this text. Write a whole web address, or no link.'
            yield _problem(path, link.span, message)


def _fault(article: Article, link: Link, by_path: dict[str, Article], corpus: Corpus) -> str:
    target = split_address(link.target)
    if target is None or not target.is_relative:
        return ""
    if target.path.startswith("/"):
        return f'"{link.target}" starts at the top of the server, which breaks where the site lives in a folder. Write the path from this file, such as ../media/choosing-words.md.'
    path = target_path(article.path, link.target)
    page = by_path.get(path)
    here = f"docs/{article.language}/"
    if (page or path in corpus.assets) and not path.startswith(here):
        return f'"{link.target}" leads into the folder of another language, which pages of this one cannot reach. Link a page or file of {here}.'
    if page is None:
        return (
            ""
            if path in corpus.assets or _is_generated(path, article, corpus)
            else _missing(article, link, path, by_path, corpus)
        )
    if page.front.draft and not article.front.draft:
        return (
            f"{page.path} is a draft, so the site does not have it. Publish it first, or take the link out."
        )
    anchor = unquote(target.fragment)
    anchors = [heading.anchor for heading in page.headings]
    if page.key == GLOSSARY_PAGE:
        anchors += [entry.id for entry in corpus.reference.entries("terms")]
    if anchor and anchor not in anchors:
        return f'{page.path} has no heading with the anchor "{anchor}".{did_you_mean(anchor, anchors)}'
    return ""


def _is_generated(path: str, article: Article, corpus: Corpus) -> bool:
    """Each source has a page of its own that the build writes."""
    folder, _, name = path.rpartition("/")
    return folder == f"docs/{article.language}/evidence" and name.removesuffix(".md") in corpus.source_ids


def _missing(article: Article, link: Link, path: str, by_path: dict[str, Article], corpus: Corpus) -> str:
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
    hint = f' Did you mean "{same_name}"?' if same_name else did_you_mean(written, known)
    advice = hint or (
        " Give the file of the picture, beside this page." if link.is_image else " Links to pages end in .md."
    )
    return f'"{link.target}" leads to {path}, which is not there.{advice}'
