"""The numbers behind our charts, as files: what the records hold, the same for every language, nothing else."""

import csv
import io

from commonground.checks.shared.pairs import cited
from commonground.export.charts import FOLDER
from commonground.export.charts import files as chart_files
from commonground.model.article import Article
from commonground.model.chart import charts_in, data_name, kind_of_all
from commonground.model.corpus import Corpus
from commonground.model.source import Finding


def drawn(project: Corpus) -> dict[str, list[Finding]]:
    """Return the findings of every chart on the site by article and line."""
    return {
        f"{article.path}:{block.span.line}": [
            project.findings[citation.key] for passage in passages for citation in passage.citations
        ]
        for article in project.articles
        for block, passages in charts_in(article)
    }


def charted(article: Article) -> list[list[str]]:
    """Return the findings that each chart of a page cites."""
    return [
        [citation.key for passage in passages for citation in passage.citations]
        for _, passages in charts_in(article)
    ]


def test_charts_are_the_same_in_both_languages(project: Corpus) -> None:
    """A translation that is up to date draws what its original draws."""
    pairs = [(project.original_of(article), article) for article in project.articles]
    for original, article in pairs:
        if original and not project.is_behind(article) and cited(original) == cited(article):
            assert charted(article) == charted(original)
    assert all(kind_of_all(findings) for findings in drawn(project).values())


def test_each_chart_has_its_file(project: Corpus) -> None:
    """One row a finding, numbers and words as recorded."""
    files = dict(chart_files(project, ""))
    names = {f"{FOLDER}/{data_name(findings)}" for findings in drawn(project).values()}
    assert set(files) == names
    assert list(files) == sorted(files)
    rows = list(csv.DictReader(io.StringIO(files[f"{FOLDER}/crago2021_unable-to-call-911.csv"].decode())))
    assert len(rows) == 1
    row = rows[0]
    assert (row["source"], row["finding"], row["measure"]) == ("crago2021", "unable-to-call-911", "share")
    assert (row["value"], row["n"], row["low"]) == ("31.0", "200", "")
    estimate = project.findings["crago2021#unable-to-call-911"].estimate
    assert estimate
    assert row["label_fr"] == estimate.label["fr"]
    assert row["doi"] == "10.3390/socsci10010013"
    assert row["states_en"] == project.findings["crago2021#unable-to-call-911"].states["en"]
