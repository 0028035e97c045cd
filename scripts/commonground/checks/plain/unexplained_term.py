"""
A term of the trade is explained where it first stands on a page.

Why: A word that only specialists know keeps everybody else out, and few readers look it up.

Fix: Say it in everyday words; or keep it and explain it in the same sentence, in parentheses or after "that is". A term in parentheses, after its plain words, needs nothing more. Where the site has a glossary page, a link on the term to its entry there (`#…`) will do.

The terms are a list a language, ``jargon`` in ``locales/<lang>.toml``, each with plain words for it. What a quotation or
a title says is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from commonground.checks.making import maker
from commonground.checks.plain.reading import prose
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.folding import fold, has_any
from commonground.model.passage import Passage, Sentence
from commonground.model.problem import Level, Problem
from commonground.model.settings import Locale

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
Use = tuple[Passage, Sentence, int, int]


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each term that a page uses and nowhere explains, at its first use."""
    for article in corpus.articles:
        locale = corpus.locale(article.language)
        for term, uses in _uses(article, locale).items():
            if any(_is_explained(passage, sentence, end, locale) for passage, sentence, _, end in uses):
                continue
            if _is_linked(term, article):
                continue
            passage, _, start, end = uses[0]
            plain = locale.jargon[term]
            message = (
                f'"{passage.text[start:end]}" is a term that many readers do not know, and the page does not explain it. '
                f"Write it in plain words ({plain}), or explain it in the same sentence, in parentheses."
            )
            yield _problem(article.path, passage.span(start, end), message, (plain,))


def _uses(article: Article, locale: Locale) -> dict[str, list[Use]]:
    """Return where each term stands in our own words, in reading order."""
    found: dict[str, list[Use]] = {}
    terms = tuple(locale.jargon)
    for passage, sentence in prose(article) if terms else ():
        for match in _pattern(terms).finditer(passage.text, sentence.start, sentence.end):
            start, end = match.span()
            if not any(a <= start and end <= b for a, b in (*passage.speech, *passage.code)):
                term = next(one for one in terms if match.group().lower().startswith(one))
                found.setdefault(term, []).append((passage, sentence, start, end))
    return found


def _is_explained(passage: Passage, sentence: Sentence, end: int, locale: Locale) -> bool:
    before, after = passage.text[sentence.start : end], passage.text[end : sentence.end]
    in_brackets = before.count("(") > before.count(")")
    return (
        in_brackets
        or "(" in after[:3]
        or has_any(locale.explaining_words, fold(passage.text[sentence.start : sentence.end]).text)
    )


def _is_linked(term: str, article: Article) -> bool:
    """Tell whether the page links the term to a place of this site, such as its entry in a glossary."""
    for link in article.links:
        target = urlsplit(link.target)
        within = target.fragment and not target.scheme and not target.netloc
        if within and has_any((f"{term}*",), fold(link.text).text):
            return True
    return False


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Match a term and its plural, the longest first."""
    longest = sorted(terms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b", re.IGNORECASE)
