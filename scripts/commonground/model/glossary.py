"""The glossary's marks: which terms lead to their entry, in which forms, and where on a page."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.marks import CHART, SELF_CHECK, STATEMENT
from commonground.model.passage import CITATION_CHARACTER
from commonground.model.reference import Term

GLOSSARY = "glossary"
"""The part of a site that shows the entries, each under an anchor that is its id."""

UNMARKED_BLOCKS = frozenset(("fact", "myth", "quote-this", "example", "clause", SELF_CHECK, STATEMENT, CHART))
"""Blocks in which no term is marked: the answer, what others say, and wording shown as wording."""

_JOINING = r"\u0300-\u036f"
_UNSEEN = f" \n\t\u00a0\u2060{CITATION_CHARACTER}"


def takes_marks(article: Article | None) -> bool:
    """Tell whether terms are marked on a page: on articles of every type, not on pages that lead on or are lists."""
    return article is not None and article.front.type not in ("", "page")


def marked_forms(corpus: Corpus, language: str) -> Mapping[str, str]:
    """Return the entry's id by each form of a term to be marked; none where the language has no glossary page."""
    if corpus.part(language, GLOSSARY) is None:
        return {}
    entries = (entry for entry in corpus.reference.terms if entry.mark)
    return {form: entry.id for entry in entries for form in forms_of(entry, language)}


def forms_of(entry: Term, language: str) -> tuple[str, ...]:
    """Return the forms of a term, its headword first."""
    forms = (entry.term.get(language, ""), *entry.also.get(language, ()))
    return tuple(dict.fromkeys(form for form in forms if form.strip()))


def find_terms(text: str, forms: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """
    Yield start, end and what ``forms`` holds for each form in a text, as whole words, the longest first.

    Capitals count, but a form in small letters may open a sentence; apostrophes may be straight or not, a space may be
    a line end, and accents may be composed or not.
    """
    if not forms:
        return
    pattern, values = _search(tuple(forms.items()))
    for match in pattern.finditer(text):
        found = _same(match.group())
        if found in values:
            yield *match.span(), values[found]
        elif _opens_sentence(text, match.start()):
            yield *match.span(), values[found[:1].lower() + found[1:]]


@cache
def _search(forms: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    values = {_same(form): value for form, value in forms}
    # By first letter, so that at most words few forms are tried; the longest first.
    by_first: dict[str, list[str]] = {}
    for form in sorted(values, key=len, reverse=True):
        for first, rest in _spellings(form):
            by_first.setdefault(first, []).append(rest)
    any_form = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{any_form})(?![\w{_JOINING}]|-\w)"), values


def _spellings(form: str) -> Iterator[tuple[str, str]]:
    """Yield the first letter and a pattern for the rest: accents composed or not, the first letter small or not."""
    for spelled in dict.fromkeys((form, unicodedata.normalize("NFD", form))):
        first, rest = spelled[:1], re.escape(spelled[1:]).replace("'", "['’]").replace(r"\ ", r"\s+")
        yield first, rest
        if first.islower():
            yield first.upper(), rest


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_UNSEEN)
    return not before or before[-1] in ".!?…:»”"


def _same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())
