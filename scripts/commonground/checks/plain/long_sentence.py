"""
Sentences are short enough to be read in one go.

Told from 31 words in English and 37 in French, which takes about a fifth more words to say the same. Quotations count: a
reader has to follow them too. Names of laws and studies may make a sentence longer; that is why this is a suggestion.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.reading import prose, words
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence that is too long."""
    for article in corpus.articles:
        locale = corpus.locale(article.language)
        if not locale.has_part("reading"):
            continue
        most = locale.reading.longest_sentence
        for passage, sentence in prose(article):
            count = len(words(passage.text[sentence.start : sentence.end]))
            if count > most:
                message = _text("long", words=count, most=most)
                yield _problem(article.path, passage.span(sentence.start, sentence.end), message)
