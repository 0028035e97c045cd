"""Every figure stands in a sentence that cites a finding."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import Use, carriers, cited_findings, sentence_at, uses
from commonground.checks.shared.pasted import Pasted, pasted
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
ECHOES_BESIDE = ("evidence/citation-form",)
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


_PLACES = {
    Kind.HEADING: _text("heading"),
    Kind.TITLE: _text("title"),
    Kind.DESCRIPTION: _text("description"),
    Kind.CLAIM: _text("claim"),
    Kind.IMAGE_TEXT: _text("image-text"),
    Kind.BLOCK_TITLE: _text("block-title"),
    Kind.LINK_TITLE: _text("link-title"),
    Kind.CREDITS: _text("credits"),
    Kind.DOCUMENT: _text("document"),
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure without a citation of a finding."""
    for use in uses(corpus):
        message = _message(corpus, use)
        if message:
            yield _problem(use.page.path, use.passage.span(use.figure.start, use.figure.end), message)


def _message(corpus: Corpus, use: Use) -> Message | None:
    if use.passage.is_code(use.figure.start):
        return _as_code(use)
    return _in_text(corpus, use) if use.passage.kind.can_cite else _without_place(corpus, use)


def _as_code(use: Use) -> Message:
    if use.passage.kind is Kind.CODE:
        return _text("code-block", figure=use.figure.text)
    return _text("code", figure=use.figure.text)


def _in_text(corpus: Corpus, use: Use) -> Message | None:
    if any(citation.finding for citation in use.citations) or use.passage.text in corpus.law.notes:
        return None
    figure, is_row = use.figure.text, use.passage.kind is Kind.ROW
    nearby = carriers(use.figure, cited_findings(corpus, use.page.citations), use.passage.language)
    if nearby:
        near = nearby[0].key
        return (
            _text("row-near", figure=figure, finding=near)
            if is_row
            else _text("sentence-near", figure=figure, finding=near)
        )
    if found := _pasted(corpus, use):
        return _belongs(figure, found, use)
    if use.figure.is_time and not is_row:
        return _text("sentence-time", figure=figure)
    return _text("row", figure=figure) if is_row else _text("sentence", figure=figure)


def _pasted(corpus: Corpus, use: Use) -> Pasted | None:
    """Return the reference that stands in a figure's sentence or right after it, as people paste one."""
    sentence = sentence_at(use.passage, use.figure.start)
    if sentence is None:
        return None
    following = next((one for one in use.passage.sentences if one.start >= sentence.end), sentence)
    place = use.passage.span(sentence.start, sentence.end)
    article = next((one for one in corpus.articles if one.path == use.page.path), None)
    links = article.links if article else ()
    inside = tuple(
        link.target for link in links if not link.is_image and place.line <= link.span.line <= place.end_line
    )
    addresses = tuple(target for target in inside if target.startswith("http"))
    return pasted(use.passage.text[sentence.start : following.end], addresses, corpus)


def _belongs(figure: str, found: Pasted, use: Use) -> Message:
    """Say which record a pasted reference belongs to, or how one is begun."""
    if found.source is None:
        if found.doi:
            return _text("pasted-new-doi", figure=figure, written=found.written, doi=found.doi)
        return _text("pasted-new", figure=figure, written=found.written)
    carrying = carriers(use.figure, found.source.findings, use.passage.language)
    if carrying:
        return _text("pasted-finding", figure=figure, written=found.written, finding=carrying[0].key)
    return _text("pasted-record", figure=figure, written=found.written, source=found.source.id)


def _without_place(corpus: Corpus, use: Use) -> Message | None:
    if carriers(use.figure, cited_findings(corpus, use.page.citations), use.passage.language):
        return None
    if any(corpus.is_unread(citation.source) for citation in use.page.citations):
        return None  # a record that is broken may have it
    return _text("no-place", figure=use.figure.text, place=_PLACES[use.passage.kind])
