"""
A figure offered to journalists is kept as it stands.

Why: The page of figures gives each an address that a newspaper may print; without a kept state it leads nowhere.

Fix: Run `commonground evidence keep`, which adds the present state to the kept ones.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each quotable finding whose present state is not kept."""
    kept = {(quoted.finding, quoted.digest) for quoted in corpus.quoted}
    for source in corpus.sources.values():
        for finding in source.findings:
            if finding.quotable and (finding.key, finding.digest) not in kept:
                message = (
                    f"{finding.key} is offered to journalists, but no address keeps it as it stands. "
                    "Run: commonground evidence keep"
                )
                yield _problem(source.path, finding.span, message)
