"""Which sources studied the same people."""

from collections.abc import Iterable

from commonground.model.source import Source


def groups(sources: Iterable[Source]) -> list[frozenset[str]]:
    """Return the sources by the people they studied, as sets of ids: those that share a cohort are one."""
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for source in sources:
        ids, cohorts = frozenset({source.id}), frozenset(source.cohort)
        apart = [one for one in found if not one[1] & cohorts]
        for one in found:
            if one[1] & cohorts:
                ids, cohorts = ids | one[0], cohorts | one[1]
        found = [*apart, (ids, cohorts)]
    return [ids for ids, _ in found]
