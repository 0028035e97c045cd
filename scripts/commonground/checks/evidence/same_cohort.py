"""The same people are counted once."""

from collections.abc import Iterator, Sequence

from commonground.checks.making import maker, nearest
from commonground.checks.shared.claiming import Claim, Span, claims
from commonground.languages.message import texts_of
from commonground.model.cohorts import groups
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Source

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where one group of people is told as two, and for a cohort that the list of cohorts does not have."""
    yield from _unknown(corpus)
    before: list[Source] = []
    place: tuple[str, str] = ("", "")
    for claim in claims(corpus):
        sources = [corpus.sources[id] for id in dict.fromkeys(finding.source for finding in claim.findings)]
        here = (claim.page.path, claim.passage.section)
        if here != place:
            before, place = [], here
        if not _says_same(claim, sources):
            yield from _told_as_another(claim, sources, before, corpus)
            yield from _counted_twice(claim, sources, corpus)
        before += sources


def _says_same(claim: Claim, sources: Sequence[Source]) -> bool:
    """Tell whether a sentence says that the people are the same, or names their group."""
    ids = {id for source in sources for id in source.cohort}
    return bool(claim.words("same_people")) or any(id.lower() in claim.text for id in ids)


def _told_as_another(
    claim: Claim, sources: Sequence[Source], before: Sequence[Source], corpus: Corpus
) -> Iterator[Problem]:
    """Yield a problem where "another study" has the people of one that stands before it under the same heading."""
    told = [*claim.phrases("another", "studies"), *claim.words("another_study")]
    for source in sources if told else ():
        earlier = next(
            (one for one in reversed(before) if one.id != source.id and _shared(one, source)), None
        )
        if earlier is not None:
            yield _report(claim, told[0], earlier, source, corpus)
            return


def _counted_twice(claim: Claim, sources: Sequence[Source], corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where a sentence counts its sources as so many studies, and some share their people."""
    if len(sources) < 2 or len(groups(sources)) == len(sources):
        return
    counted = claim.locale.words.claims.get("counted", ())
    told = claim.phrases("both", "studies", 2) if len(sources) == 2 else []
    for span in claim.phrases("counted", "studies", 2):
        if counted.index(claim.text[span[0] : span[1]].split()[0]) + 2 == len(sources):
            told.append(span)
    if told:
        pair = next((a, b) for a in sources for b in sources if a is not b and _shared(a, b))
        yield _report(claim, told[0], *pair, corpus)


def _shared(one: Source, other: Source) -> frozenset[str]:
    return frozenset(one.cohort) & frozenset(other.cohort)


def _report(claim: Claim, span: Span, one: Source, other: Source, corpus: Corpus) -> Problem:
    start = claim.sentence.start
    id = min(_shared(one, other))
    name = corpus.cohort_name(id, claim.passage.language)
    words = claim.passage.text[start + span[0] : start + span[1]]
    message = _text("twice", words=words, one=one.id, other=other.id, cohort=name)
    return _problem(claim.page.path, claim.passage.span(start + span[0], start + span[1]), message)


def _unknown(corpus: Corpus) -> Iterator[Problem]:
    known = {entry.id for entry in corpus.reference.cohorts}
    for source in corpus.sources.values():
        for id in source.cohort:
            if id not in known:
                near = nearest(id, known)
                message = _text("unknown-near", id=id, near=near) if near else _text("unknown", id=id)
                yield _problem(source.path, source.spans.get("cohort", FILE_START), message)
