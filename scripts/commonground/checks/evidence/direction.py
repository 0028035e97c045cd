"""A sentence says higher or lower as the cited finding does."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.claiming import Claim, Span, claims, is_listed
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding, in_language

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_OPPOSITE = {"higher": ("lower",), "lower": ("higher",), "none": ("higher", "lower")}
_NEAR = 4
"""Words on either side of "higher" among which the outcome stands."""

_SAYS = {"higher": _text("says-higher"), "lower": _text("says-lower")}
_FOUND = {"higher": _text("found-higher"), "lower": _text("found-lower"), "none": _text("found-none")}

_WORD = re.compile(r"\w[\w'-]*")
_CLAUSE_END = re.compile(r"[,;:|()]")


def check(corpus: Corpus) -> Iterator[Problem]:
    """
    Yield a problem where a sentence turns a finding's direction round.

    Only what is plain counts: all findings of the sentence point one way, the sentence has no word of that way, and the
    opposite word stands beside a word that the finding itself uses for its outcome.
    """
    for claim in claims(corpus):
        ways = {finding.direction for finding in claim.findings}
        if len(ways) != 1 or (way := ways.pop()) not in _OPPOSITE:
            continue
        if way != "none" and claim.words(way):
            continue
        for kind in _OPPOSITE[way]:
            for span in claim.words(kind):
                if finding := _turned(claim, span):
                    yield _report(claim, span, kind, finding)


def _turned(claim: Claim, span: Span) -> Finding | None:
    """Return the finding whose outcome stands beside a word, unless it is denied, counts something, or is the finding's own."""
    if claim.starts_figure(span[1]):
        return None
    own = claim.text[span[0] : span[1]]
    before, after = _around(claim.text, span)
    if any(is_listed(word, claim.locale.words.claims["negations"]) for word in before):
        return None
    outcome = {word for word in (*before, *after) if _tells(claim, word)}
    for finding in claim.findings:
        states = in_language(finding.states, claim.passage.language).lower().replace("’", "'")
        said = set(_WORD.findall(states))
        if own not in said and outcome & said:
            return finding
    return None


def _around(text: str, span: Span) -> tuple[list[str], list[str]]:
    """Return the words near a place, within its clause."""
    start = max((end.end() for end in _CLAUSE_END.finditer(text, 0, span[0])), default=0)
    stop = _CLAUSE_END.search(text, span[1])
    before = _WORD.findall(text[start : span[0]])
    after = _WORD.findall(text[span[1] : stop.start() if stop else len(text)])
    return before[-_NEAR:], after[:_NEAR]


def _tells(claim: Claim, word: str) -> bool:
    lists = claim.locale.words.claims
    return len(word) > 3 and not any(is_listed(word, lists[kind]) for kind in ("people", "higher", "lower"))


def _report(claim: Claim, span: Span, kind: str, finding: Finding) -> Problem:
    start = claim.sentence.start
    place = claim.passage.span(start + span[0], start + span[1])
    word = claim.passage.text[start + span[0] : start + span[1]]
    states = in_language(finding.states, claim.passage.language)
    said, found = _SAYS[kind], _FOUND[finding.direction]
    message = _text("turned", word=word, said=said, finding=finding.key, found=found, states=states)
    return _problem(claim.page.path, place, message)
