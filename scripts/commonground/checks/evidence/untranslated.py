"""What readers see of a cited record is in their language."""

from collections import defaultdict
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.schema.declared import Text
from commonground.model.source import Finding, Source

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text of a cited finding, and of its source, that a language of its pages lacks."""
    cited = defaultdict[tuple[str, str], set[str]](set)
    for article in corpus.articles:
        for citation in article.citations:
            cited[article.language, citation.source].add(citation.key)
    for source in corpus.sources.values():
        for language in corpus.languages:
            keys = cited.get((language, source.id))
            if not keys:
                continue
            yield from _missing(
                source,
                "",
                {"limits": source.limits, "contested": source.contested, "unused": source.unused},
                language,
            )
            for finding in source.findings:
                if finding.key in keys:
                    yield from _missing(source, f"findings.{finding.id}.", _texts(finding), language)


def _texts(finding: Finding) -> dict[str, Text]:
    plain = {language: ", ".join(texts) for language, texts in finding.plain.items()}
    return {"states": finding.states, "plain": plain, "where": finding.where, "caution": finding.caution}


def _missing(source: Source, prefix: str, texts: dict[str, Text], language: str) -> Iterator[Problem]:
    for key, text in texts.items():
        if text and not text.get(language):
            message = _text("missing", language=language, key=key)
            yield _problem(source.path, _place(source, f"{prefix}{key}"), message)


def _place(source: Source, key: str) -> Span:
    return source.spans.get(key, FILE_START)
