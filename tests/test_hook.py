"""
Our pre-commit hook, run by pre-commit itself in another site's repository.

One test, for pre-commit builds an environment with pip first: about ten seconds, and it needs the package registry.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from commonground.cli.main import cli

from .elsewhere import commit, copy_of_ours, environment, lines_of_the_readme

PRE_COMMIT = Path(sys.executable).parent / "pre-commit"


def run(site: Path) -> tuple[int, str]:
    """Run the site's hooks on every file; return the exit code and what was said."""
    command = [PRE_COMMIT, "run", "--all-files", "--color", "never"]
    words = environment(PRE_COMMIT_HOME=str(site.parent / "home"))
    done = subprocess.run(command, cwd=site, env=words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_hook_finds_words_in_another_sites_markdown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found at their place, in each file's language; mended, they pass; then with options, and names that look like some."""
    ours, site = tmp_path / "ours", tmp_path / "site"
    revision = copy_of_ours(ours)
    lines = lines_of_the_readme("common-ground-language")
    lines = lines.replace("<address of this repository>", str(ours)).replace("<a commit of it>", revision)
    broken = {
        "README.md": "# Our town\n\nTwo hookers spoke.\n",
        "content/fr/page.md": "+++\ntitle = 'Essai'\n+++\n\nDeux prostituées ont parlé.\n",
        "notes.txt": "Two hookers spoke.\n",
    }
    commit(site, broken | {".pre-commit-config.yaml": f"repos:\n{lines}"})
    code, said = run(site)
    assert code == 1, said
    assert "README.md:3:5: error language/hooker: " in said
    assert 'Write "sex workers"' in said
    assert "content/fr/page.md:5:6: erreur language/prostituee-nom: " in said
    assert "2 errors, 0 warnings, 0 suggestions. Searched: 2 articles" in said

    commit(
        site, {"README.md": "Two sex workers spoke.\n", "content/fr/page.md": "Deux personnes ont parlé.\n"}
    )
    code, said = run(site)
    assert code == 0, said
    assert said.endswith("Passed\n")

    commit(site, {"README.md": "Deux prostituées ont parlé.\n"})
    monkeypatch.chdir(site)
    CliRunner().invoke(cli, ["check", ".", "--lang", "fr", "--write-baseline", "known.json"])
    options = "common-ground-language, args: [--lang, fr, --baseline, known.json, --]"
    lines = lines.replace("common-ground-language", options)
    hostile = {"--write-baseline=x.md": "Two hookers spoke.\n", "a $(touch b).md": "Un junkie parle.\n"}
    commit(site, {".pre-commit-config.yaml": f"repos:\n{lines}"} | hostile)
    code, said = run(site)
    assert code == 1, said
    assert "a $(touch b).md:1:4: erreur language/" in said
    assert "Déjà connu\u00a0: 1." in said
    assert not (site / "x.md").exists()
