"""
What a pull request is told: the workflows' own commands, run as they stand on prepared forks in a local git repository.

`pull_requests/<case>/` holds what each prints; `.venv/bin/python -m tests.test_pull_requests` writes it anew, and the difference is
yours to read. What only the host does (artifacts, rights, the API) is played by a stand-in for `gh`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from msgspec import MsgspecError

from commonground.model.problem import Level
from commonground.report import as_comment, changes
from commonground.report.changes import Basis, Changes, Claim, Told

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests/site/tiny"
RECORDED = ROOT / "tests/pull_requests"
BIN = Path(sys.executable).parent
PAGE = "docs/en/about/lit.md"
RECORD = "evidence/example2020.yaml"
FRENCH = """---
title: "Les lampes sont-elles neuves?"
type: page
description: "Si les lampes de la ville inventée sont neuves."
reviewed: 2026-11-01
review_by: 2027-11-01
credits: []
---

On comptait {number} lampes allumées. [@example2020#count]
"""

CASES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "mistakes": {PAGE: ("214 lamps lit. [@example2020#count]", "215 lamps lit. [@example2020#counts]\n\nAbout 40 were new.")},
    "sentence": {PAGE: ("[@example2020#count]", "[@example2020#count] The guide says so too. [@sample2019#count]")},
    "french": {"docs/fr/about/neuf.md": ("", FRENCH.format(number=241))},
    "record": {RECORD: ("214 were lit", "214 were lit at dusk"), "docs/en/index.md": ("description: \"", "description: \"Now: ")},
}  # fmt: skip
"""A fork each: by path, what stands there and what it becomes; "" for a new file."""


def steps(workflow: str, job: str) -> dict[str, str]:
    """Return the scripts of a job by the names of their steps."""
    whole = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    return {
        step["name"]: step["run"] for step in whole["jobs"][job]["steps"] if "run" in step and "name" in step
    }


def run(folder: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as the host does."""
    known = {
        "SOURCE_DATE_EPOCH": "1795305600",
        "PATH": f"{folder.parent / 'tools'}:{BIN}:{os.environ['PATH']}",
        "LC_MESSAGES": "en_CA.UTF-8",
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=known | more, capture_output=True, text=True, check=False
    )  # fmt: skip


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def merged(folder: Path, edits: Mapping[str, tuple[str, str]]) -> None:
    """Make what the host checks out for a pull request: main, and the merge of a fork's branch on top of it."""
    shutil.copytree(TINY, folder)
    (folder / ".github").mkdir()
    (folder / ".github/CODEOWNERS").write_text(
        "/docs/fr/ @example/francais\n/evidence/ @reader\n", encoding="utf-8"
    )
    (folder / ".gitignore").write_text(".venv\nchanges/\n", encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Main")
    git(folder, "checkout", "-qb", "fork")
    for path, (old, new) in edits.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8") if old else ""
        assert old in text
        file.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Fork")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "fork")
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(BIN)


def told(folder: Path, case: str) -> dict[str, str]:
    """Return what the job `content` leaves: the summary, the notes beside the lines, and the exit code."""
    merged(folder, CASES[case])
    summary = folder.parent / "summary"
    content = steps("check.yml", "content")
    first = run(folder, content["What the change means"], GITHUB_STEP_SUMMARY=str(summary))
    assert first.returncode == 0, first.stderr
    notes = run(folder, content["Notes beside the lines"])
    return {
        "summary.md": summary.read_text(encoding="utf-8"),
        "notes.txt": f"{notes.stdout}exit code {notes.returncode}\n",
    }


@pytest.mark.parametrize("case", CASES)
def test_a_fork_is_told_what_its_change_means(tmp_path: Path, case: str) -> None:
    """The summary and the notes, word for word."""
    for name, text in told(tmp_path / "fork", case).items():
        assert text == (RECORDED / case / name).read_text(encoding="utf-8"), name


def test_the_tests_of_the_program_run_where_it_changed(tmp_path: Path) -> None:
    """A page alone does not start them; a template does."""
    for name, path, expected in (("page", PAGE, "false"), ("program", "overrides/main.html", "true")):
        folder = tmp_path / name
        merged(folder, {path: ("There", "Here")} if path == PAGE else {path: ("", "<p>")})
        output = tmp_path / f"{name}.out"
        assert (
            run(
                folder, steps("check.yml", "scope")["Is the program among it?"], GITHUB_OUTPUT=str(output)
            ).returncode
            == 0
        )
        assert output.read_text(encoding="utf-8") == f"program={expected}\n"


GH = """#!/bin/sh
case "$1 $2" in
  "run download") mkdir -p "$7"; cp "$LEFT" "$7/";;
  "api --method") case "$4" in repos/a/b/pulls) printf '%s' "$PULLS";; *) echo "$@" >> said;; esac;;
  "api --paginate") printf '%s' "$COMMENTS";;
esac
"""


def with_gh(folder: Path) -> None:
    (folder.parent / "tools").mkdir()
    gh = folder.parent / "tools/gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    folder.mkdir()


HOSTILE = Changes(
    version=1,
    language="en",
    problems=(Told("docs/en/a.md", 1, Level.ERROR, "evidence/x", "</details><script>x</script> @everybody https://evil.example ![i](x)"),),
    pages=("docs/en/a.md",),
    claims=(Claim("docs/en/a.md", 2, "[press](https://evil.example) @team/x\n\n# Approved", (Basis("a#b", "`@all`"),)),),
    behind=(),
    reviewers=("@reader",),
    before=0,
)  # fmt: skip


def test_what_a_fork_wrote_is_shown_and_calls_nobody(tmp_path: Path) -> None:
    """Nothing of it is markup, an address or a mention; the reviewers' names are the one exception, by their form."""
    folder = tmp_path / "main"
    with_gh(folder)
    left = tmp_path / "changes.json"
    left.write_bytes(changes.render(HOSTILE))
    step = steps("companion.yml", "write")["Make the comment of what the run left"]
    done = run(
        folder,
        step,
        LEFT=str(left),
        RUN="1",
        RUNNER_TEMP=str(tmp_path / "temp"),
        PREVIEW="https://host.example/1#artifacts",
    )
    assert done.returncode == 0, done.stderr
    comment = (folder / "comment/comment.md").read_text(encoding="utf-8")
    assert comment.startswith(f"{as_comment.MARK}\n")
    assert comment.replace("@reader", "").count("@") == 0
    assert comment.replace("https://host.example", "").count("://") == 0
    for written in ("<script", "[press](", "![i]", "\n# Approved"):
        assert written not in comment


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"evidence/x"', '"`evidence/x` @all"', id="rule"),
        pytest.param('"docs/en/a.md"', '"docs/`@all`.md"', id="path"),
        pytest.param('"@reader"', '"@reader and @all"', id="reviewer"),
        pytest.param('"a#b"', '"a`b"', id="finding"),
        pytest.param('"en"', '"../en"', id="language"),
        pytest.param('"version": 1', '"version": 2', id="version"),
    ],
)
def test_what_is_not_of_the_agreed_shape_is_refused(tmp_path: Path, old: str, new: str) -> None:
    """Names have narrow forms; whatever else stands there, no comment is made."""
    text = changes.render(HOSTILE).decode()
    assert old in text
    with pytest.raises(MsgspecError):
        changes.parse(text.replace(old, new).encode())


def test_a_comment_never_outgrows_what_the_host_takes() -> None:
    """Of very much, fewer entries are shown and the rest is counted."""
    long = Told("docs/en/a.md", 1, Level.ERROR, "evidence/x", "word " * 400)
    claim = Claim("docs/en/a.md", 1, "word " * 400, (Basis("a#b", "word " * 400),) * 50)
    text = as_comment.render(
        Changes(1, "en", (long,) * 3000, ("docs/en/a.md",) * 3000, (claim,) * 3000, (), (), 0)
    )
    assert len(text) < 65_536
    assert "and 2,99" in text or "and 299" in text


@pytest.mark.parametrize(
    ("pulls", "comments", "expected"),
    [
        pytest.param("7\n", "", "api --method POST repos/a/b/issues/7/comments", id="first"),
        pytest.param("7\n", "31\n", "api --method PATCH repos/a/b/issues/comments/31", id="again"),
        pytest.param("", "", "", id="closed"),
    ],
)
def test_there_is_one_comment(tmp_path: Path, pulls: str, comments: str, expected: str) -> None:
    """Written once, rewritten at each push; none where the pull request was pushed again or closed meanwhile."""
    folder = tmp_path / "post"
    with_gh(folder)
    left = tmp_path / "comment.md"
    left.write_text(as_comment.MARK, encoding="utf-8")
    step = steps("companion.yml", "post")["Find the pull request, and its comment"]
    words = {"OWNER": "o", "BRANCH": "b", "SHA": "s", "GH_REPO": "a/b", "GITHUB_RUN_ID": "1"}
    done = run(folder, step, LEFT=str(left), PULLS=pulls, COMMENTS=comments, **words)
    assert done.returncode == 0, done.stderr
    said = folder / "said"
    found = said.read_text(encoding="utf-8") if said.exists() else ""
    assert found == (f"{expected} -F body=@comment/comment.md --silent\n" if expected else "")


if __name__ == "__main__":
    for case in CASES:
        with tempfile.TemporaryDirectory() as temporary:
            for name, text in told(Path(temporary) / "fork", case).items():
                (RECORDED / case).mkdir(parents=True, exist_ok=True)
                (RECORDED / case / name).write_text(text, encoding="utf-8")
