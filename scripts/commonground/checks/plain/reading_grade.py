"""
A page reads at the level of its readers.

Why: People read in a hurry, on a phone, in their second language; a text they cannot follow helps nobody.

Fix: Split the sentence named, then the next longest; put a short everyday word where a long one stands.

Public pages: Flesch-Kincaid grade 9 or lower; pages of the types research and policy: grade 12 or lower. French has no
such grades, so its limits on the Kandel-Moles scale, 70 and 60, are those of the pages that say the same: measured on this
project's first 22 pairs, an English grade of 8 goes with about 75 in French, and a grade more with about four points less.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.plain.reading import counts, ease, grade, prose, words
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)

_FOR_STAFF = ("research", "policy")
_GRADE = {True: 12.0, False: 9.0}
_EASE = {True: 60.0, False: 70.0}
"""Limits by whether the page is for staff and students."""

_FEWEST_WORDS = 100
"""Both formulas mean little on a shorter text."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page that is too hard, at its hardest sentence."""
    for article in corpus.articles:
        if article.language in ("en", "fr"):
            yield from _page(article)


def _page(article: Article) -> Iterator[Problem]:
    listed = list(prose(article))
    texts = [passage.text[sentence.start : sentence.end] for passage, sentence in listed]
    found = counts(texts, article.language)
    if found is None or found.words < _FEWEST_WORDS:
        return
    for_staff = article.front.type in _FOR_STAFF
    if article.language == "fr":
        measured, limit, too_hard = ease(found), _EASE[for_staff], ease(found) < _EASE[for_staff]
        said = (
            f"reading ease {measured:.0f} (Kandel-Moles), where this kind of page needs {limit:.0f} or more"
        )
    else:
        measured, limit, too_hard = grade(found), _GRADE[for_staff], grade(found) > _GRADE[for_staff]
        said = f"reading grade {measured:.1f} (Flesch-Kincaid), where this kind of page needs {limit:.0f} or less"
    if not too_hard:
        return
    worst = max(range(len(texts)), key=lambda at: len(words(texts[at])))
    passage, sentence = listed[worst]
    message = (
        f"the page has {said}: {found.words / found.sentences:.0f} words a sentence, "
        f"{found.syllables / found.words:.2f} syllables a word. Begin with this sentence of {len(words(texts[worst]))} words: split it."
    )
    yield _problem(article.path, passage.span(sentence.start, sentence.end), message)
