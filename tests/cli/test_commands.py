"""The command line as people use it: exit codes, messages, files written."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli

from ..conftest import ROOT
from ..invented import invented_page


def run(*words: str, text: bytes | None = None) -> Result:
    """Run the command as a shell would."""
    return CliRunner().invoke(cli, list(words), input=text)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with the real word rules."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    shutil.copytree(ROOT / "language", tmp_path / "language", ignore=shutil.ignore_patterns("repeated"))
    (tmp_path / "docs/en/about").mkdir(parents=True)
    (tmp_path / "docs/en/about/page.md").write_text(invented_page("Text."), encoding="utf-8")
    return tmp_path


def write(root: Path, body: str) -> None:
    (root / "docs/en/about/page.md").write_text(invented_page(body), encoding="utf-8")


def test_clean_project_ends_with_zero(root: Path) -> None:
    """Nothing wrong: exit code 0 and a count of what was read."""
    result = run("check", "--root", str(root))
    assert result.exit_code == 0
    assert "0 errors, 0 warnings, 0 suggestions. Read: 1 article " in result.output


def test_error_ends_with_one_and_names_the_place(root: Path) -> None:
    """An error: exit code 1, and path:line:column first."""
    write(root, "Two hookers spoke.")
    result = run("check", "--root", str(root))
    assert result.exit_code == 1
    assert "docs/en/about/page.md:10:5: error language/hooker:" in result.output


def test_warning_alone_ends_with_zero(root: Path) -> None:
    """Only errors stop a build."""
    write(root, "Read [here](page.md).")
    result = run("check", "--root", str(root))
    assert "warning structure/link-text" in result.output
    assert result.exit_code == 0


def test_json_has_the_shape_of_the_contract(root: Path) -> None:
    """The JSON report has exactly the keys that programs rely on."""
    write(root, "Two hookers spoke.")
    report = json.loads(run("check", "--root", str(root), "--format", "json").output)
    assert report["version"] == 1
    assert report["counts"].keys() == {
        "articles", "words", "citations", "figures", "numbers_left_alone", "sources", "findings",
    }  # fmt: skip
    assert report["overrides"] == []
    (problem,) = report["problems"]
    assert problem == {
        "path": "docs/en/about/page.md",
        "line": 10,
        "column": 5,
        "end_line": 10,
        "end_column": 12,
        "rule": "language/hooker",
        "level": "error",
        "message": problem["message"],
        "language": "en",
        "key": "language/terms.problem",
        "suggestions": ["sex workers"],
        "edits": [{"line": 10, "column": 5, "end_line": 10, "end_column": 12, "text": "sex workers"}],
    }


def test_numbers_left_alone_are_counted(root: Path) -> None:
    """What the figure checks do not look at is in the report: here a year, a section and a count below ten."""
    write(root, "In 2014, 214 tenants and 3 cats lived under section 7.")
    counts = json.loads(run("check", "--root", str(root), "--format", "json").output)["counts"]
    assert (counts["figures"], counts["numbers_left_alone"]) == (1, 3)
    assert "1 figure (3 numbers left alone)" in run("check", "--root", str(root)).output


def test_override_with_reason_is_counted(root: Path) -> None:
    """A rule set aside with a reason reports nothing and is listed."""
    write(root, "<!-- allow language/hooker: a title on the wall -->\n\nTwo hookers spoke.")
    report = json.loads(run("check", "--root", str(root), "--format", "json").output)
    assert report["problems"] == []
    assert report["overrides"] == [
        {
            "path": "docs/en/about/page.md",
            "line": 10,
            "rule": "language/hooker",
            "reason": "a title on the wall",
        }
    ]


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        pytest.param(["--only", "language/*"], True, id="only-its-family"),
        pytest.param(["--only", "links/*"], False, id="only-another"),
        pytest.param(["--skip", "language/*"], False, id="skip-its-family"),
    ],
)
def test_rules_can_be_chosen(root: Path, flags: list[str], found: bool) -> None:
    """--only and --skip take patterns."""
    write(root, "Two hookers spoke.")
    assert ("language/hooker" in run("check", "--root", str(root), *flags).output) is found


def test_file_that_no_check_reads_is_refused(root: Path) -> None:
    """Silence about a file that was not looked at would pass for praise."""
    (root / "README.md").write_text("Two hookers spoke.", encoding="utf-8")
    said = run("check", "--root", str(root), str(root / "README.md"))
    assert said.exit_code == 2
    assert "commonground check - --lang en < README.md" in said.output


@pytest.mark.parametrize("glob", ["language/*", "links/*"])
def test_what_cannot_be_read_is_always_told(root: Path, glob: str) -> None:
    """A page that was held against no rule is never passed over in silence, whatever rules were asked for."""
    write(root, "Two hookers spoke.")
    (root / "docs/en/about/page.md").write_bytes("Une note en français.".encode("latin-1"))
    said = run("check", "--root", str(root), "--only", glob)
    assert "docs/en/about/page.md:1:17: error input/not-utf-8" in said.output
    assert said.exit_code == 1


def test_paths_limit_the_report(root: Path) -> None:
    """With paths only those files and folders are reported on."""
    write(root, "Two hookers spoke.")
    (root / "docs/en/media").mkdir()
    (root / "docs/en/media/b.md").write_text(invented_page("A hooker spoke."), encoding="utf-8")
    output = run("check", str(root / "docs/en/media"), "--root", str(root)).output
    assert "docs/en/media/b.md" in output
    assert "docs/en/about" not in output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param(["check", "nowhere.md"], "is not there", id="no-such-path"),
        pytest.param(["check", "-"], "--lang", id="text-without-language"),
        pytest.param(["rules", "evidence/uncited-figur"], "evidence/uncited-figure", id="misspelled-rule"),
        pytest.param(["new", "myht", "A title"], "types:", id="misspelled-type"),
        pytest.param(["new", "page", "???"], "no letter", id="title-without-letters"),
        pytest.param(
            ["new", "--lang", "en", "docs/en/about/page.md"], "--lang must be", id="into-the-default"
        ),
        pytest.param(
            ["translate", "confirm", "docs/fr/about/page.md"], "is no translation", id="no-such-translation"
        ),
    ],
)
def test_wrong_use_ends_with_two_and_a_hint(root: Path, words: list[str], hint: str) -> None:
    """Wrong use: exit code 2, and what to do instead; never a traceback."""
    result = run(*words, "--root", str(root))
    assert result.exit_code == 2
    assert hint in result.output


@pytest.mark.parametrize("make", ["nothing", "empty-docs", "no-docs"])
def test_nothing_to_read_ends_with_two(tmp_path: Path, make: str) -> None:
    """A wrong folder, an empty docs folder: exit code 2 and the reason."""
    if make == "empty-docs":
        (tmp_path / "docs").mkdir()
    result = run("check", "--root", str(tmp_path if make != "nothing" else tmp_path / "gone"))
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_text_on_standard_input_is_held_against_the_word_rules(root: Path) -> None:
    """A journalist's draft: language rules only, the path is a hyphen."""
    result = run(
        "check", "-", "--lang", "fr", "--root", str(ROOT), text="Deux prostituées ont parlé.\n".encode()
    )
    assert result.exit_code == 1
    assert result.output.startswith("-:1:6: erreur language/prostituee-nom:")


@pytest.mark.parametrize(
    ("type_name", "language"),
    [
        *(
            (name, "en")
            for name in ("myth", "research", "media", "practice", "policy", "dialogue", "lesson", "page")
        ),
        ("myth", "fr"),
        ("media", "fr"),
    ],
)
def test_a_skeleton_is_no_article(root: Path, type_name: str, language: str) -> None:
    """What `new` writes is a draft without an error; no longer one, each text of the skeleton is an error at its place."""
    made = run("new", type_name, 'What is "trust"?', "--root", str(root))
    assert made.exit_code == 0, made.output
    path = made.output.split(" ")[0]
    if language == "fr":
        made = run("new", "--lang", "fr", path, "--root", str(root))
        path = made.output.split(" ")[0]
    assert "as a draft" in made.output
    wanted = ["check", path, "--root", str(root), "--format", "json"]
    assert {problem["level"] for problem in json.loads(run(*wanted).stdout)["problems"]} == {"suggestion"}

    page = root / path
    skeleton = page.read_text(encoding="utf-8").replace("draft: true\n", "")
    page.write_text(skeleton, encoding="utf-8")
    problems = json.loads(run(*wanted).stdout)["problems"]
    told = {p["line"] for p in problems if p["rule"] == "structure/placeholder" and p["level"] == "error"}
    written = {
        number
        for number, line in enumerate(skeleton.split("\n"), 1)
        if line.startswith("description:") or (line and not line.startswith(("#", "/")) and ":" not in line)
    }
    assert told >= written - {1, skeleton[: skeleton.index("\n---")].count("\n") + 2}


def test_a_half_filled_skeleton_still_has_the_places_left(root: Path) -> None:
    """Each place that was filled in is quiet, the others are errors."""
    path = run("new", "lesson", "What is trust?", "--root", str(root)).output.split(" ")[0]
    text = (root / path).read_text(encoding="utf-8").replace("draft: true\n", "")
    filled = text.replace(
        "Write this section. Each figure and legal statement cites a finding.", "Talk of it.", 3
    )
    (root / path).write_text(filled, encoding="utf-8")
    output = run("check", path, "--root", str(root), "--only", "structure/placeholder").output
    assert (
        output.count("error structure/placeholder") == 6
    )  # description, what nobody knows, the self-check's question and two choices, the last section


def test_draft_is_told_apart_from_its_translation(root: Path) -> None:
    """A translation that is a draft is still missing; `translate status` says so, and of a draft nobody wants one."""
    run("new", "--lang", "fr", "docs/en/about/page.md", "--root", str(root))
    assert "docs/fr/about/page.md is a draft" in run("check", "--root", str(root)).output
    assert "docs/en/about/page.md -> fr: missing" in run("translate", "status", "--root", str(root)).output
    run("new", "page", "Another", "--root", str(root))
    assert "another.md ->" not in run("translate", "status", "--root", str(root)).output


def test_a_draft_is_not_exported(root: Path) -> None:
    """What it cites is in no list of claims."""
    shutil.copytree(ROOT / "tests/site/tiny/evidence", root / "evidence")
    for rules in (root / "language").glob("*.yaml"):
        rules.write_text("[]\n")  # the real ones name sources that are not there
    write(root, "There were 214 lamps lit. [@example2020#count]")
    page = root / "docs/en/about/page.md"
    assert run("export", str(root / "out"), "--root", str(root)).exit_code == 0
    assert json.loads((root / "out/data/claims.json").read_bytes())["claims"]
    page.write_text(
        page.read_text(encoding="utf-8").replace("credits: []", "credits: []\ndraft: true"), encoding="utf-8"
    )
    assert run("export", str(root / "out"), "--root", str(root)).exit_code == 0
    assert json.loads((root / "out/data/claims.json").read_bytes())["claims"] == []


def test_new_never_overwrites(root: Path) -> None:
    """A page that is there stays as it is."""
    assert run("new", "page", "Trust", "--root", str(root)).exit_code == 0
    again = run("new", "page", "Trust", "--root", str(root))
    assert again.exit_code == 2
    assert "already there" in again.output


def test_translation_skeleton_knows_its_original_and_notices_a_change(root: Path) -> None:
    """The hash is filled in; after the original changes the translation is out of date until confirmed."""
    made = run("new", "--lang", "fr", "docs/en/about/page.md", "--root", str(root))
    assert made.exit_code == 0, made.output
    page = root / "docs/fr/about/page.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("draft: true\n", "").replace("A page", "Une page"),
        encoding="utf-8",
    )
    page.write_text(
        page.read_text(encoding="utf-8").replace("Une phrase qui répond au titre", "Ce qu'elle dit"),
        encoding="utf-8",
    )
    page.write_text(page.read_text(encoding="utf-8").replace("À traduire.", "Texte."), encoding="utf-8")
    wanted = ["check", "--root", str(root), "--only", "translation/out-of-date"]
    assert "out-of-date" not in run(*wanted).output
    write(root, "Another text.")
    assert "warning translation/out-of-date" in run(*wanted).output
    assert run("translate", "confirm", "docs/fr/about/page.md", "--root", str(root)).exit_code == 0
    assert "out-of-date" not in run(*wanted).output


RECORD = """id: example2020
csl: {type: article-journal, title: An invented study}
design: cohort
peer_reviewed: true
findings:
  - {id: lit, states: 'In the invented town, 214 lamps were lit.', figures: ['214'], where: Abstract}
limits: Invented.
checked: {date: 2026-11-01, url: 'https://example.org', how: full-text}
"""


@pytest.fixture
def cited(root: Path) -> Path:
    """The small project with a record and a sentence that rests on it."""
    (root / "evidence").mkdir()
    (root / "evidence/example2020.yaml").write_text(RECORD, encoding="utf-8")
    write(root, "First words.\n\nThere, 214 lamps were lit. [@example2020#lit] More words.")
    return root


def test_a_changed_record_names_the_sentences_that_rest_on_it(cited: Path) -> None:
    """After confirm a page is quiet; when the record changes, its sentence is named until somebody confirms again."""
    where = ("--root", str(cited))
    rule = "evidence/changed-since-review"
    assert run("evidence", "confirm", *where).output.startswith("1 confirmed")
    assert rule not in run("check", *where).output
    record = cited / "evidence/example2020.yaml"
    record.write_text(RECORD.replace("lamps were lit", "lamps and candles were lit"), encoding="utf-8")
    assert (
        f"docs/en/about/page.md:12:1: warning {rule}: example2020#lit has changed"
        in run("check", *where).output
    )
    assert run("evidence", "confirm", "docs/en/about/page.md", *where).output.startswith("1 confirmed")
    assert rule not in run("check", *where).output


def test_confirm_forgets_what_is_no_longer_cited(cited: Path) -> None:
    """The lock holds a line for each citation that there is, and no other."""
    where = ("--root", str(cited))
    run("evidence", "confirm", *where)
    write(cited, "No citation.")
    run("evidence", "confirm", *where)
    assert (cited / "evidence/reviewed.lock").read_text(encoding="utf-8") == ""


def test_records_can_be_looked_at(cited: Path) -> None:
    """list, show and used-by tell what is recorded and which sentences rest on it."""
    where = ("--root", str(cited))
    assert "example2020" in run("evidence", "list", *where).output
    shown = run("evidence", "show", "example2020", *where).output
    assert "[@example2020#lit]" in shown
    assert "214 lamps were lit" in shown
    used = run("evidence", "used-by", "example2020#lit", *where).output
    assert used == "docs/en/about/page.md:12:1: There, 214 lamps were lit.\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param(["show", "exampel2020"], "Did you mean example2020?", id="misspelled-record"),
        pytest.param(["used-by", "example2020#lamp"], "example2020#lit", id="unknown-finding"),
        pytest.param(["confirm", "nowhere.md"], "is not there", id="no-such-page"),
    ],
)
def test_wrong_names_get_a_hint(cited: Path, words: list[str], hint: str) -> None:
    """Exit code 2, and what would have been right."""
    result = run("evidence", *words, "--root", str(cited))
    assert result.exit_code == 2
    assert hint in result.output


def test_baseline_leaves_out_what_was_there(root: Path) -> None:
    """An old site starts with what it has; only a new problem is reported, wherever the old ones have moved."""
    write(root, "Two hookers spoke.")
    kept = root / "known.json"
    assert run("check", "--root", str(root), "--write-baseline", str(kept)).exit_code == 0
    write(root, "More.\n\nTwo hookers spoke.")
    same = run("check", "--root", str(root), "--baseline", str(kept))
    assert same.exit_code == 0
    assert "Known from the baseline: 1." in same.output
    write(root, "Two hookers spoke. One junkie left.")
    more = run("check", "--root", str(root), "--baseline", str(kept))
    assert more.exit_code == 1
    assert "language/junkie" in more.output
    assert "language/hooker" not in more.output


@pytest.mark.parametrize("content", [None, "[]"])
def test_a_baseline_that_is_none_is_wrong_use(root: Path, content: str | None) -> None:
    """A missing or other file is never taken for a clean one."""
    kept = root / "known.json"
    if content is not None:
        kept.write_text(content, encoding="utf-8")
    result = run("check", "--root", str(root), "--baseline", str(kept))
    assert result.exit_code == 2
    assert "--write-baseline" in result.output


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown"])
def test_every_format_names_the_problem(root: Path, form: str) -> None:
    """Whatever the format, rule and file are there, the exit code says so too, and a pipe gets no colour."""
    write(root, "Two hookers spoke.")
    result = run("check", "--root", str(root), "--format", form)
    assert result.exit_code == 1
    assert "language/hooker" in result.output
    assert "docs/en/about/page.md" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    ("words", "address"),
    [
        pytest.param((), "", id="no-address"),
        pytest.param(("--site-url", "https://example.org/here"), "https://example.org/here/", id="address"),
    ],
)
def test_export_writes_the_word_rules_for_other_programs(
    root: Path, words: tuple[str, ...], address: str
) -> None:
    """JSON and a Vale package, whose README says where to get it, as far as that is known."""
    result = run("export", str(root / "out"), "--root", str(root), *words)
    assert result.exit_code == 0
    rules = root / "out/data/language"
    assert sorted(path.name for path in rules.iterdir()) == [
        "Site.zip",
        "en.json",
        "schema.json",
    ]
    with zipfile.ZipFile(rules / "Site.zip") as package:
        readme = package.read("Site/styles/Site/README.md").decode()
    assert f"Packages = {address and address + 'data/language/'}Site.zip\n" in readme


@pytest.mark.parametrize("epoch", ["yesterday", "", "-1", "253402300799", "9" * 5000, "1e9"])
def test_a_day_beyond_the_calendar_is_told(root: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """SOURCE_DATE_EPOCH must be a day from which a year can be counted on."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("new", "myth", "Is it safe?", "--root", str(root))
    assert result.exit_code == 2
    assert "must be a number of seconds since 1970" in result.output


@pytest.mark.parametrize(
    "address", ["http://[::1", "ftp://site.example/", "https://site.example/\udcff", "site"]
)
def test_an_address_of_a_site_that_is_none_is_told(root: Path, address: str) -> None:
    """Nothing is written."""
    result = run("export", str(root / "out"), "--site-url", address, "--root", str(root))
    assert result.exit_code == 2
    assert "no address of a site" in result.output
    assert not (root / "out").exists()


def test_a_project_is_not_checked_without_what_renders_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bare package checks other sites' words; of a project it would pass what it cannot see."""
    monkeypatch.setattr("commonground.cli.check.find_spec", lambda name: None)
    result = run("check", "--root", str(root))
    assert result.exit_code == 2
    assert "are rendered while they are checked" in result.output
    assert run("check", "--root", str(root), "--only", "language/*").exit_code == 0
