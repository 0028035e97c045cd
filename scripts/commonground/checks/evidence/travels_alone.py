"""A text that travels without its page says of whom it speaks, compares like with like, and says whose view it gives."""

import re
from collections.abc import Iterable, Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, carriers, cited_findings, pages
from commonground.checks.shared.claiming import Claim, Span
from commonground.checks.shared.seeing import ALONE
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Unit
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_VIEWS = frozenset(("position-statement", "guidance", "court-decision", "inquiry"))
"""Designs of sources that say what somebody holds, decided or recommends."""

_FEWEST = 10
"""A bare number from here on can be a base: below, it counts studies or cities."""

_NAME = re.compile(
    r"(?<=[\w,;:)»”] )(?:[LlDd]['’])?[A-Z\u00c0-\u00d6\u00d8-\u00de](?:[a-z\u00e0-\u00f6\u00f8-\u00ff][\w’'-]*|[A-Z]\b)"
)
"""A word with a capital, or two letters (US): HIV is no name."""

_FIRST = re.compile(r"(?:^|[.!?:] )(?:[LlDd]['’])?([A-Z\u00c0-\u00d6\u00d8-\u00de][\w-]+)")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each such text that says more alone than it says on its page."""
    types = {article.path: corpus.types.get(article.front.type) for article in corpus.articles}
    for page in pages(corpus):
        kind = types.get(page.path)
        if kind is None or not kind.area:
            continue
        names = frozenset(name for passage in page.passages for name in _NAME.findall(passage.text))
        for passage in page.passages:
            if passage.kind in (Kind.TITLE, Kind.DESCRIPTION) or passage.block in ALONE:
                yield from _faults(page, passage, names, corpus)


def _faults(page: Page, passage: Passage, names: Iterable[str], corpus: Corpus) -> Iterator[Problem]:
    claims = [
        Claim(
            page,
            passage,
            sentence,
            cited_findings(corpus, sentence.citations),
            corpus.locale(passage.language),
        )
        for sentence in passage.sentences
    ]
    if not claims or claims[0].is_question:
        return
    named = _names_a_place(passage, claims, names)
    for claim in claims:
        if (span := _without_base(claim, claims)) is not None:
            yield _report(claim, span, _text("no-base", words=_words(claim, span)))
        based = named or _has_base(passage) or any(one.words("wide") for one in claims)
        if not based and (passage.block == "chart" or _has_figure(claim)):
            yield _report(claim, None, _text("no-sample"))
        if (span := _compares(claim, corpus)) is not None:
            yield _report(claim, span, _text("compares", words=_words(claim, span)))
        if _drops_whose_view(claim, corpus, names):
            yield _report(claim, None, _text("view"))


def _has_figure(claim: Claim) -> bool:
    start, end = claim.sentence.start, claim.sentence.end
    return any(start <= figure.start < end for figure in claim.passage.figures)


def _has_base(passage: Passage) -> bool:
    """Tell whether a text has a bare number that can be the base of what it says."""
    return any(
        one.unit is Unit.NUMBER and one.value >= _FEWEST
        for figure in passage.figures
        for one in figure.quantities
    )


def _names_a_place(passage: Passage, claims: Iterable[Claim], names: Iterable[str]) -> bool:
    """Tell whether a text has a name within a sentence, one that is a name elsewhere on the page, or "Norwegian"."""
    return (
        bool(_NAME.search(passage.text))
        or not set(_FIRST.findall(passage.text)).isdisjoint(names)
        or any(claim.words("place_adjectives") for claim in claims)
    )


def _without_base(claim: Claim, claims: Iterable[Claim]) -> Span | None:
    """Return "most" or "often" where the text has no base and no word for a sample, and is about no law."""
    if _has_base(claim.passage) or claim.words("legal") or any(one.words("sample") for one in claims):
        return None
    asked = [end for _, end in claim.words("how_many")]
    return next((span for span in claim.words("quantifiers") if span[1] not in asked), None)


def _compares(claim: Claim, corpus: Corpus) -> Span | None:
    """Return "than" in a sentence on findings of several sources, cited or known by their figures."""
    told = claim.words("comparing")
    if not told:
        return None
    findings = claim.findings or tuple(_carrying(claim, corpus))
    sources = {finding.source for finding in findings}
    groups = {(str(corpus.sources[id].population), str(corpus.sources[id].period)) for id in sources}
    return told[0] if len(sources) > 1 and len(groups) > 1 else None


def _carrying(claim: Claim, corpus: Corpus) -> Iterator[Finding]:
    """Yield the finding of each figure of a text that cannot cite, where just one source of the page has it."""
    on_page = cited_findings(corpus, claim.page.citations)
    start, end = claim.sentence.start, claim.sentence.end
    for figure in claim.passage.figures:
        found = carriers(figure, on_page, claim.passage.language) if start <= figure.start < end else ()
        if len({finding.source for finding in found}) == 1:
            yield found[0]


def _drops_whose_view(claim: Claim, corpus: Corpus, names: Iterable[str]) -> bool:
    """Tell whether a sentence rests on views alone and names nobody."""
    designs = {corpus.sources[finding.source].design for finding in claim.findings}
    if not designs or not designs <= _VIEWS:
        return False
    text = claim.passage.text[claim.sentence.start : claim.sentence.end].replace(CITATION_CHARACTER, "")
    name = _NAME.search(text) or not set(_FIRST.findall(text)).isdisjoint(names)
    return not name and not claim.words("holds")


def _words(claim: Claim, span: Span) -> str:
    start = claim.sentence.start
    return claim.passage.text[start + span[0] : start + span[1]]


def _report(claim: Claim, span: Span | None, message: Message) -> Problem:
    """Return a problem of some words of a sentence, or of all of it."""
    start, end = span or (0, claim.sentence.end - claim.sentence.start)
    first = claim.sentence.start
    return _problem(claim.page.path, claim.passage.span(first + start, first + end), message)
