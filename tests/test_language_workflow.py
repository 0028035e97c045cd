"""
The workflow that other sites call: its own commands, run as they stand in a repository of another site.

Stand-ins are only what fetches: the checkouts and Python's setup. The first test waits for pip (about ten seconds, and it
needs the package registry).
"""

import fcntl
import os
import re
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from commonground.cli.main import cli

from .conftest import ROOT
from .elsewhere import commit, copy_of_ours, environment, lines_of_the_readme

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/language.yml").read_text(encoding="utf-8"))
STEPS = WORKFLOW["jobs"]["language"]["steps"]
INPUTS = WORKFLOW[True]["workflow_call"]["inputs"]  # YAML reads the key `on` as true
INSTALL, CHECK = (str(step["run"]) for step in STEPS if "run" in step)

Run = Callable[..., tuple[int, str]]


def bash(script: str, folder: Path, **words: str) -> tuple[int, str]:
    """Run a step as the runner does; return its exit code and what it printed."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment(**words), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """The PATH after the install step, which ran where the first checkout puts us; once, whatever the number of processes."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / "runner"
    path = f"{place / 'python' / 'bin'}:{os.environ['PATH']}"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "ready").exists():
            copy_of_ours(place / "ours")
            venv.create(place / "python", with_pip=True, symlinks=True)
            code, said = bash(INSTALL, place / "ours", PATH=path)
            assert code == 0, said
            (place / "ready").touch()
    return path


@pytest.fixture
def run(tools: str, tmp_path: Path) -> Run:
    """Run the check step in the site below, with inputs by name and the workflow's own defaults."""

    def checked(**given: str) -> tuple[int, str]:
        (step,) = (step for step in STEPS if step.get("run") == CHECK)
        inputs = {
            name: str(given.get(name.replace("-", "_"), one["default"])) for name, one in INPUTS.items()
        }
        words = {key: inputs[value.split("inputs.")[1].split(" ")[0]] for key, value in step["env"].items()}
        return bash(CHECK, tmp_path / "site", PATH=tools, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"), **words)  # fmt: skip

    return checked


def site(tmp_path: Path, files: dict[str, str]) -> Path:
    """Make another site's repository."""
    commit(tmp_path / "site", files)
    return tmp_path / "site"


def test_a_word_fails_the_job_and_is_noted_beside_its_line(run: Run, tmp_path: Path) -> None:
    """English by default, French by its folder; the summary says the same for people to read."""
    site(tmp_path, {"README.md": "# Hi\n\nTwo hookers spoke.\n", "fr/a.md": "Deux prostituées ont parlé.\n"})
    code, said = run()
    assert code == 1
    assert "::error file=README.md,line=3,col=5,endLine=3,endColumn=12,title=language/hooker::" in said
    assert "::error file=fr/a.md,line=1,col=6,endLine=1,endColumn=17,title=language/prostituee-nom::" in said
    assert len(said.splitlines()) == 2
    assert "## `README.md`" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_clean_site_passes(run: Run, tmp_path: Path) -> None:
    """Nothing to mend: no note, exit code 0."""
    site(tmp_path, {"README.md": "Two sex workers spoke.\n", "en/a.md": "Neighbours met.\n"})
    assert run() == (0, "")


def test_a_french_site_says_so(run: Run, tmp_path: Path) -> None:
    """The input names the language of files that do not."""
    site(tmp_path, {"README.md": "Deux prostituées ont parlé.\n"})
    assert run() == (0, "")
    code, said = run(language="fr")
    assert code == 1
    assert "title=language/prostituee-nom::" in said


def test_what_is_known_is_left_out(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a baseline only new problems fail the job; one that cannot be read is no clean site."""
    folder = site(tmp_path, {"a.md": "Two hookers spoke.\n"})
    monkeypatch.chdir(folder)
    CliRunner().invoke(cli, ["check", ".", "--lang", "en", "--write-baseline", "known $(x).json"])
    assert run(baseline="known $(x).json") == (0, "")
    commit(folder, {"b.md": "A junkie left.\n"})
    code, said = run(baseline="known $(x).json")
    assert (code, said.count("::error")) == (1, 1)
    code, said = run(baseline="gone.json")
    assert code == 2
    assert "--write-baseline gone.json" in said


@pytest.mark.parametrize(
    ("lowest", "code"), [("error", 0), ("warning", 0), ("suggestion", 1), ("never", 0), ("$(exit 0)", 2)]
)
def test_the_site_decides_what_fails(run: Run, tmp_path: Path, lowest: str, code: int) -> None:
    """A suggestion is noted whatever fails the job; a level that is none is wrong use."""
    site(tmp_path, {"a.md": "Prostitution is work.\n"})
    done, said = run(fail_on=lowest)
    assert done == code, said
    assert ("::notice file=a.md" in said) is (code < 2)


HOSTILE = ("a b.md", "$(touch pwned).md", "`touch pwned`.md", "a;touch pwned.md", "--write-baseline=x.md", "-.md", "é'\"*.md", "a,b:c%.md")  # fmt: skip


@pytest.mark.parametrize("paths", [".", "\n".join(HOSTILE)], ids=["found", "named"])
def test_names_of_files_are_names_alone(run: Run, tmp_path: Path, paths: str) -> None:
    """Nothing in a name is run, taken for an option or split, whether it is an input or lies in the folder."""
    folder = site(tmp_path, dict.fromkeys(HOSTILE, "Two hookers spoke.\n"))
    code, said = run(paths=paths)
    assert (code, said.count("::error file=")) == (1, len(HOSTILE)), said
    assert {path.name for path in folder.iterdir()} == {".git", *HOSTILE}


def test_several_paths_stand_one_a_line(run: Run, tmp_path: Path) -> None:
    """Only what is named is checked; a place that is not there fails the job."""
    site(tmp_path, {"a b/x.md": "A hooker.\n", "c/y.md": "A hooker.\n", "d.md": "A hooker.\n"})
    code, said = run(paths="a b\n\nc\n")
    assert (code, said.count("::error")) == (1, 2)
    code, said = run(paths="a b\ngone")
    assert code == 2
    assert "is not there" in said


@pytest.mark.parametrize("value", ["$(touch pwned)`touch pwned`'; touch pwned", "--help", "-"])
@pytest.mark.parametrize("name", ["paths", "language", "baseline", "fail_on"])
def test_inputs_are_values_alone(run: Run, tmp_path: Path, name: str, value: str) -> None:
    """A hostile or mistaken input ends with exit code 2 and a message: nothing is run, nothing passes."""
    folder = site(tmp_path, {"a.md": "Neighbours met.\n"})
    code, said = run(**{name: value})
    assert code == 2, said
    assert "Error: " in said
    assert "Traceback" not in said
    assert {path.name for path in folder.iterdir()} == {".git", "a.md"}


def test_a_command_that_needs_more_says_what_to_install(tools: str, tmp_path: Path) -> None:
    """The checker alone lists every command all the same."""
    code, said = bash("commonground --help", tmp_path, PATH=tools)
    assert (code, said.count("\n  links ")) == (0, 1)
    code, said = bash("commonground links --external x", tmp_path, PATH=tools)
    assert code == 2
    assert "commonground[site]" in said


def test_the_readme_names_the_workflow_and_its_inputs() -> None:
    """What it tells other sites to write is a job that calls this file, with every input and no other."""
    (job,) = yaml.safe_load(lines_of_the_readme("uses:"))["jobs"].values()
    assert job["uses"].endswith("/.github/workflows/language.yml@<a commit of it>")
    rows = re.findall(
        r"(?m)^\|[^|\n]+\|[^|\n]+\| `(\S+): .+?` \|$", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert set(rows) == set(INPUTS)


def test_no_expression_stands_in_a_command() -> None:
    """Inputs reach the shell as its environment; the token may only read; the checker is the commit that was called."""
    assert "${{" not in INSTALL + CHECK
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert STEPS[0]["with"]["ref"] == "${{ job.workflow_sha }}"
    assert all(
        step["with"]["persist-credentials"] is False for step in STEPS if "checkout" in step.get("uses", "")
    )
