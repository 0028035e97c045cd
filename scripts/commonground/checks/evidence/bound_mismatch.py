"""A figure has the "more than" or "nearly" with which its finding states it, and no other."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import Use, carriers, cited_findings, uses
from commonground.checks.shared.claiming import places_of
from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding
from commonground.text.folding import is_letter, lowered

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_LIMIT = "at_a_limit"
_SIDES = (_LIMIT, "beyond", "short_of")
"""Lists of words before a figure. The first make it a limit ("at least"), and may hold those of the others ("no more than")."""

_REACH = 24
"""Characters before and after a figure in which such words stand."""

_Bound = tuple[str, str]
"""The list of the words, "" for none, and the figure as it stands with them."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each figure with a bound that no finding cited for it states, and for one that lost the bound they state."""
    for use in uses(corpus):
        passage, figure = use.passage, use.figure
        # "Over nine years" is as long as that, and law says "under 18" of an age.
        if not passage.kind.can_cite or passage.is_code(figure.start) or figure.is_time:
            continue
        locale = corpus.locale(passage.language)
        found = carriers(figure, cited_findings(corpus, use.citations), passage.language)
        stated = {one for finding in found for one in _stated(finding, use, locale)}
        side, written = _bound(passage.text, figure.start, figure.end, locale)
        sides = {one for one, _ in stated}
        may_be = {side, _LIMIT, "" if _may_be_as_many(passage.text, figure.end, written, locale) else side}
        if stated and side != _LIMIT and not sides & may_be:
            message = _text("mismatch", written=written, finding=found[0].key, stated=min(stated)[1])
            yield _problem(passage.path, passage.span(figure.start, figure.end), message)


def _may_be_as_many(text: str, end: int, written: str, locale: Language) -> bool:
    """Tell "over 12 sessions", which may be just as many, one after the other."""
    lists, after = locale.words.claims, text[end : end + _REACH]
    return any(first == 0 for first, _ in places_of(written, lists.get("during", ()))) and any(
        not after[:first].strip() for first, _ in places_of(after, lists.get("courses", ()))
    )


def _stated(finding: Finding, use: Use, locale: Language) -> Iterator[_Bound]:
    """Yield how a finding's sentence in the language of the page has the figure, wherever it stands there as written."""
    text, figure = lowered(finding.states.get(use.passage.language, "")), lowered(use.figure.text)
    start = text.find(figure)
    while start >= 0:
        end = start + len(figure)
        if not is_letter(text[start - 1 : start]) and not is_letter(text[end : end + 1]):
            yield _bound(text, start, end, locale)
        start = text.find(figure, end)


def _bound(text: str, start: int, end: int, locale: Language) -> _Bound:
    """Return how a text has the figure of a range: what stands right before it, else right after it."""
    lists = locale.words.claims
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    for side in _SIDES:
        for first, last in places_of(before, lists.get(side, ())):
            if not before[last:].strip():
                return side, f"{before[first:]}{text[start:end]}"
    is_followed = any(not after[:first].strip() for first, _ in places_of(after, lists.get("or_more", ())))
    return _LIMIT if is_followed else "", text[start:end]
