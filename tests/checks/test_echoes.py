"""One mistake, one message: what only follows from an error elsewhere is not told as well."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from commonground.checks import registry
from commonground.cli.main import cli
from commonground.model.problem import Level
from commonground.read.corpus import read_corpus

from ..conftest import ROOT, TODAY
from ..said import said

PAGE = "docs/en/myths/why-do-people-do-sex-work.md"
TWIN = "docs/fr/myths/why-do-people-do-sex-work.md"
RECORD = "evidence/farley2005.yaml"
LENGTH = "structure/length"
"""The page may stand at its limit: a sentence more is one too many."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project's content, to make mistakes in."""
    for folder in ("docs", "evidence", "language", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def problems(root: Path) -> list[tuple[str, str]]:
    """Return (path, rule) of all that is told of the page, its translation and what they need, but suggestions and lengths."""
    report = registry.run(read_corpus(root, TODAY, (PAGE, TWIN)))
    return [
        (problem.path, problem.rule)
        for problem in report.problems
        if problem.path in (PAGE, TWIN, RECORD)
        and problem.level is not Level.SUGGESTION
        and problem.rule != LENGTH
    ]


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_page_is_in_order_before(root: Path) -> None:
    """Whatever is told below comes of the mistake."""
    assert problems(root) == []


WRONG_FIGURE = ("Of these, 82%", "Of these, 28%")


def test_a_wrong_figure_of_the_original_is_no_fault_of_its_translation(root: Path) -> None:
    """The translation has the right figure: whoever obeyed a message about it would spread the mistake."""
    change(root, PAGE, *WRONG_FIGURE)
    assert problems(root) == [(PAGE, "evidence/figure-mismatch")]


def test_a_changed_original_makes_its_translation_out_of_date_not_wrong(root: Path) -> None:
    """A sentence more, rightly cited, is a whole contribution; the other language waits."""
    sentence = "Of these, 90% had been physically assaulted in prostitution. [@farley2005#violence] "
    change(root, PAGE, "Of these, 82%", f"{sentence}Of these, 82%")
    assert problems(root) == [(TWIN, "translation/out-of-date")]


def test_a_translation_that_was_held_against_its_original_may_not_differ(root: Path) -> None:
    """Where the original stands as it did, a figure that is lost is the translation's own fault."""
    change(root, TWIN, "82\u00a0% avaient", "beaucoup avaient")
    assert (TWIN, "translation/figure-drift") in problems(root)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        pytest.param("[@farley2005#violence]", "[@farley2050#violence]", "evidence/unknown-source", id="source"),
        pytest.param("[@farley2005#violence]", "[@farley2005#violense]", "evidence/unknown-finding", id="finding"),
        pytest.param("[@farley2005#violence]", "[@farley2005#violence: p. 4]", "evidence/citation-form", id="citation"),
        pytest.param("How common", "See [the old page](http://[::1). How common", "links/broken-address", id="address"),
        pytest.param("\n///\n", "\n\n", "structure/unknown-block", id="block-not-closed"),
        pytest.param("/// fact\n", "/// facts\n", "structure/unknown-block", id="block-misspelt"),
        pytest.param("\n---\n", "\n\n", "structure/front-matter", id="second-dashes-missing"),
        pytest.param("---\n", "\n---\n", "structure/front-matter", id="empty-line-first"),
        pytest.param("## What we don't know", "## What is unknown", "structure/sections", id="section-renamed"),
        pytest.param("How common", "<b>How</b> common", "structure/unsafe-html", id="html"),
        pytest.param("How common", "\n\n# Top\n\nHow common", "structure/headings", id="first-level"),
        pytest.param("description:", "Description:", "input/unknown-key", id="key-in-capitals"),
        pytest.param("title: \"", "title: Reasons: \"", "input/broken-yaml", id="colon-in-title"),
    ],
)  # fmt: skip
def test_one_mistake_one_message(root: Path, old: str, new: str, rule: str) -> None:
    """A slip that changes how the rest is read is told once, where it stands."""
    change(root, PAGE, old, new)
    assert problems(root) == [(PAGE, rule)]


def test_a_broken_record_is_told_as_that(root: Path) -> None:
    """The pages that cite it are in order; they are not told that there is no such source."""
    change(root, RECORD, "limits:", "\tlimits:")
    assert problems(root) == [(RECORD, "input/broken-yaml")]


def test_a_page_alone_tells_of_the_broken_record_that_it_cites(root: Path) -> None:
    """`check PAGE` must not say that all is well while a record that the page needs could not be read."""
    change(root, RECORD, "limits:", "\tlimits:")
    done = CliRunner().invoke(cli, ["check", PAGE, "--root", str(root)])
    assert done.exit_code == 1
    assert f"{RECORD}:" in done.output


def test_a_form_of_two_rules_is_told_as_that(root: Path) -> None:
    """Only one of the two would be heard; that its example finds nothing only follows."""
    rule = """
- id: a-second-rule
  avoid: [sordid]
  prefer: [hard]
  why: A test.
  level: warning
  examples: {wrong: It was a sordid place., right: It was a hard place.}
"""
    for page in {*root.glob("docs/*/*/**/*.md")} - {root / PAGE}:  # the rules alone are asked about
        page.unlink()
    rules = root / "language/en.yaml"
    rules.write_text(rules.read_text(encoding="utf-8") + rule, encoding="utf-8")
    found = registry.run(read_corpus(root, TODAY)).problems
    told = [problem for problem in found if problem.path == "language/en.yaml"]
    assert [problem.rule for problem in told] == ["input/invalid-rules"]
    assert "seedy" in said(told[0])
