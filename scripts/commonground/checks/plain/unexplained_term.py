"""
A term of the trade is explained where it first stands on a page.

The terms are those that ``data/glossary.yaml`` marks, and beside it a list a language, ``jargon`` in
``languages/<code>/words.toml``, each with plain words for it. What a quotation or a title says is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from posixpath import dirname, relpath

from ahocorasick_rs import AhoCorasick

from commonground.checks.making import maker
from commonground.checks.shared.reading import paragraphs, prose
from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.glossary import GLOSSARY, UNMARKED_BLOCKS, find_terms, marked_forms, takes_marks
from commonground.model.passage import Passage, Sentence
from commonground.model.problem import Level, Problem
from commonground.model.url import split_address
from commonground.text.folding import fold, has_any

LEVEL = Level.SUGGESTION
ECHOES = ("input/broken-yaml", "structure/unknown-block")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
Use = tuple[Passage, Sentence, int, int]
"""A passage, its sentence, and the range of the term in the passage's text."""

Found = tuple[list[Use], bool, str]
"""Where a term stands, whether the glossary marks it, and what to write instead: a link to it, or plain words."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each term that a page uses and nowhere explains, at its first use."""
    marked = {language: marked_forms(corpus, language) for language in corpus.languages}
    for article in corpus.articles:
        locale = corpus.locale(article.language)
        forms = marked.get(article.language, {})
        for uses, is_marked, instead in (*_listed(article, locale, forms), *_marked(article, corpus, forms)):
            if any(_is_explained(passage, sentence, end, locale) for passage, sentence, _, end in uses):
                continue
            passage, _, start, end = uses[0]
            term = passage.text[start:end]
            message = (
                _text("unlinked", term=term, link=instead)
                if is_marked
                else _text("unexplained", term=term, plain=instead)
            )
            yield _problem(article.path, passage.span(start, end), message, (instead,))


def _listed(article: Article, locale: Language, forms: Mapping[str, str]) -> Iterator[Found]:
    """Yield what the page uses of the locale's list, and links to no place that explains it."""
    for term, uses in _uses(article, locale.words.jargon, forms).items():
        if not _is_linked(term, article):
            plain = locale.words.jargon[term]
            yield uses, False, plain


def _marked(article: Article, corpus: Corpus, forms: Mapping[str, str]) -> Iterator[Found]:
    """Yield what the page uses of the glossary's marked terms, and has no link to their entry, set by hand or by the site."""
    for id, uses in _entries(article, forms).items():
        by_the_site = takes_marks(article) and any(
            passage.block not in UNMARKED_BLOCKS for passage, *_ in uses
        )
        if not by_the_site and not _leads_to(id, article):
            passage, _, start, end = uses[0]
            link = f"[{passage.text[start:end]}]({_glossary(corpus, article)}#{id})"
            yield uses, True, link


def _glossary(corpus: Corpus, article: Article) -> str:
    """Return the path of the glossary as the article writes it."""
    page = corpus.part(article.language, GLOSSARY)
    return relpath(page.path, dirname(article.path)) if page else ""


def _uses(article: Article, jargon: Mapping[str, str], forms: Mapping[str, str]) -> dict[str, list[Use]]:
    """Return where each term of the locale's list stands in our own words, in reading order, outside the glossary's."""
    found: dict[str, list[Use]] = {}
    terms = tuple(jargon)
    for passage, sentence in prose(article) if terms else ():
        text = passage.text[sentence.start : sentence.end].lower()
        if not _automaton(terms).find_matches_as_indexes(text):
            continue  # so it is with most sentences, and asking is much faster than looking
        for match in _pattern(terms).finditer(passage.text, sentence.start, sentence.end):
            start, end = match.span()
            longer = any(a <= start and end <= b for a, b, _ in find_terms(passage.text, forms))
            if not longer and _is_ours(passage, start, end):
                term = next(one for one in terms if match.group().lower().startswith(one))
                found.setdefault(term, []).append((passage, sentence, start, end))
    return found


def _entries(article: Article, forms: Mapping[str, str]) -> dict[str, list[Use]]:
    """Return where each marked entry of the glossary stands in our own words, in reading order."""
    found: dict[str, list[Use]] = {}
    for passage in paragraphs(article):
        for start, end, id in find_terms(passage.text, forms):
            within = (one for one in passage.sentences if one.start <= start and end <= one.end)
            if (sentence := next(within, None)) and _is_ours(passage, start, end):
                found.setdefault(id, []).append((passage, sentence, start, end))
    return found


def _is_ours(passage: Passage, start: int, end: int) -> bool:
    return not any(a <= start and end <= b for a, b in (*passage.speech, *passage.code))


def _leads_to(id: str, article: Article) -> bool:
    """Tell whether the page links to an entry of the glossary."""
    targets = (split_address(link.target) for link in article.links)
    return any(target is not None and target.fragment == id for target in targets)


def _is_explained(passage: Passage, sentence: Sentence, end: int, locale: Language) -> bool:
    before, after = passage.text[sentence.start : end], passage.text[end : sentence.end]
    in_brackets = before.count("(") > before.count(")")
    return (
        in_brackets
        or "(" in after[:3]
        or has_any(locale.words.explaining_words, fold(passage.text[sentence.start : sentence.end]).text)
    )


def _is_linked(term: str, article: Article) -> bool:
    """Tell whether the page links the term to a place of this site, such as its entry in a glossary."""
    for link in article.links:
        target = split_address(link.target)
        within = target is not None and target.fragment and target.is_relative
        if within and has_any((f"{term}*",), fold(link.text).text):
            return True
    return False


@cache
def _automaton(terms: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(terms)


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Match a term and its plural, the longest first."""
    longest = sorted(terms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b", re.IGNORECASE)
