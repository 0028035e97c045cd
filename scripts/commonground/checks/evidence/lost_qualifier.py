"""The first sentence about a finding says whom and what it is about, in the words that its record asks for."""

from collections.abc import Iterator, Sequence

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.checks.shared.claiming import left_out
from commonground.checks.shared.seeing import ALONE, Passages, seen_together
from commonground.languages.message import Series, listed, quoted, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage, Sentence
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.model.source import Finding

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_SUMMARY = 2
"""A sentence on more sources than these sums them up; what must be said of each is said where it is first told by itself."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each finding whose qualifiers a page leaves out, and where a record has them in one language only."""
    titles = {
        one.path: f"{one.front.title}\n{one.front.description}"
        if one.front.title and one.front.description
        else ""
        for one in corpus.articles
    }
    for page in pages(corpus):
        if page.path in titles:
            yield from _left_out(page, titles[page.path], corpus)
    for source in corpus.sources.values():
        for finding in source.findings:
            for language in corpus.languages if finding.must_say else ():
                if len(finding.must_say.get(language, ())) != max(map(len, finding.must_say.values())):
                    place = source.spans.get(f"findings.{finding.id}.must_say", FILE_START)
                    message = _text("entries", finding=finding.key, language=language)
                    yield _problem(source.path, place, message)


def _left_out(page: Page, titles: str, corpus: Corpus) -> Iterator[Problem]:
    """The first sentence about a finding says it; later the paragraph does, or a title above it (where front matter is whole)."""
    said: set[tuple[str, str]] = set()
    for told, seen in seen_together(page.passages):
        around = "\n".join((titles, told[0].section, *(passage.text for passage in seen)))
        again = set(said)
        for passage, sentence, finding in _cited(told, corpus):
            asked = corpus.must_say(finding, passage.language)
            if passage.block in ALONE:
                lost = left_out(passage.text, asked)
            else:
                lost = left_out(passage.text[: sentence.end], [one for one in asked if one not in said])
                if titles and passage.kind is not Kind.ROW:  # of a table of advice, which tells no finding
                    lost += left_out(around, [one for one in asked if one in again])
            said |= set(asked)
            again -= set(asked)
            if lost:
                yield _report(page, passage, sentence, finding, lost)


def _cited(told: Passages, corpus: Corpus) -> Iterator[tuple[Passage, Sentence, Finding]]:
    """Yield each finding that a sentence tells by itself."""
    for passage in told:
        for sentence in passage.sentences:
            findings = cited_findings(corpus, sentence.citations)
            if passage.block in ALONE or len({finding.source for finding in findings}) <= _SUMMARY:
                yield from ((passage, sentence, finding) for finding in findings)


def _report(
    page: Page, passage: Passage, sentence: Sentence, finding: Finding, lost: Sequence[str]
) -> Problem:
    message = _text("left-out", finding=finding.key, words=listed(map(_named, lost), "and"))
    return _problem(page.path, passage.span(sentence.start, sentence.end), message)


def _named(words: str) -> Series:
    return listed((quoted(word.strip().replace("*", "…")) for word in words.split("|")), "or")
