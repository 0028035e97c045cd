"""The command in a folder that is no project of this kind: any site's Markdown, and the rules that the program brings."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli

SITE = {
    "README.md": "# Our town\n\nTwo hookers spoke.\n",
    "content/en/post.md": '---\nlayout: post\ntitle: "Two hookers spoke"\n---\n\nNeighbours met.\n',
    "content/page.fr.md": "+++\ntitle = 'Essai'\n+++\n\nDeux prostituées ont parlé.\n",
    "content/.draft/x.md": "A hooker.\n",
    "node_modules/x/README.md": "A hooker.\n",
    "notes.txt": "A hooker.\n",
}


def run(*words: str, text: bytes | None = None) -> Result:
    """Run the command as a shell would."""
    return CliRunner().invoke(cli, list(words), input=text)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another site's folder, which is where the command runs."""
    for name, content in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def places(result: Result) -> list[str]:
    """Return place and rule of each problem."""
    lines = [line for line in result.output.splitlines()[:-1] if ": " in line]
    return [" ".join((line.split(": ")[0], line.split(": ")[1].split(" ")[1])) for line in lines]


def test_any_markdown_is_held_against_our_rules(site: Path) -> None:
    """Files below a folder, each in the language that its name or folder says; what is hidden or installed is not read."""
    result = run("check", ".", "--lang", "en")
    assert result.exit_code == 1
    assert places(result) == [
        "README.md:3:5 language/hooker",
        "content/en/post.md:3:13 language/hooker",
        "content/page.fr.md:5:6 language/prostituee-nom",
    ]


def test_a_file_named_is_read_whatever_its_name(site: Path) -> None:
    """A path may be given from elsewhere too; it is reported from the root."""
    assert places(run("check", "notes.txt", "--lang", "en")) == ["notes.txt:1:3 language/hooker"]
    assert places(run("check", str(site / "content/page.fr.md"))) == [
        "content/page.fr.md:5:6 language/prostituee-nom"
    ]
    assert places(run("check", "page.fr.md", "--root", "content")) == [
        "page.fr.md:5:6 language/prostituee-nom"
    ]


def test_it_need_not_be_a_page_of_ours(site: Path) -> None:
    """No front matter, no sections, no review date is asked for; plain language is looked at, words alone where wanted."""
    long = "This is a sentence " + "and it goes on " * 9 + "until it ends."
    (site / "a.md").write_text(f"# A\n\n### B\n\n[here](gone.md) 45% agree. {long}\n", encoding="utf-8")
    assert places(run("check", "a.md", "--lang", "en")) == ["a.md:5:28 plain/long-sentence"]
    words = run("check", "a.md", "--lang", "en", "--only", "language/*")
    assert (words.exit_code, places(words)) == (0, [])


def test_rules_are_set_aside_and_fixed_here_too(site: Path) -> None:
    """The comment with a reason holds; --fix makes what is safe and leaves the site's own front matter alone."""
    allowed = "<!-- allow language/hooker: a name -->\n\nTwo hookers spoke.\n"
    (site / "README.md").write_text(allowed, encoding="utf-8")
    result = run("check", "README.md", "--lang", "en")
    assert result.exit_code == 0
    assert "Rules set aside in place: 1." in result.output
    head = "---\ntitle: Commercial sex worker\n---\n\n"
    (site / "README.md").write_text(f"{head}A commercial sex worker spoke.\n", encoding="utf-8")
    assert run("check", "README.md", "--lang", "en", "--fix").exit_code == 0
    assert (site / "README.md").read_text(encoding="utf-8") == f"{head}A sex worker spoke.\n"


def test_what_is_known_is_left_out(site: Path) -> None:
    """An old site starts with what it has."""
    assert run("check", ".", "--lang", "en", "--write-baseline", "known.json").exit_code == 0
    (site / "new.md").write_text("A junkie left.\n", encoding="utf-8")
    result = run("check", ".", "--lang", "en", "--baseline", "known.json")
    assert places(result) == ["new.md:1:3 language/junkie"]
    assert "Known from the baseline: 3." in result.output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param(["check"], "commonground check content/", id="no-path"),
        pytest.param(["check", "README.md"], "--lang en or --lang fr", id="no-language"),
        pytest.param(["check", "README.md", "--lang", "de"], "one of: en, fr", id="unknown-language"),
        pytest.param(["check", "content/en", "--lang", "de"], "one of: en, fr", id="unknown-and-not-needed"),
        pytest.param(["check", "gone.md"], '"gone.md" is not there', id="no-such-file"),
        pytest.param(["check", "empty"], 'no Markdown below "empty"', id="no-markdown"),
        pytest.param(["check", "-"], "one of: en, fr", id="text-without-language"),
        pytest.param(["evidence", "list"], "there is no folder docs/", id="what-only-a-project-has"),
    ],
)
def test_wrong_use_ends_with_two_and_a_hint(site: Path, words: list[str], hint: str) -> None:
    """Nothing that was not checked passes as clean."""
    (site / "empty").mkdir()
    result = run(*words)
    assert result.exit_code == 2
    assert hint in result.output


def test_a_file_that_cannot_be_read_is_told_whatever_is_wanted(site: Path) -> None:
    """Word rules alone are wanted, but a file in another encoding was not checked."""
    (site / "README.md").write_bytes(b"caf\xe9\n")
    result = run("check", "README.md", "--lang", "en", "--only", "language/*")
    assert result.exit_code == 1
    assert places(result) == ["README.md:1:4 input/not-utf-8"]


def test_a_front_matter_is_its_sites_own(site: Path) -> None:
    """What another program understands and we do not is told, since the title was not read; it fails nothing."""
    front = "---\ntitle: &name Hello\n---\n\n"
    (site / "README.md").write_text(f"{front}Neighbours met.\n", encoding="utf-8")
    result = run("check", "README.md", "--lang", "en")
    assert (result.exit_code, places(result)) == (0, ["README.md:2:8 input/broken-yaml"])
    (site / "README.md").write_text(f"{front}Two hookers spoke.\n", encoding="utf-8")
    assert "README.md:5:5: error language/hooker" in run("check", "README.md", "--lang", "en").output


def test_text_on_standard_input_and_rules_need_no_project(site: Path) -> None:
    """A draft from a pipe; and what a rule says of itself."""
    result = run("check", "-", "--lang", "fr", text="Deux prostituées ont parlé.\n".encode())
    assert places(result) == ["-:1:6 language/prostituee-nom"]
    assert "slur" in run("rules", "language/hooker").output


def test_the_lowest_level_that_fails_can_be_chosen(site: Path) -> None:
    """Errors fail unless it is said otherwise."""
    (site / "a.md").write_text("Prostitution is work.\n", encoding="utf-8")
    codes = [
        run("check", "a.md", "--lang", "en", *flags).exit_code
        for flags in ([], ["--fail-on", "warning"], ["--fail-on", "suggestion"])
    ]
    assert codes == [0, 0, 1]
    assert run("check", "README.md", "--lang", "en", "--fail-on", "never").exit_code == 0
