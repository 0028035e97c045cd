"""A site's own article type is one file beside its docs: what it needs, and its words in each language."""

from pathlib import Path

import pytest

from commonground.model.article_type import Length
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

from ..conftest import TODAY
from ..said import said

SETTINGS = 'languages = ["en", "fr"]\nname = {en = "Lamps", fr = "Lampes"}\n'
TYPE = """sections = ["wick", "unknown"]
length = {fewest = 10, most = 90}
area = false

[texts.en.sections]
wick = "The wick"
[texts.fr.sections]
wick = "La mèche"
"""


def read(root: Path, kind: str) -> Corpus:
    for path, text in {
        "commonground.toml": SETTINGS,
        "article_types/lamp.toml": kind,
        "docs/en/a.md": "# A",
        "docs/fr/a.md": "# A",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return read_corpus(root, TODAY)


def test_a_type_brings_its_words(tmp_path: Path) -> None:
    """It stands beside the program's types, and its sections have headings in each language."""
    corpus = read(tmp_path, TYPE)
    assert corpus.types["lamp"].sections == ("wick", "unknown")
    assert corpus.types["lamp"].length == Length(10, 90)
    assert "myth" in corpus.types
    assert [corpus.locale(code).sections["wick"] for code in corpus.languages] == ["The wick", "La mèche"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        pytest.param(
            "[texts.fr.sections]\nwick", "[texts.fr.sections]\nwik", 1, "no heading in fr", id="heading"
        ),
        pytest.param("fewest = 10", "fewest = 'ten'", 2, "a whole number", id="length"),
        pytest.param("area", "aera", 3, 'Did you mean "area"?', id="key"),
        pytest.param("sections = [", "sections = ", 1, "no TOML", id="toml"),
        pytest.param("fewest = 10", f"fewest = {'9' * 5000}", 1, "no TOML", id="long-number"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    """A file of the site has its errors by line."""
    problems = [one for one in read(tmp_path, TYPE.replace(old, new, 1)).problems if "types" in one.path]
    assert [one.span.line for one in problems] == [line]
    assert words in said(problems[0])
