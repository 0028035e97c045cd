"""One language at a time: where a page begins, what a translator is shown, and that nobody types a hash."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.checks import registry
from commonground.cli.main import cli
from commonground.model.problem import Level
from commonground.read.corpus import read_corpus

from ..conftest import TODAY
from ..invented import invented_page


def of_lamps(body: str, title: str) -> str:
    """Return a page whose title and description are in the language of its text."""
    return invented_page(body, title, f"{title}, in short.")


RECORD = """id: lamp2020
csl: {type: article-journal, title: An invented study}
design: cohort
peer_reviewed: true
findings:
  - id: lit
    states: 'In the invented town, 214 lamps were lit.'
    states_fr: 'Dans la ville inventée, 214 lampes étaient allumées.'
    figures: ['214']
    where: Abstract
limits: Invented.
checked: {date: 2026-11-01, url: 'https://example.org', how: full-text}
"""
ENGLISH = of_lamps("There, 214 lamps were lit. [@lamp2020#lit]\n\nThe harbour is dark.", "Lamps of the town")
FRENCH = of_lamps(
    "On y comptait 214 lampes allumées. [@lamp2020#lit]\n\nLe port est sombre.", "Les lampes de la ville"
)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["--lang", "en", *words])


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def told(root: Path) -> set[tuple[str, str, Level]]:
    found = registry.run(read_corpus(root, TODAY)).problems
    return {(p.path, p.rule, p.level) for p in found if p.level is not Level.SUGGESTION}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two home pages and one record."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    for path, text in {
        "docs/en/index.md": of_lamps("Welcome.", "Home of lamps"),
        "docs/fr/index.md": of_lamps("Bienvenue.", "Accueil des lampes"),
        "evidence/lamp2020.yaml": RECORD,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    run("translate", "confirm", "docs/fr/index.md", "--root", str(tmp_path))
    return tmp_path


def write(root: Path, path: str, text: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root / path


@pytest.mark.parametrize(("language", "other", "text"), [("en", "fr", ENGLISH), ("fr", "en", FRENCH)])
def test_a_page_in_one_language_is_whole(root: Path, language: str, other: str, text: str) -> None:
    """Whatever language it begins in: no error, and the other language is waited for."""
    path = f"docs/{language}/lamps.md"
    write(root, path, text)
    write(
        root,
        f"docs/{language}/index.md",
        (root / f"docs/{language}/index.md").read_text() + "\n[More](lamps.md)\n",
    )
    run("translate", "confirm", "docs/fr/index.md", "--root", str(root))
    assert {entry for entry in told(root) if entry[2] is Level.ERROR} == set()
    assert (path, "translation/missing", Level.WARNING) in told(root)
    assert f"{path} -> {other}: missing" in run("translate", "status", "--root", str(root)).output


def test_a_page_may_link_to_one_that_its_language_still_lacks(root: Path) -> None:
    """There the site says that it is not translated yet; a page that no language has stays an error."""
    write(root, "docs/en/lamps.md", ENGLISH)
    write(
        root,
        "docs/fr/autre.md",
        of_lamps("[Les lampes](lamps.md), [rien](nulle.md).", "Autre page"),
    )
    errors = [
        (p.rule, p.span.column)
        for p in registry.run(read_corpus(root, TODAY)).problems
        if p.level is Level.ERROR
    ]
    assert errors == [("links/internal", 25)]


def test_a_translation_needs_no_line_that_somebody_types(root: Path) -> None:
    """Without it the page waits to be compared; `confirm` writes it."""
    write(root, "docs/en/lamps.md", ENGLISH)
    page = write(root, "docs/fr/lamps.md", FRENCH)
    assert ("docs/fr/lamps.md", "translation/out-of-date", Level.WARNING) in told(root)
    assert run("translate", "confirm", "docs/fr/lamps.md", "--root", str(root)).exit_code == 0
    assert page.read_text(encoding="utf-8").count('translation: {of: "') == 1
    assert "translation/out-of-date" not in {rule for _, rule, _ in told(root)}


def test_english_may_translate_french(root: Path) -> None:
    """The page without the line is the original, in any language; a change there makes the English page behind."""
    write(root, "docs/fr/lampes.md", FRENCH)
    made = run("new", "--lang", "en", "docs/fr/lampes.md", "--root", str(root))
    assert made.exit_code == 0, made.output
    page = root / "docs/en/lampes.md"
    text = page.read_text(encoding="utf-8")
    assert "<!-- fr: On y comptait 214 lampes allumées. [@lamp2020#lit] -->" in text
    assert "<!-- en: In the invented town, 214 lamps were lit. [@lamp2020#lit] -->" in text
    assert "To be translated. [@lamp2020#lit]" in text
    english = text.replace("draft: true\n", "").replace("Les lampes de la ville", "Lamps of the town")
    english = english.replace('description: "One sentence that answers the title."', 'description: "Lamps."')
    english = english.replace("To be translated. [", "There, 214 lamps were lit. [").replace(
        "To be translated.", "The harbour is dark."
    )
    page.write_text(english, encoding="utf-8")
    assert {rule for path, rule, _ in told(root) if "docs/en/lampes" in path} == {
        "evidence/changed-since-review"
    }
    write(root, "docs/fr/lampes.md", FRENCH.replace("sombre", "très sombre"))
    assert ("docs/en/lampes.md", "translation/out-of-date", Level.WARNING) in told(root)


def test_a_page_that_was_brought_up_to_date_alone_is_no_error(root: Path) -> None:
    """A sentence more in the translation: its original waits."""
    write(root, "docs/en/lamps.md", ENGLISH)
    write(root, "docs/fr/lamps.md", FRENCH)
    run("translate", "confirm", "docs/fr/lamps.md", "--root", str(root))
    write(
        root,
        "docs/fr/lamps.md",
        (root / "docs/fr/lamps.md").read_text(encoding="utf-8")
        + "\nCes 214 lampes étaient neuves. [@lamp2020#lit]\n",
    )
    assert {entry for entry in told(root) if "translation/" in entry[1]} == {
        ("docs/fr/lamps.md", "translation/citation-drift", Level.WARNING)
    }


def test_what_changed_is_shown_paragraph_by_paragraph(root: Path) -> None:
    """As it was when it was translated, as it is now, and the translator's own paragraph at that place."""
    write(root, "docs/en/lamps.md", ENGLISH)
    write(root, "docs/fr/lamps.md", FRENCH)
    run("translate", "confirm", "docs/fr/lamps.md", "--root", str(root))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Lamps")
    assert "No translation is behind" in run("translate", "diff", "--root", str(root)).output
    write(root, "docs/en/lamps.md", ENGLISH.replace("is dark", "is lit at last"))
    assert run("translate", "diff", "--root", str(root)).output.split("\n")[2:] == [
        "docs/en/lamps.md:12",
        "  before: The harbour is dark.",
        "  now: The harbour is lit at last.",
        "  translation, line 13: Le port est sombre.",
        "",
        "",
    ]


def test_of_a_list_the_changed_item_is_shown_alone(root: Path) -> None:
    write(root, "docs/en/lamps.md", ENGLISH + "\n- One lamp.\n- Two\n    lamps.\n- Three lamps.\n")
    write(root, "docs/fr/lamps.md", FRENCH + "\n- Une lampe.\n- Deux\n    lampes.\n- Trois lampes.\n")
    run("translate", "confirm", "docs/fr/lamps.md", "--root", str(root))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Lamps")
    page = root / "docs/en/lamps.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("    lamps.", "    old lamps."), encoding="utf-8"
    )
    said = run("translate", "diff", "--root", str(root)).output
    assert "  before: - Two\n    lamps.\n  now: - Two\n    old lamps.\n  translation, line" in said
    assert "One lamp" not in said
    assert "Trois" not in said


def test_without_history_it_says_what_to_do(root: Path) -> None:
    """No git, or no version that the hash names: compare the two whole."""
    write(root, "docs/en/lamps.md", ENGLISH)
    write(root, "docs/fr/lamps.md", FRENCH)
    run("translate", "confirm", "docs/fr/lamps.md", "--root", str(root))
    write(root, "docs/en/lamps.md", ENGLISH.replace("is dark", "is lit"))
    assert "git has no version" in run("translate", "diff", "docs/fr/lamps.md", "--root", str(root)).output
