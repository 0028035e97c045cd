"""Strict YAML: values, exact places, and one clear problem for whatever cannot be read."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.position import Span
from commonground.read.yaml_file import MAX_BYTES, Node, load, load_text

from ..said import said

ROOT = Path(__file__).parents[2]
REAL_FILES = sorted(
    path for folder in ("evidence", "language", "data") for path in (ROOT / folder).glob("*.yaml")
)


def read(text: str) -> Node:
    """Read a text that has no fault."""
    node, problems = load("file.yaml", text.encode())
    assert node is not None
    assert not problems
    return node


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("no", "no", id="no-is-a-word"),
        pytest.param("on", "on", id="on-is-a-word"),
        pytest.param("true", True, id="true"),
        pytest.param("false", False, id="false"),
        pytest.param("~", None, id="tilde"),
        pytest.param("", None, id="nothing"),
        pytest.param("12", 12, id="whole"),
        pytest.param("-3", -3, id="negative"),
        pytest.param("0123", "0123", id="leading-zero-is-kept"),
        pytest.param("1_000", "1_000", id="no-underscores"),
        pytest.param("1:30", "1:30", id="no-base-sixty"),
        pytest.param("2.50", 2.5, id="decimal"),
        pytest.param(".35", 0.35, id="bare-decimal"),
        pytest.param("1.0e999", "1.0e999", id="no-infinity"),
        pytest.param("9" * 5000, "9" * 5000, id="long-number-stays-text"),
        pytest.param("2026-11-22", date(2026, 11, 22), id="day"),
        pytest.param("2026-13-45", "2026-13-45", id="no-such-day"),
        pytest.param('"12"', "12", id="quoted-number"),
        pytest.param("-", None, id="empty-list-item"),
    ],
)
def test_plain_values_mean_what_a_writer_expects(written: str, value: object) -> None:
    """Only true, false, null, whole numbers, decimals and days are anything but text."""
    found = read(f"key: {written}\n").value if written != "-" else {"key": read("key:\n  -\n").at(("key", 0))}
    assert found == {"key": value}
    assert type(found["key"]) is type(value)


def test_keys_are_always_text() -> None:
    """``on``, ``1`` and a date are keys like any other."""
    assert read("on: a\n1: b\n2026-11-22: c\n").value == {"on": "a", "1": "b", "2026-11-22": "c"}


def test_places_count_code_points_from_one() -> None:
    """Accents and emoji are one column each; a quoted value's place has its marks."""
    node = read('é😀: "a😀"\nlist: [b, c]\n')
    assert node.key_span(("é😀",)) == Span(1, 1, 1, 3)
    assert node.span(("é😀",)) == Span(1, 5, 1, 9)
    assert node.span(("list", 1)) == Span(2, 11, 2, 12)
    assert node.span(("list",)) == Span(2, 7, 2, 13)
    assert node.span(("list", 7)) == Span(2, 7, 2, 13), "a missing value: what should hold it"


def test_a_block_ends_with_its_last_word() -> None:
    """Comments and empty lines after a block do not belong to it."""
    node = read("a:\n  b: c\n\n# later\nd: |\n  text\n\ne: f\n")
    assert node.span(("a",)) == Span(2, 3, 2, 7)
    assert node.span(("d",)) == Span(5, 4, 6, 7)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order-mark"])
def test_line_ends_and_byte_order_mark_change_no_place(ending: str, mark: str) -> None:
    """The same file saved on another system has the same values and places."""
    node = read(mark + ending.join(["a: b", "c: 'd e'", ""]))
    assert node.value == {"a": "b", "c": "d e"}
    assert node.span(("c",)) == Span(2, 4, 2, 9)


def test_front_matter_counts_from_its_own_line() -> None:
    """A part of a file is read with the line on which it starts."""
    node, _ = load_text("page.md", "title: x\ntype: myth\n", first_line=2)
    assert node is not None
    assert node.span(("type",)) == Span(3, 7, 3, 11)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        pytest.param("a: one two\n", "two", (1, 8), id="plain"),
        pytest.param("a: 'l''une, l''autre'\n", "autre", (1, 16), id="doubled-quote"),
        pytest.param('a: "say \\"no\\" now"\n', "now", (1, 16), id="escape"),
        pytest.param("a: one\n  two\n  three\n", "three", (3, 3), id="folded-plain"),
        pytest.param("a: 'one\n\n  two'\n", "two", (3, 3), id="empty-line-in-quotes"),
        pytest.param('a: "one \\\n  two"\n', "two", (2, 3), id="joined-line"),
        pytest.param("a: >-\n  one\n  two\n\n  three\n", "three", (5, 3), id="folded-block"),
        pytest.param("a: |\n  one\n    two\n  three\n", "two", (3, 5), id="literal-block"),
        pytest.param("a: >-\r\n  one\r\n  two\r\n", "two", (3, 3), id="folded-block-crlf"),
    ],
)
def test_each_word_of_a_text_has_its_place(text: str, word: str, place: tuple[int, int]) -> None:
    """Folded lines, doubled quotes and escapes do not shift what comes after them."""
    node = read(text)
    value = node.at(("a",))
    assert isinstance(value, str)
    assert node.text_map(("a",)).place(value.index(word)) == place


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: path.stem)
def test_real_files_read_like_any_yaml(path: Path) -> None:
    """Our reader finds the values that PyYAML finds, and puts each letter where it stands."""
    data = path.read_bytes()
    node, problems = load(path.name, data)
    assert node is not None
    assert not problems
    assert node.value == yaml.safe_load(data)
    lines = node.text.split("\n")
    for place in node.values:
        text = node.at(place)
        if isinstance(text, str):
            where = node.text_map(place)
            for offset, letter in enumerate(text):
                line, column = where.place(offset)
                there = (lines[line - 1] + "\n")[column - 1]
                assert there == letter or (letter, there) in {(" ", "\n"), ('"', "\\"), ("\\", "\\")}


@pytest.mark.parametrize(
    ("data", "place", "rule", "words"),
    [
        pytest.param("a: b: c\n", (1, 5), "broken-yaml", 'a colon inside the text after "a"', id="colon"),
        pytest.param(
            "states: x\n  y: z\n", (2, 3), "broken-yaml", '"y:" does not fit', id="colon-below-text"
        ),
        pytest.param(
            "key:value\nother: 1\n", (2, 1), "broken-yaml", "space after it", id="no-space-after-colon"
        ),
        pytest.param(
            'a: "b" c\n', (1, 8), "broken-yaml", "after its closing quotation mark", id="text-after-quote"
        ),
        pytest.param("a: 'it's'\n", (1, 8), "broken-yaml", "inside it twice", id="apostrophe-in-quotes"),
        pytest.param('a: "b\nc: d\n', (1, 4), "broken-yaml", "never closed", id="open-quote"),
        pytest.param("a: [b\nc: d\n", (1, 4), "broken-yaml", 'Add "]"', id="open-bracket"),
        pytest.param("a: {b: c\nd: 1\n", (1, 4), "broken-yaml", 'Add "}"', id="open-brace"),
        pytest.param('a: "\\d"\n', (1, 5), "broken-yaml", "backslash", id="backslash"),
        pytest.param("a: @b\n", (1, 4), "broken-yaml", 'begin with "@"', id="at-sign"),
        pytest.param("a:\n\t- b\n", (2, 1), "broken-yaml", "A tab", id="tab-indentation"),
        pytest.param("a: 1\n\tb: 2\n", (2, 1), "broken-yaml", "A tab", id="tab-before-key"),
        pytest.param("a: 1\nb 2\nc: 3\n", (2, 1), "broken-yaml", "no key", id="line-without-key"),
        pytest.param("a:\n  b: 1\n c: 2\n", (3, 2), "broken-yaml", "same column", id="wrong-column"),
        pytest.param("a:\n  - b\n  c: d\n", (3, 3), "broken-yaml", '"- "', id="list-and-key"),
        pytest.param("a: 1\n---\nb: 2\n", (2, 1), "broken-yaml", "second document", id="two-documents"),
        pytest.param("a: 1\n...\nb\n", (3, 1), "broken-yaml", "after its end", id="text-after-the-end"),
        pytest.param("a: &x b\nc: *x\n", (1, 4), "broken-yaml", 'begin with "&"', id="anchor"),
        pytest.param("a: *x\n", (1, 4), "broken-yaml", 'begin with "*"', id="alias"),
        pytest.param("a: !!python/object:os.system b\n", (1, 4), "broken-yaml", 'begin with "!"', id="tag"),
        pytest.param("a: !x!y b\n", (1, 4), "broken-yaml", 'begin with "!"', id="unknown-tag"),
        pytest.param("? [a]\n: b\n", (1, 3), "broken-yaml", "A key must be a text", id="list-as-key"),
        pytest.param("a: \x01\n", (1, 4), "control-character", "U+0001", id="control-character"),
        pytest.param("[" * 100_000, (1, 21), "too-large", "20 deep", id="deep-brackets"),
        pytest.param("- " * 100_000, (1, 41), "too-large", "20 deep", id="deep-list"),
        pytest.param("a" * (MAX_BYTES + 1), (1, 1), "too-large", "1,048,576", id="huge"),
        pytest.param("a: 1\nb: 2\na: 3\n", (3, 1), "duplicate-key", "first on line 1", id="key-twice"),
        pytest.param(b"a: b\nc: \xe9t\xe9\n", (2, 4), "not-utf-8", "0xe9", id="latin-1"),
        pytest.param("a: b\n".encode("utf-16"), (1, 1), "not-utf-8", "UTF-8", id="utf-16"),
    ],
)
def test_a_broken_file_is_one_problem_in_its_place(
    data: str | bytes, place: tuple[int, int], rule: str, words: str
) -> None:
    """Whatever is wrong, the writer gets one message: where, what, and the next step."""
    _, problems = load("file.yaml", data if isinstance(data, bytes) else data.encode())
    assert [(one.span.line, one.span.column, one.rule) for one in problems] == [(*place, f"input/{rule}")]
    assert words in said(problems[0])
    assert said(problems[0]).endswith((".", '\\".')), "a whole sentence"


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Nine levels of nine aliases would be 387 million texts; nothing is expanded."""
    levels = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    node, problems = load("file.yaml", "\n".join(levels).encode())
    assert node is None
    assert [(one.span.line, one.span.column) for one in problems] == [(1, 5)]


def test_the_first_of_two_equal_keys_stands() -> None:
    """A duplicate is told, and the rest of the file can still be checked."""
    node, problems = load("file.yaml", b"a: 1\na: {b: [2]}\nc: 3\n")
    assert node is not None
    assert node.value == {"a": 1, "c": 3}
    assert len(problems) == 1


def test_an_empty_file_holds_nothing() -> None:
    """Nothing, or comments alone, is a file without a value."""
    assert read("").value is None
    assert read("# only a comment\n").value is None


@given(
    st.binary(max_size=200)
    | st.text(alphabet="ab:-[]{}'\"\\|>&*!%#,? \n\t\r\x85\u2028é😀", max_size=60).map(str.encode)
)
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    """Any file gives a value or problems, and every place in it can be asked for."""
    node, problems = load("file.yaml", data)
    assert node is not None or len(problems) == 1
    if node is not None:
        for path in node.values:
            node.span(path)
            node.head(path)
            if isinstance(node.at(path), str):
                node.text_map(path).place(0)
