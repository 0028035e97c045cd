"""The evidence as one JSON file: every source with its findings, as recorded."""

import json
from collections.abc import Iterator, Mapping

from msgspec.structs import asdict

from commonground.export.fields import fields
from commonground.model.corpus import Corpus
from commonground.model.source import Finding, Source

PATH = "data/evidence.json"
FIELDS = {PATH: fields(computed="version", reference="csl", values="figures")}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content); a finding that may not be printed yet gives its reason alone."""
    sources = [_source(source) for source in corpus.sources.values()]
    whole = {"version": 1, "sources": sources}
    yield PATH, (json.dumps(whole, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _source(source: Source) -> Mapping[str, object]:
    values = {
        "id": source.id,
        "csl": {key: value for key, value in source.csl.items() if key != "abstract"},
        "design": source.design,
        "peer_reviewed": source.peer_reviewed,
        "open_access": source.open_access,
        "places": source.places,
        "period": source.period,
        "population": source.population,
        "findings": [_finding(finding) for finding in source.findings],
        "limits": source.limits,
        "contested": source.contested,
        "contested_by": source.contested_by,
        "themes": source.themes,
        "archived": source.archived and asdict(source.archived),
        "retracted": source.retracted,
        "superseded_by": source.superseded_by,
        "checked": {"date": source.checked.date, "url": source.checked.url, "how": source.checked.how},
    }
    return _without_empty(values)


def _finding(finding: Finding) -> Mapping[str, object]:
    if finding.withheld:
        return {"id": finding.id, "withheld": finding.withheld}
    values = {
        "id": finding.id,
        "states": finding.states,
        "figures": finding.figures,
        "plain": finding.plain,
        "where": finding.where,
        "caution": finding.caution,
        "direction": finding.direction,
        "contested_by": finding.contested_by,
    }
    return _without_empty(values)


def _without_empty(values: Mapping[str, object]) -> Mapping[str, object]:
    """Leave out what a record does not say; false is something said."""
    return {key: value for key, value in values.items() if value is False or value}
