"""
A page reads at the level of its readers.

Public pages: Flesch-Kincaid grade 9 or lower; pages of the types research and policy: grade 12 or lower. Other languages have
formulas of their own, with limits that go with these: Kandel-Moles in French, 70 and 60. Each stands with its source in
`reading.toml` of the language's folder; pages in a language without one are not measured.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.reading import counts, prose, words
from commonground.languages.message import texts_of
from commonground.languages.reading import Reading
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_FOR_STAFF = ("research", "policy")
_FEWEST_WORDS = 100
"""Every formula means little on a shorter text."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each page that is too hard, at its hardest sentence."""
    for article in corpus.articles:
        if corpus.locale(article.language).has_part("reading"):
            yield from _page(article, corpus.locale(article.language).reading)


def _page(article: Article, reading: Reading) -> Iterator[Problem]:
    listed = list(prose(article))
    texts = [passage.text[sentence.start : sentence.end] for passage, sentence in listed]
    found = counts(texts, reading.syllables)
    if found is None or found.words < _FEWEST_WORDS:
        return
    formula = reading.formula
    limit = formula.staff if article.front.type in _FOR_STAFF else formula.everybody
    measured = formula.value(found.words, found.sentences, found.syllables)
    if not formula.is_too_hard(measured, limit):
        return
    worst = max(range(len(texts)), key=lambda at: len(words(texts[at])))
    passage, sentence = listed[worst]
    name, most, longest = formula.name, f"{limit:.0f}", len(words(texts[worst]))
    scale = (
        _text("grade", measured=f"{measured:.1f}", formula=name, limit=most)
        if formula.is_grade
        else _text("ease", measured=f"{measured:.0f}", formula=name, limit=most)
    )
    each, parts = f"{found.words / found.sentences:.0f}", f"{found.syllables / found.words:.2f}"
    message = _text("hard", scale=scale, words=each, syllables=parts, longest=longest)
    yield _problem(article.path, passage.span(sentence.start, sentence.end), message)
