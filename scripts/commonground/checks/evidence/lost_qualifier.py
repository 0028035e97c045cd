"""
The first sentence about a finding says whom and what it is about, in the words that its record asks for.

Why: "Of 237 sex workers" where the study was open from age 14, or "harassment" where it was racial profiling, widens what was
found although the figure is right; and a chart or a quotation travels without the page that would explain it.

Fix: Say it as the record's `must_say` has it, in the sentence that cites the finding or in its paragraph before that. In a chart's
sentence and in a box to be quoted it is said each time. A sentence on three sources or more is a summary: there it may wait for the
first sentence about that finding.
"""

from collections.abc import Iterator, Sequence

from commonground.checks.evidence.citing import Page, cited_findings, pages
from commonground.checks.evidence.claiming import says_one_of
from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage, Sentence
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)

_ALONE = ("chart", "quote-this")
"""Blocks that are copied and shared without their page."""

_SUMMARY = 2
"""A sentence on more sources than these sums them up; what must be said of each is said where it is first told by itself."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding whose qualifiers a page leaves out, and where a record has them in one language only."""
    articles = {article.path for article in corpus.articles}
    for page in pages(corpus):
        if page.path in articles:
            yield from _left_out(page, corpus)
    for source in corpus.sources.values():
        for finding in source.findings:
            for language in corpus.languages if finding.must_say else ():
                if len(finding.must_say.get(language, ())) != max(map(len, finding.must_say.values())):
                    place = source.spans.get(f"findings.{finding.id}.must_say", FILE_START)
                    message = (
                        f"must_say of {finding.key} has not as many entries in the language {language} as in another. "
                        "Give the same entries, in the same order, in each language."
                    )
                    yield _problem(source.path, place, message)


def _left_out(page: Page, corpus: Corpus) -> Iterator[Problem]:
    said: set[tuple[str, str]] = set()
    for passage in page.passages:
        alone = passage.block in _ALONE
        for sentence in passage.sentences:
            findings = cited_findings(corpus, sentence.citations)
            if not alone and len({finding.source for finding in findings}) > _SUMMARY:
                continue
            text = passage.text if alone else passage.text[: sentence.end]
            for finding in findings:
                asked = [
                    words
                    for words in finding.must_say.get(passage.language, ())
                    if alone or (finding.source, words) not in said
                ]
                said |= {(finding.source, words) for words in asked}
                if lost := [words for words in asked if not says_one_of(text, tuple(words.split("|")))]:
                    yield _report(page, passage, sentence, finding, lost)


def _report(
    page: Page, passage: Passage, sentence: Sentence, finding: Finding, lost: Sequence[str]
) -> Problem:
    asked = " and ".join(_named(words) for words in lost)
    message = (
        f"{finding.key} may only be told with {asked}, which this sentence leaves out. Say of whom or what it was found, "
        "in this sentence or before it in the paragraph."
    )
    return _problem(page.path, passage.span(sentence.start, sentence.end), message)


def _named(words: str) -> str:
    return " or ".join(f'"{word.strip().replace("*", "…")}"' for word in words.split("|"))
