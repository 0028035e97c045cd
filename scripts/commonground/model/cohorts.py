"""Which sources studied the same people."""

from collections.abc import Iterable, Mapping

from commonground.model.source import Source


def shared_cohorts(sources: Iterable[Source]) -> Mapping[str, int]:
    """Return the cohorts that several of the sources studied, in order of first mention, and how many did."""
    ids = [id for source in sources for id in source.cohort]
    return {id: ids.count(id) for id in dict.fromkeys(ids) if ids.count(id) > 1}


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
