"""With three languages, a page that one of them lacks is told once: at the original."""

from pathlib import Path

from commonground.checks.translation import missing
from commonground.read.corpus import read_corpus

from ...conftest import TODAY
from ...invented import invented_page


def test_a_translation_is_held_to_its_original_alone(tmp_path: Path) -> None:
    """The French page has nothing to do with the Spanish one."""
    for path in ("en/index.md", "en/about/lamp.md", "fr/index.md", "fr/about/lamp.md", "es/index.md"):
        page = tmp_path / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(invented_page("Lamps."), encoding="utf-8")
    problems = list(missing.check(read_corpus(tmp_path, TODAY)))
    assert [problem.path for problem in problems] == ["docs/en/about/lamp.md"]
