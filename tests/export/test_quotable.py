"""Figures for journalists as data."""

import csv
import io
import json

import pytest

from commonground.export.quotable import files as quotable_files
from commonground.export.quotable import headline, interval, quotable
from commonground.languages import read_languages
from commonground.model.corpus import Corpus

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("recorded", "written"),
    [
        pytest.param("31.0%", f"31,0{NBSP}%", id="per-cent"),
        pytest.param("1,200", f"1{NBSP}200", id="thousands"),
        pytest.param("$1,800", f"1{NBSP}800{NBSP}$", id="money"),
        pytest.param("2.99", "2,99", id="decimal"),
        pytest.param("one in four", "one in four", id="words"),
    ],
)
def test_french_writes_numbers_its_own_way(recorded: str, written: str) -> None:
    """Comma, no-break space, and the sign after the number."""
    assert read_languages()["fr"].typography.number(recorded) == written
    assert read_languages()["en"].typography.number(recorded) == recorded


def test_intervals_keep_the_digits_of_the_record(project: Corpus) -> None:
    """1.60 is not printed as 1.6: readers compare it with the source."""
    finding = project.findings["platt2018#hiv-sti-odds"]
    assert interval(finding, project.locale("en")) == "1.60 to 2.19"
    assert interval(finding, project.locale("fr")) == "1,60 à 2,19"


def test_json_and_csv_tell_the_same(project: Corpus) -> None:
    """One row a figure, with who found it, what to say with it and what it does not show, in both languages."""
    files = dict(quotable_files(project, ""))
    figures = json.loads(files["data/figures.json"])["figures"]
    text = files["data/figures.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    offered = list(quotable(project))
    assert len(figures) == len(rows) == len(offered) >= 24
    for (source, finding), figure, row in zip(offered, figures, rows, strict=True):
        assert figure["finding"] == row["finding"] == finding.key
        assert row["sentence_en"].replace(NBSP, " ") == finding.states["en"].replace(NBSP, " ")
        for language in ("en", "fr"):
            assert figure["headline"][language] == headline(finding, project.locale(language)) != ""
            assert figure["not"][language]
            assert figure["caveat"][language]
            assert str(source.year or "") in figure["source"][language]


def test_no_cell_is_a_formula(project: Corpus) -> None:
    """A spreadsheet must not compute what a record says."""
    text = dict(quotable_files(project, ""))["data/figures.csv"].decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell[:1] in ("=", "+", "@")]
