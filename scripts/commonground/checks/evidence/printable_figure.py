"""
A figure offered to journalists was read at its source, and its heading is a claim that can stand alone.

Why: The page of figures is printed from. A number without its subject ("About seven in ten") gets another one, a figure read
second-hand is passed on as checked, and one that a page declines to print is no more printable here.

Fix: Give `quotable` a `heading` in each language: who or what, how many, where, in the words that `must_say` asks for; odds in natural
words ("about three times the odds"). Take `quotable` away where the record is second-hand or a page declines the number.
"""

import re
from collections.abc import Iterator, Mapping

from commonground.checks.evidence.citing import cited_findings, is_among, pages
from commonground.checks.evidence.claiming import Claim, says_one_of
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.figure import Unit
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding, Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)

_SECOND_HAND = "secondary"
_FEWEST = 10
"""A bare number from here on can be the base of a claim."""

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]|\b[A-Z]{2}\b")
_LABEL = re.compile(r"findings\..+\.quotable\.heading(?:_[a-z]{2})?")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure that may not be offered, and for each heading that is no claim of its own."""
    declined = _declined(corpus)
    for source in corpus.sources.values():
        headings = {(p.owner, p.language): p for p in source.passages if _LABEL.fullmatch(p.label)}
        for finding in source.findings:
            if not finding.quotable:
                continue
            if reason := _unprintable(source, finding, declined):
                message = f"{finding.key} is offered to journalists, but {reason}. Take `quotable` away."
                yield _problem(source.path, finding.span, message)
            elif source.passages:
                yield from _headings(source, finding, headings, corpus)


def _unprintable(source: Source, finding: Finding, declined: Mapping[str, str]) -> str:
    """Return why a finding may not be offered, "" where it may."""
    if source.checked.how == _SECOND_HAND:
        return "its source was read second-hand"
    if finding.withheld:
        return "it is withheld"
    return f"{declined[finding.key]} declines to print it" if finding.key in declined else ""


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
            message = f"{finding.key} is offered to journalists without a heading in the language {language}. Write one: who, how many, where."
            yield _problem(source.path, finding.span, message)
        elif fault := _fault(heading, source, finding, corpus):
            yield _problem(
                source.path,
                heading.whole(),
                f"this heading {fault}. It is printed alone: say who, how many, where.",
            )


def _fault(heading: Passage, source: Source, finding: Finding, corpus: Corpus) -> str:
    """Return what a heading lacks to stand alone, "" where it lacks nothing."""
    text, language = heading.text, heading.language
    if not any(is_among(figure, finding.sayable(language)) for figure in heading.figures):
        return "has none of the finding's figures"
    if not (_has_base(heading) or _names_place(text, source, corpus.locale(language).words.claims)):
        return "names neither a place nor a sample"
    if lost := [
        words
        for words in finding.must_say.get(language, ())
        if not says_one_of(text, tuple(words.split("|")))
    ]:
        return f"leaves out what the record asks to say ({'; '.join(lost)})"
    if (
        finding.estimate
        and "odds" in finding.estimate.measure
        and not says_one_of(text, _odds(corpus, language))
    ):
        return "gives odds without the word"
    return ""


def _has_base(heading: Passage) -> bool:
    quantities = (one for figure in heading.figures for one in figure.quantities)
    return any(one.unit is Unit.NUMBER and one.value >= _FEWEST for one in quantities)


def _names_place(text: str, source: Source, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a text has a name within it, a place of its record, "Norwegian", or a word for many countries."""
    named = _NAME.search(text[1:]) or any(place in text for place in source.places)
    return bool(named) or says_one_of(text, (*lists.get("place_adjectives", ()), *lists.get("wide", ())))


def _odds(corpus: Corpus, language: str) -> tuple[str, ...]:
    return corpus.locale(language).words.claims.get("odds", ())
