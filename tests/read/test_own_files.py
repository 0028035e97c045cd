"""Files of the program that whoever adds a language or a type of article edits: what is wrong with one is told by name."""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonground.cli.main import cli
from commonground.languages import own_files, read_languages
from commonground.languages.faults import refuse_broken_languages
from commonground.languages.own_files import BrokenOwnFile
from commonground.read.article_types import read_article_types

from ..conftest import ROOT


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the program's own files, from which it reads them."""
    for folder in ("languages", "article_types"):
        shutil.copytree(ROOT / "scripts/commonground" / folder, tmp_path / folder)
    monkeypatch.setattr(own_files, "PACKAGE", tmp_path)
    forget()
    yield tmp_path
    forget()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A small project of its own: a command keeps there what it read."""
    return Path(shutil.copytree(ROOT / "tests/site/tiny", tmp_path / "tiny"))


def forget() -> None:
    read_languages.cache_clear()
    refuse_broken_languages.cache_clear()
    read_article_types.cache_clear()


TALK = {
    "no-sections": ('opening = ["fact"]', 'article_types/talk.toml:1:1: "sections" is missing'),
    "unknown-key": ("sections = []\nsize = 5", 'article_types/talk.toml:2:1: No key is called "size"'),
    "not-a-list": ('sections = "evidence"', 'talk.toml:1:12: "sections" must be a list'),
    "not-names": ("sections = [1]", "talk.toml:1:13: item 1 of \"sections\" must be a text"),
    "length-in-words": ('sections = []\nlength = {fewest = "few", most = 9}', '"fewest" must be a whole number'),
    "length-reversed": ("sections = []\nlength = {fewest = 9, most = 1}", "talk.toml:2:10: fewest is more than most"),
    "area-in-words": ('sections = []\narea = "no"', '"area" must be true or false'),
    "no-toml": ("sections = [", "article_types/talk.toml:1:1: this is no TOML"),
    "section-without-words": ('sections = ["encore"]', '"encore", which has no word below [sections] of languages/fr/articles.toml'),
    "block-without-words": ('sections = []\nopening = ["song"]', '"song", which has no text below [skeleton]'),
    "block-elsewhere": ('sections = []\n[section_blocks]\nunknown = ["example"]', '"unknown" is not among the sections of the type'),
    "exempt-elsewhere": ('sections = []\nexempt_sections = ["agenda"]', '"agenda" is not among the sections of the type'),
    "sheet-elsewhere": ('sections = []\nsheet = {lead = "fact"}', '"fact" is none of the sections and blocks of the type'),
}  # fmt: skip


@pytest.mark.parametrize("case", TALK)
def test_a_broken_article_type_is_named(package: Path, tiny: Path, case: str) -> None:
    """`new` and `check` end with the file, what is wrong and what to write; exit code 2."""
    content, said = TALK[case]
    (package / "article_types/talk.toml").write_text(content)
    for words in (["new", "talk", "A talk"], ["check"]):
        forget()
        result = CliRunner().invoke(cli, [*words, "--root", str(tiny)])
        assert result.exit_code == 2
        assert said in result.output
    assert not list(tiny.rglob("a-talk.md"))


LOCALE = {
    "missing-text": ("site.toml", "\nnone = ", "\nnothing = ", "languages/fr has no text search.none"),
    "missing-place": ("site.toml", "{query}", "", "must have the places {query}"),
    "lone-brace": ("site.toml", "{query}", "{query", "has a brace that opens or closes nothing"),
    "list-as-text": ("words.toml", 'list_joints = [",", "et", "ou"]', 'list_joints = ","', "list_joints must be a list of words"),
    "row-too-short": ("words.toml", '["le", "la", "l\'", "l\'"]', '["le", "la"]', "determiners must be a list of rows"),
    "no-toml": ("site.toml", "[site]", "[site", "languages/fr/site.toml is no TOML"),
}  # fmt: skip


@pytest.mark.parametrize("case", LOCALE)
def test_a_broken_locale_is_named(package: Path, tiny: Path, case: str) -> None:
    """The file, the key and what belongs there."""
    part, before, after, said = LOCALE[case]
    path = package / "languages/fr" / part
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "--root", str(tiny)])
    assert result.exit_code == 2
    assert said in result.output


def test_a_locale_of_another_encoding_is_named(package: Path) -> None:
    """Latin-1 is no UTF-8."""
    (package / "languages/de").mkdir()
    (package / "languages/de/site.toml").write_bytes('site = "für"'.encode("latin-1"))
    with pytest.raises(BrokenOwnFile, match=r"languages/de/site\.toml is not in UTF-8"):
        read_languages()["de"].part("site")


def test_a_new_language_is_told_what_it_lacks(package: Path) -> None:
    """The parts first, then some of the missing texts and how many more there are."""
    folder = package / "languages/de"
    folder.mkdir()
    (folder / "site.toml").write_text("")
    with pytest.raises(
        BrokenOwnFile,
        match=r"languages/de/typography\.toml is not there[\s\S]*languages/de/articles\.toml is not there",
    ):
        refuse_broken_languages(("de",))
    for part in ("articles", "words"):
        (folder / f"{part}.toml").write_text("")
    (folder / "typography.toml").write_text('locale = "de"\nquotes = ["„", "“"]\n')
    forget()
    with pytest.raises(BrokenOwnFile, match=r"languages/de has no text [\s\S]*… and \d+ more\."):
        refuse_broken_languages(("de",))


VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["evidence", "fact"]),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(["fewest", "most", "unknown"]), parts),
    max_leaves=6,
)  # fmt: skip
KEYS = st.sampled_from(
    ["sections", "opening", "section_blocks", "length", "area", "exempt_sections", "sheet", "more"]
)


def toml(value: object) -> str:
    """Write a value as TOML does, in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(toml, value)) + "]" if isinstance(value, list) else json.dumps(value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.dictionaries(KEYS, VALUES))
def test_any_table_is_a_type_or_refused(package: Path, table: dict[str, object]) -> None:
    """Whatever a file says, nothing but a message comes of it."""
    lines = [f"{key} = {toml(value)}\n" for key, value in table.items()]
    (package / "article_types/talk.toml").write_text("".join(lines), encoding="utf-8")
    forget()
    with suppress(BrokenOwnFile):
        assert read_article_types()["talk"].name == "talk"
