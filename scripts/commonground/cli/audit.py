"""``commonground audit``: sentences drawn by lot, beside what they rest on, for anyone to judge."""

import random
from collections.abc import Iterator
from pathlib import Path

import click

from commonground.checks.shared.citing import cited_findings
from commonground.cli.explaining import ExplainedGroup
from commonground.cli.reading import ROOT, read
from commonground.cli.speaking import WrongUse, tell
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Passage, Sentence
from commonground.model.source import Finding, in_language

_text = texts_of(__name__)


@click.group(cls=ExplainedGroup)
def audit() -> None:
    """Compare sentences with what their sources found."""


@audit.command()
@click.option(
    "--seed",
    type=int,
    required=True,
)
@click.option("--count", type=click.IntRange(1), default=30, show_default=True)
@click.option("--lang", "language", default="")
@ROOT
def sample(seed: int, count: int, language: str, root: Path) -> None:
    """Draw cited sentences of published pages and print each beside its findings: states, caution, what it may not be used for."""
    corpus = read(root).published
    if language and language not in corpus.languages:
        raise WrongUse(_text("no-language", language=language, known=listed(corpus.languages)))
    cited = list(_cited(corpus, language))
    drawn = random.Random(seed).sample(cited, min(count, len(cited)))
    tell(_text("drawn", drawn=len(drawn), all=len(cited), seed=seed))
    for number, (passage, sentence) in enumerate(drawn, 1):
        click.echo("\n".join(_shown(number, passage, sentence, corpus)))


def _cited(corpus: Corpus, language: str) -> Iterator[tuple[Passage, Sentence]]:
    """Yield each sentence that cites a finding, page by page in reading order."""
    for article in sorted(corpus.articles, key=lambda one: one.path):
        if language in ("", article.language):
            for passage in article.passages:
                for sentence in passage.sentences:
                    if cited_findings(corpus, sentence.citations):
                        yield passage, sentence


def _shown(number: int, passage: Passage, sentence: Sentence, corpus: Corpus) -> Iterator[str]:
    place = passage.span(sentence.start, sentence.end)
    text = passage.text[sentence.start : sentence.end].replace(CITATION_CHARACTER, "")
    yield f"\n{number}. {passage.path}:{place.line}:{place.column}"
    yield f"   {' '.join(text.split())}"
    for finding in cited_findings(corpus, sentence.citations):
        yield from _finding(finding, passage.language, corpus)


def _finding(finding: Finding, language: str, corpus: Corpus) -> Iterator[str]:
    yield f"   [@{finding.key}] {in_language(finding.states, language)}"
    if caution := in_language(finding.caution, language):
        yield f"     caution: {caution}"
    if asked := corpus.must_say(finding, language):
        yield f"     must say: {'; '.join(words for _, words in asked)}"
    if finding.quotable:
        yield f"     {in_language(finding.quotable.unsafe, language)}"
