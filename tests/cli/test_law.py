"""``commonground law compare``: what it finds in a copy of the public consolidation, and what it says to do."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli

from ..invented import LAW_HEAD

DATA = (
    LAW_HEAD
    + """\
  - id: lamps-12-1
    section: 12(1)
    note: {en: Lighting lamps, fr: Allumage de lampes}
    text: {en: A fine of not more than five years., fr: Une peine maximale de cinq ans.}
    history: {en: "1999, c. 1, s. 12", fr: "1999, ch. 1, art. 12"}
"""
)
ENGLISH = """\
<Statute xmlns:lims="http://justice.gc.ca/lims" lims:current-date="2026-06-17"><Section><MarginalNote>Lighting lamps</MarginalNote>
<Label>12</Label><Subsection><Label>(1)</Label><Text>A fine of not more than five years.</Text></Subsection>
<HistoricalNote><HistoricalNoteSubItem>1999, c. 1, s. 12</HistoricalNoteSubItem></HistoricalNote></Section></Statute>
"""
FRENCH = (
    ENGLISH.replace("Lighting lamps", "Allumage de lampes")
    .replace("A fine of not more than five years.", "Une peine maximale de cinq ans.")
    .replace("c. 1, s. 12", "ch. 1, art. 12")
)
CARD = """\
provisions:
  - id: lamps
    section: {en: s. 12, fr: art. 12}
    texts: [lamps-12-1]
    act: {en: Lamps, fr: Lampes}
    title: {en: Lamps, fr: Lampes}
    who_can_be_charged: {en: Anyone., fr: Toute personne.}
    covers: {en: Lamps., fr: Les lampes.}
    penalty: {kind: {en: One., fr: Une.}, maximum: {en: One., fr: Une.}, minimum: {en: None., fr: Aucune.}}
    does_not_cover: {en: Candles., fr: Les bougies.}
    rulings: []
    checked: {date: 2026-11-20, how: official-page}
    last_verified: 2026-11-20
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one law of one provision, and a copy of the consolidation beside it."""
    files = {
        "site/docs/en/a.md": "---\ntitle: A\ntype: page\n---\n\nText.\n",
        "site/language/en.yaml": "",
        "site/language/fr.yaml": "",
        "site/docs/fr/a.md": "---\ntitle: A\ntype: page\n---\n\nTexte.\n",
        "site/data/law/lamps.yaml": DATA,
        "site/data/law-timeline.yaml": CARD,
        "laws/eng/acts/L-1.xml": ENGLISH,
        "laws/fra/lois/L-1.xml": FRENCH,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def compare(root: Path) -> Result:
    """Compare the site's law with the copy."""
    return CliRunner().invoke(cli, ["law", "compare", str(root / "laws"), "--root", str(root / "site")])


def rewrite(root: Path, path: str, found: str, instead: str) -> None:
    """Change a file of the copy."""
    file = root / "laws" / path
    text = file.read_text(encoding="utf-8")
    assert found in text
    file.write_text(text.replace(found, instead), encoding="utf-8")


def test_where_nothing_differs_nothing_is_to_do(root: Path) -> None:
    """One line says what was compared."""
    result = compare(root)
    assert result.output == "Provisions compared: 1. Differences: 0. Files that could not be read: 0.\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("path", "found", "instead", "told"),
    [
        ("eng/acts/L-1.xml", "five years", "seven years", ['("text"), then the cards that sum it up: lamps.', "seven years."]),
        ("fra/lois/L-1.xml", "Allumage", "Éclairage", ['"note"', "Éclairage de lampes"]),
        ("eng/acts/L-1.xml", "1999, c. 1, s. 12", "1999, c. 1, s. 12; 2026, c. 12, s. 2", ["was amended", "2026, c. 12"]),
        ("eng/acts/L-1.xml", "<Label>12</Label>", "<Label>12.1</Label>", ["no longer there", "lamps"]),
    ],
)  # fmt: skip
def test_a_difference_is_told_at_its_provision_with_what_to_do(
    root: Path, path: str, found: str, instead: str, told: list[str]
) -> None:
    """The place in our file, both wordings, the next step, and the cards that rest on it."""
    rewrite(root, path, found, instead)
    result = compare(root)
    assert result.exit_code == 1
    assert "data/law/lamps.yaml:11:9: " in result.output
    for text in told:
        assert text in result.output


def test_a_newer_day_without_a_change_is_to_be_written_down(root: Path) -> None:
    """So that readers see how fresh the words are."""
    for path in ("eng/acts/L-1.xml", "fra/lois/L-1.xml"):
        rewrite(root, path, "2026-06-17", "2026-09-01")
    result = compare(root)
    assert result.exit_code == 0
    assert "Nothing in it has changed: write current_to: 2026-09-01" in result.output


def test_an_older_copy_is_told(root: Path) -> None:
    """It proves nothing about today's law."""
    for path in ("eng/acts/L-1.xml", "fra/lois/L-1.xml"):
        rewrite(root, path, "2026-06-17", "2024-01-01")
    assert "this copy is older (2024-01-01)" in compare(root).output


def test_a_file_that_is_missing_or_broken_is_told_and_the_other_language_compared(root: Path) -> None:
    """Exit code 2 says that not everything was compared."""
    (root / "laws/eng/acts/L-1.xml").unlink()
    result = compare(root)
    assert result.exit_code == 2
    assert "not compared in en: eng/acts/L-1.xml" in result.output
    (root / "laws/eng/acts/L-1.xml").write_text("<Statute>")
    assert "no XML that can be read safely" in compare(root).output


def test_nothing_is_sent_unless_it_is_said(root: Path) -> None:
    """Neither a folder nor --online: told what to name."""
    result = CliRunner().invoke(cli, ["law", "compare", "--root", str(root / "site")])
    assert result.exit_code == 2
    assert "--online" in result.output
