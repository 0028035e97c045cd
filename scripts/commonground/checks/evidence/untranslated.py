"""What readers see of a cited record is in their language."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from commonground.checks.making import maker
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.schema.declared import Text
from commonground.model.source import Finding, Source

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """
    Yield a problem for each text of a cited finding, and of its source, that a language of its pages lacks.

    Of a record that no page of a language cites yet, its texts are told together, at the first one.
    """
    cited = defaultdict[tuple[str, str], set[str]](set)
    for article in corpus.articles:
        for citation in article.citations:
            cited[article.language, citation.source].add(citation.key)
    for source in corpus.sources.values():
        for language in corpus.languages:
            keys = cited.get((language, source.id), set())
            lacking = list(_lacking(source, language, keys or [one.key for one in source.findings]))
            if keys:
                for key in lacking:
                    message = _text("missing", language=language, key=key.rpartition(".")[2])
                    yield _problem(source.path, _place(source, key), message)
            elif lacking:
                named = listed(dict.fromkeys(f"{key.rpartition('.')[2]}_{language}" for key in lacking))
                message = _text("missing-yet", language=language, keys=named)
                yield _problem(source.path, _place(source, lacking[0]), message)


def _lacking(source: Source, language: str, keys: Collection[str]) -> Iterator[str]:
    """Yield the place of each text, of the source and of some of its findings, that is not there in a language."""
    whole = {"limits": source.limits, "contested": source.contested, "unused": source.unused}
    places = list(whole.items())
    for finding in source.findings:
        if finding.key in keys:
            places += [(f"findings.{finding.id}.{key}", text) for key, text in _texts(finding).items()]
    yield from (place for place, text in places if text and not text.get(language))


def _texts(finding: Finding) -> dict[str, Text]:
    plain = {language: ", ".join(texts) for language, texts in finding.plain.items()}
    return {"states": finding.states, "plain": plain, "where": finding.where, "caution": finding.caution}


def _place(source: Source, key: str) -> Span:
    return source.spans.get(key, FILE_START)
