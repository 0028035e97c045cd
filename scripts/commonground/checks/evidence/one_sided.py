"""A finding that others contest is cited together with one of them."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
ECHOES = ("evidence/citation-form", "evidence/uncited-figure", "evidence/unknown-*", "input/*")
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where an article first cites a contested finding and none of those that contest it."""
    for article in corpus.articles:
        cited = {citation.key for citation in article.citations}
        first = {citation.key: citation for citation in reversed(article.citations)}
        for key, citation in first.items():
            finding = corpus.findings.get(key)
            if finding is not None and finding.contested_by and cited.isdisjoint(finding.contested_by):
                others = listed(f"[@{other}]" for other in finding.contested_by)
                message = _text("one-sided", finding=key, others=others)
                yield _problem(article.path, citation.span, message)
