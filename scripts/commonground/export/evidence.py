"""The evidence as one JSON file: every source with its findings, as recorded."""

import json
from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import asdict, replace

from commonground.export.fields import fields
from commonground.model.corpus import Corpus
from commonground.model.csl import as_csl
from commonground.model.source import Finding, Source

PATH = "data/evidence.json"
_BY_LANGUAGE = (
    "states",
    "plain",
    "where",
    "caution",
    "withheld",
    "limits",
    "contested",
    "period",
    "population",
)
FIELDS = {PATH: fields(computed="version", reference="csl", values="figures")}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content), in the languages of the site: no check has read a text in another one.

    A finding that may not be printed yet gives its reason alone.
    """
    sources = [_source(source, corpus.languages) for source in corpus.sources.values()]
    whole = {"version": 1, "sources": sources}
    yield PATH, (json.dumps(whole, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _source(source: Source, languages: Collection[str]) -> Mapping[str, object]:
    values = {
        "id": source.id,
        "csl": as_csl(replace(source.item, abstract="")),
        "design": source.design,
        "peer_reviewed": source.peer_reviewed,
        "open_access": source.open_access,
        "places": source.places,
        "period": source.period,
        "population": source.population,
        "findings": [_finding(finding, languages) for finding in source.findings],
        "limits": source.limits,
        "contested": source.contested,
        "contested_by": source.contested_by,
        "themes": source.themes,
        "archived": source.archived and asdict(source.archived),
        "retracted": source.retracted,
        "superseded_by": source.superseded_by,
        "checked": {"date": source.checked.date, "url": source.checked.url, "how": source.checked.how},
    }
    return _without_empty(_said(values, languages))


def _finding(finding: Finding, languages: Collection[str]) -> Mapping[str, object]:
    if finding.withheld:
        return _said({"id": finding.id, "withheld": finding.withheld}, languages)
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
    return _without_empty(_said(values, languages))


def _said(values: Mapping[str, object], languages: Collection[str]) -> Mapping[str, object]:
    """Leave of texts by language those that the site has."""
    return {
        key: {code: text for code, text in value.items() if code in languages}
        if key in _BY_LANGUAGE and isinstance(value, Mapping)
        else value
        for key, value in values.items()
    }


def _without_empty(values: Mapping[str, object]) -> Mapping[str, object]:
    """Leave out what a record does not say; false is something said."""
    return {key: value for key, value in values.items() if value is False or value}
