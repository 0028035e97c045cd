"""A statement about people, the law or an effect has a source, also where it has no number."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import pages
from commonground.checks.shared.claiming import Claim
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage, Sentence
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
MAY_WAIT_IN_DRAFT = True
ECHOES_BESIDE = ("evidence/uncited-figure",)
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_BLOCKS = ("myth", "checklist", "quote-this", "chart")
"""Blocks whose sentences are somebody else's, advice, or repeat what stands above; a chart cites anyway."""

_SAID = (Kind.PARAGRAPH, Kind.ITEM)
_OPENINGS = ("leaning", "advises")
_FEWEST_WORDS = 4
_LONGEST_HEAD = 8
_MESSAGE = _text("uncited")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence that seems to claim something, and neither cites nor is a question."""
    types = {article.path: corpus.types.get(article.front.type) for article in corpus.articles}
    for page in pages(corpus):
        kind = types.get(page.path)
        if kind is None or kind.unsourced_sections is None:
            continue
        for passage in page.passages:
            locale = corpus.locale(passage.language)
            apart = {locale.sections.get(key) for key in kind.unsourced_sections}
            if passage.kind not in _SAID or passage.block in _BLOCKS or passage.section in apart:
                continue
            for sentence in passage.sentences:
                claim = Claim(page, passage, sentence, (), locale)
                if not sentence.citations and not _leads(passage, sentence) and claims_something(claim):
                    yield _problem(page.path, passage.span(sentence.start, sentence.end), _MESSAGE)


def _leads(passage: Passage, sentence: Sentence) -> bool:
    """Tell whether a sentence is the short head of a list item whose next sentence cites: "The client. …"."""
    if passage.kind is not Kind.ITEM or sentence is not passage.sentences[0]:
        return False
    goes_on = len(passage.sentences) > 1 and bool(passage.sentences[1].citations)
    return goes_on and len(_words(passage, sentence)) <= _LONGEST_HEAD


def claims_something(claim: Claim) -> bool:
    """Tell whether a sentence seems to say something of people, the law or an effect."""
    if claim.is_question or len(_words(claim.passage, claim.sentence)) < _FEWEST_WORDS:
        return False
    if claim.words("meta") or any(0 in span[:1] for kind in _OPENINGS for span in claim.words(kind)):
        return False
    return bool(claim.words("about"))


def _words(passage: Passage, sentence: Sentence) -> list[str]:
    return passage.text[sentence.start : sentence.end].split()
