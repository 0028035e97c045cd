"""A study is told with a year of its own, where a reader sees both."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import Page, cited_findings, pages
from commonground.checks.shared.seeing import ALONE, Passages, seen_together
from commonground.languages.message import listed, texts_of
from commonground.model.certainty import STUDIES
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage, Sentence
from commonground.model.problem import Level, Problem
from commonground.model.source import Source, in_language
from commonground.text.years import years

LEVEL = Level.WARNING
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_DATED = (*STUDIES, "modelling", "official-statistics", "inquiry")
"""Designs that say how things were at a time."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each study that a paragraph, a row, an item or a block tells without a year of it."""
    articles = {article.path for article in corpus.articles}
    for page in pages(corpus):
        if page.path in articles:
            for told, seen in seen_together(page.passages):
                if told[0].block not in ALONE:  # which print the years of their sources by themselves
                    yield from _undated(page, told, seen, corpus)


def _undated(page: Page, told: Passages, seen: Passages, corpus: Corpus) -> Iterator[Problem]:
    cited = _first_cited(told, corpus)
    if not cited:
        return
    spans = corpus.locale(told[0].language).words.claims.get("spans_of_years", ())
    said = years("\n".join((told[0].section, *(passage.text for passage in seen))), spans)
    for source, passage, sentence in cited:
        done = [text for text in _times(source, corpus, passage.language) if years(text, spans)]
        own = years("\n".join((*done, str(source.year or ""))), spans)
        if own and not own & said:
            published = [_text("published", year=source.year)] if source.year else []
            message = _text("undated", source=source.id, years=listed([*done, *published], "semicolon"))
            yield _problem(page.path, passage.span(sentence.start, sentence.end), message)


def _first_cited(told: Passages, corpus: Corpus) -> list[tuple[Source, Passage, Sentence]]:
    """Return each study, survey, inquiry or count that a text cites, and where it does so first."""
    found: dict[str, tuple[Source, Passage, Sentence]] = {}
    for passage in told:
        for sentence in passage.sentences:
            for finding in cited_findings(corpus, sentence.citations):
                found.setdefault(finding.source, (corpus.sources[finding.source], passage, sentence))
    return [one for one in found.values() if one[0].design in _DATED]


def _times(source: Source, corpus: Corpus, language: str) -> Iterator[str]:
    """Yield what may say when a study was done: its record, and the names of its cohorts."""
    yield in_language(source.period, language)
    yield from (corpus.cohort_name(id, language) for id in source.cohort)
