"""A study is named where another source stands between it and the words that point at it."""

from collections.abc import Iterator, Sequence

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.checks.shared.claiming import Claim, Span
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_Ids = frozenset[str]
_READ = (Kind.PARAGRAPH, Kind.ITEM)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each pointing word that could mean another source than the sentence cites, or several."""
    articles = {article.path for article in corpus.articles}
    for page in pages(corpus):
        if page.path in articles:
            yield from _loose(page, corpus)


def _loose(page: Page, corpus: Corpus) -> Iterator[Problem]:
    section, before = "", list[_Ids]()
    for passage in page.passages:
        if passage.kind not in _READ:
            continue
        if passage.section != section or passage.kind is Kind.ITEM:  # an item opens with what it is about
            section, before = passage.section, []
        introduced = False
        for sentence in passage.sentences:
            ids = frozenset(c.source for c in sentence.citations if c.source in corpus.sources)
            findings = cited_findings(corpus, sentence.citations)
            claim = Claim(page, passage, sentence, findings, corpus.locale(passage.language))
            if (span := pointed(claim, ids, before, introduced=introduced)) is not None:
                yield _report(claim, span, before)
            before += [ids] if ids else []
            introduced = not ids and bool(claim.words("studies"))


def pointed(claim: Claim, ids: _Ids, before: Sequence[_Ids], *, introduced: bool = False) -> Span | None:
    """
    Return the words of a sentence that point at a study without naming it, where more than one could be meant.

    Args: ids: The sources that the sentence cites. before: Those of each earlier sentence under the same heading.
        introduced: The sentence before it speaks of a study and cites nothing: it may have said which one.
    """
    last = before[-1] if before else frozenset()
    if (above := claim.words("above")) and (len(last) != 1 or (ids and ids != last)):
        return above[0]
    if not before:
        return None
    one = [span for span in claim.words("pointing") if not _is_named(claim, span)]
    one += claim.phrases("definite", "says", 0)
    if one and not introduced and (len(last) > 1 or (ids and ids != last)):
        return one[0]
    if (other := claim.words("loose_other")) and len(ids.union(*before)) != 2:
        return other[0]
    return _several(claim, ids, before)


def _several(claim: Claim, ids: _Ids, before: Sequence[_Ids]) -> Span | None:
    """Return "these two studies" where neither the sentence nor what stands before it has just so many."""
    counted = claim.locale.words.claims.get("counted", ())
    for span in claim.phrases("these", "studies", 1):
        words = claim.text[span[0] : span[1]].split()
        number = counted.index(words[1]) + 2 if len(words) > 2 and words[1] in counted else 0
        sizes = {
            len(ids),
            len(before[-1]),
            len(frozenset[str]().union(*before)),
            len(frozenset[str]().union(*before[-2:])),
        }
        if number and number not in sizes and not _is_named(claim, span):
            return span
    return None


def _is_named(claim: Claim, span: Span) -> bool:
    """Tell whether the words after it name it."""
    after = claim.text[span[1] :].lstrip()
    return any(start == 0 for start, _ in claim.words_in(after, "naming")) or after[:1].isdecimal()


def _report(claim: Claim, span: Span, before: Sequence[_Ids]) -> Problem:
    start = claim.sentence.start
    last = listed(sorted(before[-1])) if before else _text("nothing")
    message = _text("loose", words=claim.passage.text[start + span[0] : start + span[1]], last=last)
    return _problem(claim.page.path, claim.passage.span(start + span[0], start + span[1]), message)
