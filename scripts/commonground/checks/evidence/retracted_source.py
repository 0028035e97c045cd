"""A retracted source carries no claim."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation of a source that was retracted."""
    for passage, citation in all_citations(corpus):
        source = corpus.sources.get(citation.source)
        if source is not None and source.retracted:
            message = _text("retracted", source=source.id, date=str(source.retracted))
            yield _problem(passage.path, citation.span, message)
