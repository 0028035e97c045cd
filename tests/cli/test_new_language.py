"""A language that nobody has written yet: what begins it, what it lacks, and that no other language stands in for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commonground.cli.main import cli
from commonground.languages import language_of, own_files, read_languages
from commonground.languages.faults import refuse_broken_languages
from commonground.read.article_types import read_article_types

from ..conftest import ROOT
from ..invented import invented_page


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small project with the program's own files in it, as in its repository."""
    shutil.copytree(ROOT / "tests/site/tiny", tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "data")
    package = tmp_path / "scripts/commonground"
    for folder in ("languages", "article_types"):
        shutil.copytree(ROOT / "scripts/commonground" / folder, package / folder)
    monkeypatch.setattr(own_files, "PACKAGE", package)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    for kept in (read_languages, language_of, refuse_broken_languages, read_article_types):
        kept.cache_clear()


def run(root: Path, *words: str) -> Result:
    forget()
    result = CliRunner().invoke(cli, [*words, "--root", str(root)])
    assert "Traceback" not in result.output
    return result


def test_a_language_is_begun_and_what_it_lacks_is_named(root: Path) -> None:
    """Its texts stand there to translate, none of them as if it were done; a second run writes nothing and says the same."""
    first = run(root, "new", "language", "qaa")
    assert first.exit_code == 0, first.output
    folder = root / "scripts/commonground/languages/qaa"
    assert sorted(path.name for path in folder.iterdir()) == ["articles.toml", "site.toml", "typography.toml"]
    assert all(
        line.startswith("#") for line in (folder / "site.toml").read_text(encoding="utf-8").splitlines()
    )
    assert "draft: true" in (root / "docs/qaa/index.md").read_text(encoding="utf-8")
    for lacking in (
        "languages/qaa/numbers.toml is not there", "languages/qaa/words.toml is not there", "languages/qaa/search.toml is not there",
        "texts of", "language/qaa.yaml", "commonground.toml: the code qaa in languages.",
    ):  # fmt: skip
        assert lacking in first.output
    again = run(root, "new", "language", "qaa")
    assert again.output == "".join(first.output.partition("Missing:")[1:])


def test_a_language_without_its_texts_stops_by_name(root: Path) -> None:
    """What is not translated is never said in English."""
    assert run(root, "new", "language", "qaa").exit_code == 0
    result = run(root, "check")
    assert result.exit_code == 2
    assert "languages/qaa has no text" in result.output


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("Português", "is no code of a language", id="name"),
        pytest.param("pt-BR", "is no code of a language", id="region"),
        pytest.param("en", "Nothing is missing", id="whole"),
    ],
)
def test_codes(root: Path, code: str, said: str) -> None:
    """A name or a region is refused; a language that is whole lacks nothing."""
    assert said in run(root, "new", "language", code).output.replace("\n", " ")


def test_a_language_is_part_of_the_program(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a project that only uses the program there is no place for a folder of its own."""
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(root / "docs", other / "docs")
    shutil.copytree(root / "language", other / "language")
    result = run(other, "new", "language", "qaa")
    assert result.exit_code == 2
    assert "part of the program" in result.output


def tiny_language(root: Path, *parts: str) -> None:
    """Lay down a language that says what English says and knows nothing more."""
    folder = root / "scripts/commonground/languages"
    (folder / "qaa").mkdir()
    for part in parts:
        shutil.copy(folder / f"en/{part}.toml", folder / f"qaa/{part}.toml")
    (root / "docs/qaa/about").mkdir(parents=True)
    (root / "language/qaa.yaml").write_text("[]\n")


def test_nothing_is_read_by_another_language(root: Path) -> None:
    """Without numbers, words, law and reading grade of its own, English ones find nothing on its pages, and that is told."""
    tiny_language(root, "site", "articles", "typography")
    hard = "One in four people pay $300 under section 213 of the law, and click [here](../index.md). " * 12
    page = root / "docs/qaa/about/lamp.md"
    page.write_text(
        invented_page(hard, title="Zifora lamelo", description="Zifora ta lamelo."), encoding="utf-8"
    )
    shutil.copy(root / "docs/en/index.md", root / "docs/qaa/index.md")
    result = run(root, "check")
    told = [line for line in result.output.splitlines() if line.startswith(("docs/qaa/about", "docs/qaa:"))]
    (limits,) = [line for line in told if "input/limited-language" in line]
    for limit in (
        "figures are not compared",
        "quotations, names",
        "how hard a page",
        "provisions",
        "no word rules",
    ):
        assert limit in limits
    for rule in ("uncited-figure", "link-text", "reading-grade", "long-sentence", "provision", "language/"):
        assert not any(rule in line for line in told if line is not limits), (rule, told)


def test_a_language_that_cannot_be_shown_is_named(root: Path) -> None:
    """A folder without texts stops with the files that it lacks."""
    tiny_language(root, "words")
    (root / "docs/qaa/about/lamp.md").write_text(
        invented_page("Lamelo.", title="Zifora lamelo", description="Zifora ta lamelo."), encoding="utf-8"
    )
    result = run(root, "check")
    assert result.exit_code == 2
    for part in ("site", "typography", "articles"):
        assert f"languages/qaa/{part}.toml is not there" in result.output
