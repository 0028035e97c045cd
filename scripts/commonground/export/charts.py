"""The numbers of every chart as CSV: one file for each set of findings drawn together, the same for all languages."""

import csv
import io
from collections.abc import Iterator, Sequence

from commonground.export.fields import fields
from commonground.model.chart import charts_in, data_name, kind_of_all, label_of, measure_of
from commonground.model.corpus import Corpus
from commonground.model.schema.declared import Text
from commonground.model.source import Finding
from commonground.model.spreadsheet import cell

FOLDER = "data/charts"
"""Where the files are, below the site's root."""

FIELDS = {f"{FOLDER}/*.csv": fields(reference="title year doi", values="value low high level n before after")}

_NUMBERS = ("value", "low", "high", "level", "n", "before", "after")


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of each chart, sorted by path; UTF-8, numbers as recorded."""
    files = {}
    for article in corpus.articles:
        for _, passages in charts_in(article):
            cited = [citation for passage in passages for citation in passage.citations]
            findings = [
                corpus.findings[citation.key] for citation in cited if citation.key in corpus.findings
            ]
            if kind_of_all(findings) is not None:
                files[f"{FOLDER}/{data_name(findings)}"] = _table(findings, corpus)
    yield from sorted(files.items())


def _table(findings: Sequence[Finding], corpus: Corpus) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_columns(corpus))
    for finding in findings:
        writer.writerow(map(cell, _row(finding, corpus)))
    return text.getvalue().encode()


def _columns(corpus: Corpus) -> list[str]:
    texts = [f"{name}_{language}" for name in ("label", "states", "caution") for language in corpus.languages]
    return ["source", "finding", "measure", *_NUMBERS, *texts, "title", "year", "doi"]


def _row(finding: Finding, corpus: Corpus) -> list[object]:
    drawn = finding.estimate or finding.change
    source = corpus.sources[finding.source]
    texts: list[Text] = [label_of(finding), finding.states, finding.caution]
    return [
        source.id,
        finding.id,
        measure_of(finding),
        *(getattr(drawn, name, None) for name in _NUMBERS),
        *(text.get(language, "") for text in texts for language in corpus.languages),
        source.title,
        source.year or "",
        source.item.doi,
    ]
