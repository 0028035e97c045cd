"""Evidence at hand: found by word, theme and place, and named where somebody pasted a reference in place of a citation."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from commonground.checks import registry
from commonground.cli.main import cli
from commonground.read.corpus import read_corpus

from ..conftest import ROOT, TODAY
from ..invented import invented_page
from ..said import said

RECORD = """id: wick2019
csl:
  type: article-journal
  title: Lamps and health in an invented town
  author: [{{family: Wick}}, {{family: Glow}}]
  issued: {{date-parts: [[2019]]}}
  DOI: 10.5555/LAMPS.2019
  URL: https://journal.example/lamps/
design: cohort
peer_reviewed: true
places: [{place}]
themes: [{theme}]
findings:
  - {{id: lit, states: 'Of 300 lamps in the town, 214 were lit after a raid.', states_fr: 'Après une descente, 214 des 300 lampes étaient allumées.', figures: ['300', '214'], where: Abstract, where_fr: Résumé, caution: One night only., caution_fr: Une seule nuit.}}
  - {{id: old, states: 'Most lamps were old.', states_fr: 'La plupart étaient vieilles.', figures: [], where: Abstract, where_fr: Résumé}}
limits: Invented.
limits_fr: Inventé.
checked: {{date: 2026-11-01, url: 'https://read.example/lamps', how: full-text}}
"""  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """One page and one record, with the real settings, for their themes."""
    shutil.copy(ROOT / "commonground.toml", tmp_path / "commonground.toml")
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "evidence").mkdir()
    (tmp_path / "docs/en/index.md").write_text(invented_page("Text."), encoding="utf-8")
    (tmp_path / "evidence/wick2019.yaml").write_text(
        RECORD.format(place="Canada", theme="health"), encoding="utf-8"
    )
    return tmp_path


def find(root: Path, *words: str) -> str:
    return CliRunner().invoke(cli, ["--lang", "en", "evidence", "find", *words, "--root", str(root)]).output


def test_findings_are_found_by_word_theme_and_place(root: Path) -> None:
    """Any language, beginnings of words, no accents; the findings that hold most of the words, with their caution."""
    for words in (
        ["raid", "lamp"],
        ["descente"],
        ["DESCENTE", "allumees"],
        ["raids"[:4], "--theme", "health"],
        ["lit", "--place", "canada"],
    ):
        found = find(root, *words)
        assert "[@wick2019#lit] Of 300 lamps in the town, 214 were lit after a raid." in found, words
        assert "! One night only." in found
        assert "#old" not in found
    for words in (["harbour"], ["raid", "--theme", "law"], ["raid", "--place", "Sweden"]):
        assert find(root, *words).startswith("0 records."), words
    assert "No record holds all 2 words; these hold 1." in find(root, "raid", "harbour")
    assert "is no theme" in find(root, "raid", "--theme", "lamps")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There, 214 were lit (Wick and Glow, 2019).", "put [@wick2019#lit]"),
        ("There, 214 were lit (Wick et al., 2019a).", "put [@wick2019#lit]"),
        ("There, 214 were lit. https://doi.org/10.5555/lamps.2019", "put [@wick2019#lit]"),
        ("There, 214 were lit: doi 10.5555/Lamps.2019.", "put [@wick2019#lit]"),
        (
            "There, 214 were lit, says [the study](http://www.journal.example/lamps#part).",
            "put [@wick2019#lit]",
        ),
        ("There, 214 were lit. https://read.example/lamps", "put [@wick2019#lit]"),
        ("There, 77 were lit (Wick, 2019).", "our record wick2019, which does not have this figure"),
        ("There, 214 were lit. https://doi.org/10.5555/other", "commonground evidence add 10.5555/other"),
        ("There, 214 were lit. See https://other.example/x.", 'no record has "https://other.example/x"'),
        ("There, 214 were lit (Wick, 2018).", "Put a citation such as"),
        ("There, 214 were lit (Nobody, 2019).", "Put a citation such as"),
    ],
)
def test_a_pasted_reference_is_named(root: Path, sentence: str, expected: str) -> None:
    """The record that it belongs to, or the command that begins one; the same for the page alone as for everything."""
    (root / "docs/en/index.md").write_text(invented_page(sentence), encoding="utf-8")
    for only in ((), ("docs/en/index.md",)):
        found = registry.run(read_corpus(root, TODAY, only)).problems
        told = [said(one) for one in found if one.rule == "evidence/uncited-figure"]
        assert told, sentence
        assert all(expected in one for one in told), told
