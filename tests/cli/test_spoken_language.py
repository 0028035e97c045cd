"""In which language a command speaks: the one asked for, the terminal's, or that of each page."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.languages import catalogue

PAGES = {"notes/one.en.md": "Two hookers spoke.\n", "notes/deux.fr.md": "Deux prostituées ont parlé.\n"}
ENGLISH, FRENCH = "put a speaker's own words in quotation marks", "mettez entre guillemets"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages of another site, one in each language, checked in a terminal that names no language."""
    for path, text in PAGES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def check(*options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "notes", *options])


def told(result: Result) -> tuple[bool, bool]:
    """Return whether something was said in English, and in French."""
    return ENGLISH in result.output, FRENCH in result.output


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("LANG", "fr_CA.UTF-8", (False, True)),
        ("LC_ALL", "fr", (False, True)),
        ("LC_MESSAGES", "en_CA.UTF-8@x", (True, False)),
        ("LANG", "C.UTF-8", (True, True)),
        ("LANG", "xx_XX", (True, True)),
    ],
)
def test_the_terminal_says_which(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: tuple[bool, bool]
) -> None:
    """All is told in its language; where it names none of ours, each problem in that of its page."""
    monkeypatch.setenv(name, value)
    assert told(check()) == expected


@pytest.mark.usefixtures("elsewhere")
def test_the_strongest_setting_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As POSIX has it."""
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    assert told(check()) == (False, True)


@pytest.mark.usefixtures("elsewhere")
def test_the_language_asked_for_is_stronger(monkeypatch: pytest.MonkeyPatch) -> None:
    """``--lang`` on the command line, in every format."""
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    for form in ("text", "json", "github", "markdown", "sarif"):
        assert told(check("--lang", "fr", "--format", form)) == (False, True), form


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("form", ["github", "markdown", "sarif"])
def test_what_is_read_beside_the_pages_is_in_their_language(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Whatever the machine is set to."""
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    assert told(check("--format", form)) == (True, True)


@pytest.mark.usefixtures("elsewhere")
def test_by_page_is_stronger_than_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the hook asks, whose ``--lang`` is the language of files that do not say theirs."""
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    assert told(check("--by-page", "--lang", "en")) == (True, True)


@pytest.mark.usefixtures("elsewhere")
def test_programs_get_the_language_and_the_key_of_each_message() -> None:
    """So that another tool can map it."""
    problems = json.loads(check("--format", "json").output)["problems"]
    assert {problem["language"] for problem in problems} == {"en", "fr"}
    assert {problem["key"] for problem in problems} == {"language/terms.problem"}


@pytest.mark.usefixtures("elsewhere")
def test_a_language_without_messages_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page in such a language is told in another, and the report says so."""
    known = catalogue.spoken
    monkeypatch.setattr(catalogue, "spoken", lambda language: "en" if language == "fr" else known(language))
    result = check()
    assert told(result) == (True, False)
    assert "There are no messages in the language fr yet: those are in English." in result.output


def test_rules_are_explained_in_french() -> None:
    """What a check asks for, why, and what to do."""
    output = CliRunner().invoke(cli, ["rules", "evidence/uncited-figure", "--lang", "fr"]).output
    assert output.startswith("evidence/uncited-figure (erreur)\nChaque chiffre se trouve dans une phrase")
    assert re.search(r"^Pourquoi\u00a0: .*\nComment corriger\u00a0: ", output, re.MULTILINE)


def test_an_unknown_language_is_told() -> None:
    """With those that there are."""
    result = CliRunner().invoke(cli, ["rules", "--lang", "xx"])
    assert result.exit_code == 2
    assert ", ".join(f"'{code}'" for code in catalogue.catalogues()) in result.output


@pytest.mark.usefixtures("elsewhere")
def test_spanish_is_spoken_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal set to it, of pages in any language."""
    monkeypatch.setenv("LANG", "es_MX.UTF-8")
    result = check()
    assert told(result) == (False, False)
    assert result.output.count("entre comillas") >= len(PAGES)
    assert "errores" in result.output


@pytest.mark.parametrize(
    "words", [["new", "poem", "A"], ["evidence", "show", "nobody1900"], ["check", "gone.md"]]
)
def test_wrong_use_is_told_in_the_language_asked_for(tmp_path: Path, words: list[str]) -> None:
    """Before the command's name ``--lang`` holds for whatever is said, and for this command alone."""
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "language").mkdir()
    (tmp_path / "language/en.yaml").write_text("[]")
    (tmp_path / "docs/en/page.md").write_text("Text.")
    root = ["--root", str(tmp_path)]
    french = CliRunner().invoke(cli, ["--lang", "fr", *words, *root])
    assert french.exit_code == 2
    assert re.search(r"Donnez|Vouliez|énumère|donnez", french.output)
    assert not re.search(r"Donnez|Vouliez|énumère|donnez", CliRunner().invoke(cli, [*words, *root]).output)
