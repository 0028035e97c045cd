"""A record serves a page."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.checks.shared.citing import all_citations
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.SUGGESTION
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each record that nothing rests on and that does not say why, and each that says so and is cited."""
    used = {citation.source for _, citation in all_citations(corpus)}
    used |= {id for rules in corpus.terms.values() for rule in rules for id in rule.sources}
    for source in corpus.sources.values():
        if source.id not in used and not source.unused:
            message = _text("unused", source=source.id)
            yield _problem(source.path, source.spans.get("id", FILE_START), message)
        elif source.id in used and source.unused:
            yield _problem(
                source.path, source.spans.get("unused", FILE_START), _text("used", source=source.id)
            )
