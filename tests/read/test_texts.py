"""Which language a file of another site is in, and which folder is a project of ours."""

from pathlib import Path

import pytest

from commonground.read.texts import is_project, language_of

from ..conftest import ROOT


@pytest.mark.parametrize(
    ("path", "language"),
    [
        pytest.param("fr/a.md", "fr", id="folder"),
        pytest.param("content/fr-CA/blog/a.md", "fr", id="region"),
        pytest.param("docs/EN_us/a.md", "en", id="capitals"),
        pytest.param("a.fr.md", "fr", id="name"),
        pytest.param("en/a.fr.md", "fr", id="name-before-folder"),
        pytest.param("en/about/fr/a.md", "fr", id="nearest-folder"),
        pytest.param("content/fr.md", "fr", id="whole-name"),
        pytest.param("de/a.md", None, id="no-rules-for-it"),
        pytest.param("en-bref/a.md", None, id="a-word-that-begins-so"),
        pytest.param("partir-en.md", None, id="a-word-that-ends-so"),
        pytest.param("README.md", None, id="nothing-said"),
    ],
)
def test_language_is_what_the_path_says(path: str, language: str | None) -> None:
    """A name before a folder, the nearest folder first; never a guess."""
    assert language_of(path, ("en", "fr")) == language


def test_a_project_has_pages_and_rules_of_one_language(tmp_path: Path) -> None:
    """A folder called docs/ or language/ alone makes no project."""
    assert is_project(ROOT)
    (tmp_path / "docs/en").mkdir(parents=True)
    assert not is_project(tmp_path)
    (tmp_path / "language").mkdir()
    (tmp_path / "language/de.yaml").write_text("", encoding="utf-8")
    assert not is_project(tmp_path)
    (tmp_path / "language/en.yaml").write_text("", encoding="utf-8")
    assert is_project(tmp_path)
