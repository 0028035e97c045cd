"""A figure offered to journalists was read at its source, and its heading is a claim that can stand alone."""

import re
from collections.abc import Iterable, Iterator, Mapping

from commonground.checks.making import maker
from commonground.checks.shared.citing import cited_findings, pages
from commonground.checks.shared.claiming import Claim, left_out, says_one_of
from commonground.languages.message import Message, Series, listed, quoted, texts_of
from commonground.model.corpus import Corpus
from commonground.model.figure import Unit, is_among
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import SECOND_HAND, Finding, Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_FEWEST = 10
"""A bare number from here on can be the base of a claim."""

_NAME = re.compile(r"[A-Z\u00c0-\u00d6\u00d8-\u00de][a-z\u00e0-\u00f6\u00f8-\u00ff]|\b[A-Z]{2}\b")
_LABEL = re.compile(r"findings\..+\.quotable\.heading(?:_[a-z]{2})?")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure that may not be offered, and for what is printed with one and cannot stand alone."""
    declined = _declined(corpus)
    for source in corpus.sources.values():
        headings = {(p.owner, p.language): p for p in source.passages if _LABEL.fullmatch(p.label)}
        for finding in source.findings:
            if not finding.quotable:
                continue
            if reason := _unprintable(source, finding, declined):
                yield _problem(source.path, finding.span, reason)
            elif source.passages:
                yield from _headings(source, finding, headings, corpus)
                yield from _sentences(source, finding, corpus)


def _unprintable(source: Source, finding: Finding, declined: Mapping[str, str]) -> Message | None:
    """Return why a finding may not be offered, None where it may."""
    if source.checked.how == SECOND_HAND:
        return _text("second-hand", finding=finding.key)
    if finding.withheld:
        return _text("withheld", finding=finding.key)
    page = declined.get(finding.key)
    return _text("declined", finding=finding.key, page=page) if page else None


def _declined(corpus: Corpus) -> Mapping[str, str]:
    """Return the findings of which a page says that it does not print the number, with the page."""
    found: dict[str, str] = {}
    articles = {article.path for article in corpus.articles}
    for page in pages(corpus):
        for passage in page.passages if page.path in articles else ():
            last: tuple[Finding, ...] = ()
            for sentence in passage.sentences:
                last = cited_findings(corpus, sentence.citations) or last
                claim = Claim(page, passage, sentence, last, corpus.locale(passage.language))
                if claim.words("declines"):
                    found |= {finding.key: page.path for finding in last}
    return found


def _headings(
    source: Source, finding: Finding, headings: Mapping[tuple[str, str], Passage], corpus: Corpus
) -> Iterator[Problem]:
    for language in corpus.languages:
        heading = headings.get((finding.key, language))
        if heading is None:
            message = _text("no-heading", finding=finding.key, language=language)
            yield _problem(source.path, finding.span, message)
        elif fault := _fault(heading, source, finding, corpus):
            yield _problem(source.path, heading.whole(), fault)


def _sentences(source: Source, finding: Finding, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for the finding's own sentence, which is copied with the figure, where it leaves out what must be said."""
    for passage in source.statements:
        if passage.owner == finding.key and (
            lost := left_out(passage.text, corpus.must_say(finding, passage.language))
        ):
            yield _problem(source.path, passage.whole(), _text("lost-beside", words=_said(lost)))


def _said(lost: Iterable[str]) -> Series:
    return listed(quoted(words.replace("|", ", ").replace("*", "…")) for words in lost)


def _fault(heading: Passage, source: Source, finding: Finding, corpus: Corpus) -> Message | None:
    """Return what a heading lacks to stand alone, None where it lacks nothing."""
    text, language = heading.text, heading.language
    lists = corpus.locale(language).words.claims
    if not any(is_among(figure, finding.sayable(language)) for figure in heading.figures):
        return _text("no-figure")
    if not (_has_base(heading) or _names_place(text, source, lists)):
        return _text("no-place")
    if lost := left_out(text, corpus.must_say(finding, language)):
        return _text("lost", words=_said(lost))
    if (
        finding.estimate
        and "odds" in finding.estimate.measure
        and not says_one_of(text, lists.get("odds", ()))
    ):
        return _text("no-odds")
    return None


def _has_base(heading: Passage) -> bool:
    quantities = (one for figure in heading.figures for one in figure.quantities)
    return any(one.unit is Unit.NUMBER and one.value >= _FEWEST for one in quantities)


def _names_place(text: str, source: Source, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a text has a name within it, a place of its record, "Norwegian", or a word for many countries."""
    named = _NAME.search(text[1:]) or any(place in text for place in source.places)
    return bool(named) or says_one_of(text, (*lists.get("place_adjectives", ()), *lists.get("wide", ())))
