"""A claim that a page answers, or a figure that a record carries, is not repeated without it."""

from collections.abc import Iterator

from msgspec.structs import replace

from commonground.checks.making import maker
from commonground.checks.shared.answers import Answer, answer_to
from commonground.languages.message import Message, listed, texts_of
from commonground.matching.repeated import Repeated, Repeats
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_SAID = (Kind.PARAGRAPH, Kind.ITEM)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence that repeats something without a citation, but for the page's own claim."""
    yield from _unanswered(corpus)
    engines = {language: Repeats(claims) for language, claims in corpus.repeated.items()}
    for article in corpus.articles:
        engine = engines.get(article.language)
        for passage in article.passages if engine else ():
            if engine and passage.kind in _SAID and not passage.block:
                for one in engine.find(passage):
                    if one.claim.page != article.key:
                        yield from _told(article, passage, one, corpus)


def _told(article: Article, passage: Passage, one: Repeated, corpus: Corpus) -> Iterator[Problem]:
    if answer := answer_to(one.claim, corpus, corpus.locale(article.language)):
        yield _problem(article.path, passage.span(one.start, one.end), _message(answer))


def _message(answer: Answer) -> Message:
    if answer.title:
        return _text("answered", title=answer.title, says=answer.says, page=answer.page)
    care = " ".join(filter(None, (answer.care, answer.unsafe)))
    return _text("found", says=answer.says, who=answer.who, care=care, page=answer.page)


def _unanswered(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each entry that leads nowhere, or to figures that its record does not have."""
    pages = {key for _, key in corpus.pages.values()}
    for claims in corpus.repeated.values():
        for claim in claims.claims:
            source, _, _ = claim.finding.partition("#")
            finding = corpus.findings.get(claim.finding)
            is_lost = claim.page not in pages if claim.page else source not in corpus.source_ids
            if is_lost or (source in corpus.sources and finding is None):
                yield _warning(claims.path, claim.span, _text("unknown", key=claim.key))
            elif finding and (lost := [one for one in claim.figures if one not in finding.figures]):
                yield _warning(
                    claims.path, claim.span, _text("unlisted", figures=listed(lost), key=claim.key)
                )


def _warning(path: str, span: Span, message: Message) -> Problem:
    return replace(_problem(path, span, message), level=Level.WARNING)
