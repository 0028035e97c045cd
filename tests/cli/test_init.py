"""A site of somebody else's, from nothing: it passes every check, builds, verifies, and has nothing of ours in it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.languages import read_languages

EPOCH = "1795348800"  # 22 November 2026
OURS = re.compile(r"common ground|terrain d.entente|sex work|stigma|canad", re.IGNORECASE)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in two languages, built as `make site` builds it."""
    root = tmp_path_factory.mktemp("init") / "pantry-facts"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        done = run("init", root, "--lang", "en,es")
    assert done.exit_code == 0, done.output
    build(root, root / "site")
    return root


def build(root: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    known = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=root, env=known, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


@pytest.mark.build
def test_a_new_site_is_its_own(site: Path) -> None:
    """Its name, its languages and its colours, on every page; nothing of ours in a text or in a file for programs."""
    pages = [path.read_text(encoding="utf-8") for path in (site / "site").rglob("*.html")]
    assert len(pages) > 10
    assert all("Pantry facts" in page and "assets/css/colours.css" in page for page in pages)
    assert "#1D3A6E" in (site / "site/assets/css/colours.css").read_text(encoding="utf-8")
    assert '<html lang="es">' in (site / "site/es/index.html").read_text(encoding="utf-8")
    told = [path.suffix for path in (site / "site").rglob("*.*") if path.suffix in (".html", ".json", ".xml")]
    assert {".html", ".json"} <= set(told)
    for path in (site / "site").rglob("*.*"):
        if path.suffix in (".html", ".json", ".xml", ".css"):
            assert not OURS.search(path.read_text(encoding="utf-8")), path


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.build
def test_a_new_site_is_built_alike_again(site: Path, tmp_path: Path) -> None:
    """No file differs, with nothing kept of the first build."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    build(site, tmp_path / "again")
    first, again = files_of(site / "site"), files_of(tmp_path / "again")
    assert first.keys() == again.keys()
    assert [path for path, data in first.items() if again[path] != data] == []


@pytest.mark.build
def test_a_new_site_is_read_once_more(site: Path) -> None:
    """The last wall finds nothing: no dead link, no unread figure."""
    done = run("verify", site / "site", "--root", site)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("codes", ["fr", "es,fr,en"])
def test_a_site_starts_in_any_languages(tmp_path: Path, codes: str) -> None:
    """Whatever comes first: no check finds an error, and there is an article of each type to begin with."""
    root = tmp_path / "x"
    assert run("init", root, "--lang", codes, "--name", "Des faits & de l’eau").exit_code == 0
    done = run("check", "--root", root, "--format", "json")
    assert '"level": "error"' not in done.output
    first = codes.partition(",")[0]
    told = [line for line in (root / "commonground.toml").read_text().splitlines() if line.startswith("# ")]
    assert told[0].startswith({"fr": "# Tout ce qui", "es": "# Todo lo que"}[first])
    assert len(list((root / f"docs/{first}").glob("*/*.md"))) > 8
    assert {path.name for path in (root / "docs").iterdir()} == set(codes.split(","))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("--lang", "en,xx"), ", ".join(read_languages()), id="unknown-language"),
        pytest.param((), "--lang", id="no-language"),
        pytest.param(("--lang", "en", "--name", "<b>"), "cannot be the name", id="name"),
        pytest.param(("--update",), "docs", id="nothing-to-update"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """Nothing is written."""
    done = run("init", tmp_path / "x", *words)
    assert done.exit_code == 2
    assert told in done.output
    assert not (tmp_path / "x").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """Nobody's files are overwritten."""
    (tmp_path / "mine.txt").write_text("mine")
    assert run("init", tmp_path, "--lang", "en").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_update_keeps_what_the_site_changed(tmp_path: Path) -> None:
    """What only the package changed is taken over, also beside a change of the site; where both did, both stay."""
    root = tmp_path / "x"
    run("init", root, "--lang", "en")
    base, new = (
        root / ".commonground",
        {path: (root / path).read_text() for path in ("Makefile", "mkdocs.yml")},
    )
    (base / "Makefile").write_text(new["Makefile"].replace("clean:\n", "clean: # once\n"))
    (root / "Makefile").write_text((base / "Makefile").read_text().replace("PORT ?= 8000", "PORT ?= 9000"))
    (base / "mkdocs.yml").write_text(new["mkdocs.yml"].replace("font: false", "font: once"))
    (root / "mkdocs.yml").write_text(new["mkdocs.yml"].replace("font: false", "font: mine"))
    (root / "README.md").unlink()
    done = run("init", "--update", root)
    assert done.exit_code == 0, done.output
    assert (root / "Makefile").read_text() == new["Makefile"].replace("PORT ?= 8000", "PORT ?= 9000")
    assert "font: mine" in (root / "mkdocs.yml").read_text()
    assert (root / "mkdocs.yml.new").read_text() == new["mkdocs.yml"]
    assert not (root / "README.md").exists()
    assert "up to date" in run("init", "--update", root).output
