"""The words of a site's own subject: added to the lists of a language, on that site alone."""

import json
from pathlib import Path

from commonground.export.search_index import files
from commonground.languages import read_languages
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

from ..conftest import TODAY


def site(root: Path, own: str) -> Corpus:
    """Return a site of one page with words of its own."""
    settings = f'languages = ["en"]\nname = {{en = "Lamp facts"}}\n{own}'
    (root / "docs/en").mkdir(parents=True)
    (root / "docs/en/index.md").write_text("# Lamps", encoding="utf-8")
    (root / "commonground.toml").write_text(settings, encoding="utf-8")
    return read_corpus(root, TODAY)


def test_words_are_added_and_nowhere_else(tmp_path: Path) -> None:
    """What the language has stays, and comes first."""
    given = read_languages()["en"].words
    corpus = site(
        tmp_path, '[own_words.en.words]\nclaims = {about = ["lamp*"]}\njargon = {lumen = "light"}\n'
    )
    words = corpus.locale("en").words
    assert words.claims["about"] == (*given.claims["about"], "lamp*")
    assert words.jargon == {**given.jargon, "lumen": "light"}
    assert words.claims["hedges"] == given.claims["hedges"]
    assert read_languages()["en"].words is given


def test_a_cry_for_help_names_what_people_leave_on_this_site(tmp_path: Path) -> None:
    """Its patterns are filled where they are written for browsers."""
    corpus = site(tmp_path, '[own_words.en.search]\ntrades = ["lamplighting"]\ncries = ["lamp oil"]\n')
    (text,) = (data for path, data in files(corpus, "") if path.endswith("/en.json"))
    cries = json.loads(text)["cries"]
    assert any("|lamplighting)" in cry for cry in cries)
    assert cries[-1] == "lamp oil"
    assert not any("{trades}" in cry for cry in cries)


def test_a_list_that_is_none_is_told_and_adds_nothing(tmp_path: Path) -> None:
    """A broken list of a site never breaks the language."""
    corpus = site(tmp_path, '[own_words.en.words.claims]\nabout = "lamp"\n')
    assert "input/invalid-settings" in [problem.rule for problem in corpus.problems]
    assert "lamp" not in corpus.locale("en").words.claims["about"]
