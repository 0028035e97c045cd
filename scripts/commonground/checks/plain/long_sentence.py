"""
Sentences are short enough to be read in one go.

Why: Most readers lose a sentence after some 25 words, and a screen reader's user cannot look back.

Fix: Make two sentences of it, one thought each; turn a list inside it into a list.

Told from 31 words in English and 37 in French, which takes about a fifth more words to say the same. Quotations count: a
reader has to follow them too. Names of laws and studies may make a sentence longer; that is why this is a suggestion.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.plain.reading import prose, words
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)


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
                message = f"this sentence has {count} words; readers follow up to {most}. Make two of it, or a list."
                yield _problem(article.path, passage.span(sentence.start, sentence.end), message)
