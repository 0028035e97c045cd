"""A figure offered to journalists is kept as it stands."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.quoted import PATH

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each quotable finding whose present state is not kept, as far as the kept ones could be read."""
    if corpus.is_broken(PATH):
        return
    kept = {(quoted.finding, quoted.digest) for quoted in corpus.quoted}
    for source in corpus.sources.values():
        for finding in source.findings:
            if finding.quotable and (finding.key, finding.digest) not in kept:
                yield _problem(source.path, finding.span, _text("unkept", finding=finding.key))
