"""The workflows are valid, have least rights, and run what a person runs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT

OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STARTER = sorted((ROOT / "scripts/commonground/starter/dot.github/workflows").glob("*.yml"))
"""Those of a site that `commonground init` makes."""

WORKFLOWS = OURS + STARTER
BUILDING = [path for path in OURS if path.name in ("check.yml", "publish.yml", "upkeep.yml")]
USES = re.compile(r"(?m)^\s*-?\s*uses:\s*(\S+)")
BIN = Path(sys.executable).parent


def run(*command: str) -> str:
    """Run a tool of the environment; return what it printed, its exit code first."""
    done = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True, check=False)
    return f"{done.returncode}\n{done.stdout}{done.stderr}"


def test_workflows_follow_the_published_schema() -> None:
    """A misspelled key or a wrong value is found here, not on the server."""
    said = run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    assert said.startswith("0\n"), said


def test_workflows_have_no_known_weakness() -> None:
    """No injection, no loose rights, no credentials left behind."""
    said = run("zizmor", "--offline", "--persona", "auditor", *map(str, WORKFLOWS))
    assert said.startswith("0\n"), said


def test_a_new_site_has_our_pins() -> None:
    """An action is brought up to date in both places at once."""
    ours = set(USES.findall("".join(path.read_text(encoding="utf-8") for path in OURS)))
    for path in STARTER:
        assert set(USES.findall(path.read_text(encoding="utf-8"))) <= ours, path


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-4]}-{path.name}")
def test_actions_are_pinned_to_full_commits(path: Path) -> None:
    """A tag can be moved to other code; a full commit id cannot."""
    uses = USES.findall(path.read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action


@pytest.mark.parametrize("path", BUILDING, ids=lambda path: path.name)
def test_workflows_call_the_commands_of_the_readme(path: Path) -> None:
    """What CI runs, anybody can run; the token may only read unless a job says why."""
    text = path.read_text(encoding="utf-8")
    assert "make test" in text
    assert "make site" in text
    assert re.search(r"(?m)^permissions:\n  contents: read$", text)


def steps(workflow: str, job: str) -> list[dict[str, object]]:
    """Return the steps of a job."""
    whole = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    found = whole["jobs"][job]["steps"]
    assert isinstance(found, list)
    return found


def test_only_the_reports_may_write_issues() -> None:
    """The token of every job can do what the job is for, and no more."""
    rights = {}
    for path in WORKFLOWS:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
        rights |= {f"{path.stem}.{name}": job.get("permissions") for name, job in jobs.items()}
    assert [name for name, right in rights.items() if right and right.get("issues")] == [
        "upkeep.report",
    ]
    assert [name for name, right in rights.items() if right and "write" in right.values()] == [
        "companion.post",
        "publish.deploy",
        "upkeep.report",
    ]


def test_links_never_fail_a_pull_request() -> None:
    """Other people's servers decide nothing: the step is advice."""
    (step,) = (step for step in steps("check.yml", "links") if "links --external" in str(step.get("run")))
    assert step["continue-on-error"] is True


GH = """#!/bin/sh
case "$1 $2" in
  "run download") if [ -n "$LEFT" ]; then mkdir -p upkeep; printf '%s' "$LEFT" > upkeep/waiting.md; else exit 1; fi;;
  "api --paginate") printf '%s' "$OPEN";;
  *) echo "$@" >> said;;
esac
"""


@pytest.mark.parametrize(
    ("result", "is_open", "left", "said"),
    [
        pytest.param("success", "", "## Wanted", "issue create --title What waits --body-file body.md\n", id="first"),
        pytest.param("success", "7\n", "## Wanted", "issue edit 7 --body-file body.md\n", id="again"),
        pytest.param("failure", "7\n", "", "issue edit 7 --body-file body.md\n", id="nothing-could-be-asked"),
    ],
)  # fmt: skip
def test_there_is_one_issue_about_what_waits(
    tmp_path: Path, result: str, is_open: str, left: str, said: str
) -> None:
    """Opened once and rewritten, also where a job failed. The script runs as it stands, against a stand-in for gh."""
    gh = tmp_path / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    (step,) = steps("upkeep.yml", "report")
    words = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LEFT": left, "OPEN": is_open}
    words |= {
        "GH_REPO": "a/b",
        "GITHUB_RUN_ID": "1",
        "BUILD": "success",
        "ASK": result,
        "RUN": "https://host.example/1",
    }
    subprocess.run(["bash", "-eo", "pipefail", "-c", str(step["run"])], cwd=tmp_path, env=words, check=True)
    assert (tmp_path / "said").read_text(encoding="utf-8") == said
    body = (tmp_path / "body.md").read_text(encoding="utf-8")
    assert body.endswith(left or "https://host.example/1\n\n")
    assert ("could not all be asked" in body) is (result == "failure")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-check.lock"])
def test_lock_names_versions_and_hashes_alone(name: str) -> None:
    """Every dependency is pinned by hash, and no address is recorded."""
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"(?m)^[a-z0-9][\w.-]*==\S+.*\\$", lock)
    assert len(pinned) > 8
    assert len(re.findall(r"(?m)^[a-z0-9]", lock)) == len(pinned)


def test_other_sites_get_what_we_test() -> None:
    """The small lock pins what the large one does, so that the checker elsewhere is the one that passed here."""
    small, large = (
        set(re.findall(r"(?m)^[a-z0-9]\S*==\S+", (ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements-check.lock", "requirements.lock")
    )
    assert small <= large


FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def form_of(path: Path) -> dict[str, object]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_issue_forms_follow_the_published_schema() -> None:
    """The host shows a form with a fault to nobody."""
    forms = [str(path) for path in FORMS if path.name != "config.yml"]
    said = run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms)
    assert said.startswith("0\n"), said


def test_issue_forms_ask_the_same_in_both_languages() -> None:
    """The same fields by the same ids, so that an address may fill them in; each label is one that there is."""
    labels = {
        one["name"] for one in yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))
    }
    fields: dict[str, dict[str, list[object]]] = {}
    for path in FORMS:
        if path.name == "config.yml":
            continue
        kind, language = path.stem.rsplit("-", 1)
        form = form_of(path)
        assert set(form["labels"]) <= labels, path.name
        body = form["body"]
        assert isinstance(body, list)
        fields.setdefault(kind, {})[language] = [(one.get("id"), one["type"]) for one in body]
    assert set(fields) == {"mistake", "question", "source", "translation", "review", "bug"}
    assert all(found["en"] == found["fr"] for found in fields.values())


@pytest.mark.parametrize(
    ("given", "name", "expected"),
    [
        pytest.param("", "lamps", "https://ann.github.io/lamps/", id="a-folder"),
        pytest.param("", "Ann.github.io", "https://ann.github.io/", id="the-owner's-own-site"),
        pytest.param("https://lamps.example/", "lamps", "https://lamps.example/", id="an-address-of-its-own"),
    ],
)
def test_the_site_is_published_where_the_host_puts_it(
    tmp_path: Path, given: str, name: str, expected: str
) -> None:
    """The address follows from the repository's name, unless the variable SITE_URL gives it."""
    (step,) = (step for step in steps("publish.yml", "build") if step.get("id") == "address")
    words = {
        "PATH": os.environ["PATH"],
        "GIVEN": given,
        "OWNER": "Ann",
        "NAME": name,
        "GITHUB_OUTPUT": str(tmp_path / "out"),
    }
    subprocess.run(["bash", "-eo", "pipefail", "-c", str(step["run"])], env=words, check=True)
    assert (tmp_path / "out").read_text(encoding="utf-8") == f"url={expected}\n"
