"""
The first sentence about a finding says whom and what it is about, in the words that its record asks for.

Why: "Of 237 sex workers" where the study was open from age 14, or "harassment" where it was racial profiling, widens what was
found although the figure is right; and a chart or a quotation travels without the page that would explain it.

Fix: Say it as the record's `must_say` has it, in the sentence that cites the finding or in its paragraph before that. In a chart's
sentence and in a box to be quoted it is said each time.
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


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each qualifier that a page leaves out, and for one that a record has in one language only."""
    for page in pages(corpus):
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
        for sentence in passage.sentences:
            for finding in cited_findings(corpus, sentence.citations):
                for asked in finding.must_say.get(passage.language, ()):
                    alone = passage.block in _ALONE
                    if alone or (finding.source, asked) not in said:
                        said.add((finding.source, asked))
                        if not says_one_of(_context(passage, sentence, whole=alone), tuple(asked.split("|"))):
                            yield _report(page, passage, sentence, finding, asked.split("|"))


def _context(passage: Passage, sentence: Sentence, *, whole: bool) -> str:
    """Return the paragraph up to the end of a sentence, or all of it."""
    return passage.text if whole else passage.text[: sentence.end]


def _report(
    page: Page, passage: Passage, sentence: Sentence, finding: Finding, words: Sequence[str]
) -> Problem:
    first, *others = (f'"{word.strip().replace("*", "…")}"' for word in words)
    message = (
        f"{finding.key} may only be told with {first}{''.join(f' or {other}' for other in others)}, which this sentence "
        "leaves out. Say of whom or what it was found, in this sentence or before it in the paragraph."
    )
    return _problem(page.path, passage.span(sentence.start, sentence.end), message)
