"""A finding that is held back is not cited."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import texts_of, translated
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a withheld finding, with the reason on record."""
    for passage, citation in all_citations(corpus):
        finding = corpus.findings.get(citation.key)
        if finding is not None and finding.withheld:
            reason = translated({code: text.rstrip(".") for code, text in finding.withheld.items()})
            message = _text("withheld", finding=finding.key, reason=reason)
            yield _problem(passage.path, citation.span, message)
