""" "We found no study" and "the only study" cite the search that found none, or no other."""

from collections.abc import Iterator

from msgspec.structs import replace

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.checks.shared.claiming import Claim, Span
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.source import in_language

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_BLOCKS = ("myth", "checklist")
"""Blocks whose sentences are somebody else's, or advice."""

_PAIRS = (("none", "evidence"), ("only", "evidence"), ("lone", "opposes"), ("evidence", "lacking"))
"""Lists of which a word of the first stands before a word of the second: "no sound evidence", "the only other study"."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence of an article that says that there is none, or no other, and cites no search."""
    types = {article.path: corpus.types.get(article.front.type) for article in corpus.articles}
    for page in pages(corpus):
        kind = types.get(page.path)
        if kind is None or not page.citations:
            continue
        for claim in _sentences(page, corpus):
            searched = any(citation.source in corpus.search_ids for citation in claim.sentence.citations)
            if not searched and (span := absence(claim)):
                yield _report(claim, span)


def _sentences(page: Page, corpus: Corpus) -> Iterator[Claim]:
    """Yield each sentence with what it cites; a title or description, in which no citation can stand, with all of the page's."""
    findings_of_page = cited_findings(corpus, page.citations)
    for passage in page.passages:
        if passage.block in _BLOCKS:
            continue
        for sentence in passage.sentences:
            if passage.kind.can_cite:
                findings = cited_findings(corpus, sentence.citations)
            else:
                sentence, findings = replace(sentence, citations=page.citations), findings_of_page
            yield Claim(page, passage, sentence, findings, corpus.locale(passage.language))


def absence(claim: Claim) -> Span | None:
    """Return where a sentence that is no question says that there is none, or no other, of more than the page shows."""
    ours = claim.words("we_found_none")
    found = ours or sorted(_told(claim))
    if not found or claim.is_question or claim.words("scoped"):
        return None
    return ours[0] if ours else next((span for span in found if not _said_by_source(claim, span)), None)


def _told(claim: Claim) -> Iterator[Span]:
    """Yield where a sentence says that nobody studied something, or that there is no study."""
    yield from claim.words("never_studied")
    for first, last in _PAIRS:
        yield from (span for span in claim.phrases(first, last) if not _is_object(claim, span))


def _is_object(claim: Claim, span: Span) -> bool:
    """Tell whether a preposition stands before: people who took part "in no study" are no claim about studies."""
    before = (end for _, end in claim.words("prepositions") if end <= span[0])
    return any(not claim.text[end : span[0]].strip() for end in before)


def _said_by_source(claim: Claim, span: Span) -> bool:
    """Tell whether a cited finding says so itself, of the same thing, or the sentence tells whose view it is."""
    if not claim.findings:
        return False
    if claim.passage.kind.can_cite and any(end <= span[0] for _, end in claim.words("hedges")):
        return True
    noun = claim.text[span[0] : span[1]].split()[-1]
    states = [in_language(finding.states, claim.passage.language) for finding in claim.findings]
    return any(claim.says_likewise(text, _PAIRS, noun) for text in states)


def _report(claim: Claim, span: Span) -> Problem:
    start = claim.sentence.start
    message = _text("absent", words=claim.passage.text[start + span[0] : start + span[1]])
    return _problem(claim.page.path, claim.passage.span(start + span[0], start + span[1]), message)
