"""The first sentence about a finding says whom and what it is about, in the words that its record asks for."""

from collections.abc import Iterator, Sequence

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.checks.shared.claiming import left_out
from commonground.languages.message import Series, listed, quoted, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage, Sentence
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

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
                    message = _text("entries", finding=finding.key, language=language)
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
                    one for one in corpus.must_say(finding, passage.language) if alone or one not in said
                ]
                said |= set(asked)
                if lost := left_out(text, asked):
                    yield _report(page, passage, sentence, finding, lost)


def _report(
    page: Page, passage: Passage, sentence: Sentence, finding: Finding, lost: Sequence[str]
) -> Problem:
    message = _text("left-out", finding=finding.key, words=listed(map(_named, lost), "and"))
    return _problem(page.path, passage.span(sentence.start, sentence.end), message)


def _named(words: str) -> Series:
    return listed((quoted(word.strip().replace("*", "…")) for word in words.split("|")), "or")
