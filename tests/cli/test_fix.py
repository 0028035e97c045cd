"""`commonground check --fix`: what is safe is changed, once and for all, and nothing else."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonground.cli.main import cli

RULES = """\
- id: suicide
  avoid: ["committed suicide", "commit suicide"]
  prefer: ["died by suicide", "die by suicide"]
  why: "It is no crime."
  level: error
  safe: true
  near:
    - {none: ["prevention"], examples: {right: "They commit suicide prevention funds."}}
  examples: {wrong: "He committed suicide.", right: "He died by suicide."}
- id: helper
  avoid: ["helper", "helpers"]
  prefer: ["aide", "aides"]
  why: "It is the word of the trade."
  level: warning
  safe: true
  examples: {wrong: "The helper left.", right: "The aide left."}
- id: fool
  avoid: ["fool", "fools"]
  prefer: ["person", "people"]
  why: "It is rude."
  level: warning
  examples: {wrong: "A fool left.", right: "A person left."}
"""
FRONT = '---\ntitle: "A helper speaks"\ntype: page\ndescription: "About aides."\n---\n\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "language").mkdir()
    (tmp_path / "language/en.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "docs/en").mkdir(parents=True)
    return tmp_path


def fixed(root: Path, body: str, *options: str) -> tuple[str, str]:
    """Return the page's body after --fix, and what the command said."""
    page = root / "docs/en/page.md"
    page.write_bytes((FRONT + body).encode())
    said = CliRunner().invoke(cli, ["check", "--root", str(root), "--only", "language/*", "--fix", *options])
    assert said.exit_code in (0, 1), said.output
    return page.read_bytes().decode().removeprefix(FRONT), said.output


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("He committed suicide.", "He died by suicide.", id="plain"),
        pytest.param("Helpers left. THE HELPERS LEFT.", "Aides left. THE AIDES LEFT.", id="capitals"),
        pytest.param("She met a helper.", "She met an aide.", id="article"),
        pytest.param("A helper left.", "An aide left.", id="article-capital"),
        pytest.param("He committed\nsuicide then.", "He died by suicide then.", id="line-wrap"),
        pytest.param("- He committed suicide.\r\n- Helpers left.\r\n", "- He died by suicide.\r\n- Aides left.\r\n", id="crlf"),
        pytest.param("Émile — 😀 — met *helpers*.", "Émile — 😀 — met *aides*.", id="wide-letters"),
        pytest.param("The helper’s coat.", "The aide’s coat.", id="possessive"),
    ],
)  # fmt: skip
def test_safe_words_are_changed(before, after, root):
    """The swap fits its sentence, and the rest of the file stays to the byte."""
    assert fixed(root, before)[0] == after


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("A fool left.", id="rule-not-safe"),
        pytest.param("“The helper left,” said Ana.", id="quotation"),
        pytest.param("The “helper” left.", id="quotation-of-nobody"),
        pytest.param("> The helper left.", id="blockquote"),
        pytest.param("The word helper is old.", id="mention"),
        pytest.param("The field `helper` is old.", id="code"),
        pytest.param("See <https://example.org/helper/> and [it](helper.md).", id="address"),
        pytest.param("<!-- allow language/helper: her own title -->\nThe helper left.", id="set-aside"),
        pytest.param("The hel**pers** left.", id="inside-marks"),
        pytest.param("They commit suicide prevention funds.", id="condition"),
    ],
)
def test_everything_else_stays(body, root):
    """What is exempt, uncertain or not safe is not touched."""
    assert fixed(root, body)[0] == body


def test_title_is_left_to_its_writer(root):
    """Front matter is YAML: it is reported, not changed."""
    fixed(root, "Aides left.")
    assert (root / "docs/en/page.md").read_text(encoding="utf-8").startswith(FRONT)


def test_dry_run_shows_a_patch_and_changes_nothing(root, tmp_path):
    """The diff is the change that --fix makes: applied by patch, it gives the same file."""
    body = "One.\n\nHelpers left; he committed suicide.\n\nTwo."
    after, patch = fixed(root, body, "--dry-run")
    assert after == body
    assert "-Helpers left; he committed suicide.\n+Aides left; he died by suicide.\n" in patch
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=root, check=True)
    patched = (root / "docs/en/page.md").read_text(encoding="utf-8")
    assert patched == FRONT + fixed(root, body)[0]


def test_a_change_that_opens_the_way_to_another_is_followed(root):
    """Once is enough: what --fix leaves, --fix leaves again."""
    once, _ = fixed(root, "Helpers commit suicide; helpers committed suicide.")
    assert fixed(root, once)[0] == once == "Aides die by suicide; aides died by suicide."


@pytest.mark.parametrize("arguments", [["--dry-run"], ["-", "--lang", "en", "--fix"]])
def test_fix_needs_files(arguments, root):
    """--dry-run alone and --fix of standard input are wrong use."""
    fixed(root, "Aides left.")
    said = CliRunner().invoke(cli, ["check", "--root", str(root), *arguments], input="x")
    assert said.exit_code == 2


WORDS = st.sampled_from(
    ["helper", "Helpers", "a helper", "HELPER's", "committed suicide", "commit", "suicide", "prevention", "“", "”", "*",
     "`", "the word", ".", "\n", "\n\n", "> ", "- ", "fool", "é", "<!-- allow language/helper: so -->", "&nbsp;"]
)  # fmt: skip


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_fix_is_idempotent(root, body):
    """Fixing what was fixed changes nothing, whatever the page."""
    once, _ = fixed(root, body)
    assert fixed(root, once)[0] == once
