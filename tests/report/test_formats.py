"""One run, many formats: each says the same, in the shape its readers rely on."""

import json
import re

import jsonschema
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from commonground.checks.registry import Report
from commonground.languages.message import quoted
from commonground.model.position import Span
from commonground.model.problem import Edit, Level, Problem
from commonground.model.rule import Rule
from commonground.read.json_file import Misshapen
from commonground.report import as_github, as_json, as_markdown, as_sarif, as_terminal, as_text, baseline

from ..said import said

COUNTS = {
    "articles": 1,
    "words": 9,
    "citations": 0,
    "figures": 0,
    "numbers_left_alone": 0,
    "sources": 0,
    "findings": 0,
}
SPAN = Span(3, 5, 3, 8)
TEXT = "# A\n\nOld ice was sold.\n"


def problem(
    message: str = "Plain words.", level: Level = Level.ERROR, path: str = "docs/en/a b.md"
) -> Problem:
    edit = Edit(Span(3, 1, 3, 8), "Snow", True)
    return Problem(path, SPAN, "language/ice", level, quoted(message), ("Snow",), (edit,))


def report(*problems: Problem, known: int = 0) -> Report:
    rules = (Rule("language/ice", Level.ERROR, "en: ice", "It melts.", "Write snow."),)
    return Report(problems, (), COUNTS, rules if problems else (), known)


def region(*required: str) -> dict[str, object]:
    """Return the shape of a place: whole numbers from 1, and no other key."""
    whole = {"type": "integer", "minimum": 1}
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    return shape(dict.fromkeys(keys, whole), required or keys)


def shape(properties: dict[str, object], required: object = ()) -> dict[str, object]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(required) or list(properties),
    }


def listed(item: object) -> dict[str, object]:
    return {"type": "array", "items": item}


MESSAGE = shape({"text": {"type": "string", "minLength": 1}})
LEVEL = {"enum": ["error", "warning", "note"]}
# A relative address: no space, no backslash, percent signs as escapes alone.
ADDRESS = shape({"uri": {"type": "string", "pattern": r"^(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+$"}})
CHANGE = shape(
    {
        "artifactLocation": ADDRESS,
        "replacements": listed(shape({"deletedRegion": region(), "insertedContent": MESSAGE})),
    }
)
RESULT = shape(
    {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": listed(
            shape({"physicalLocation": shape({"artifactLocation": ADDRESS, "region": region()})})
        ),
        "fixes": listed(shape({"description": MESSAGE, "artifactChanges": listed(CHANGE)})),
    },
    ("ruleId", "level", "message", "locations"),
)
RULE = shape(
    {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": shape({"level": LEVEL}),
    }
)
SARIF = shape(
    {
        "$schema": {"const": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": listed(
            shape(
                {
                    "tool": shape({"driver": shape({"name": {"const": "commonground"}, "language": {"enum": ["en", "fr"]}, "rules": listed(RULE)})}),
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": listed(RESULT),
                }
            )
        ),
    }
)  # fmt: skip
"""
The part of SARIF 2.1.0 that we write, in our own words and stricter than the standard: no key beyond these.

What we write was also held against the standard's own schema when this was written.
"""

MESSAGES = st.text(min_size=1, max_size=40)


@given(
    st.lists(
        st.builds(problem, MESSAGES, st.sampled_from(Level), st.just("docs/en/é b.md") | st.just("-")),
        max_size=3,
    )
)
def test_sarif_has_the_standard_shape(problems):
    """Whatever a message or a path holds, the file is one that SARIF's readers take."""
    whole = json.loads(as_sarif.render(report(*problems)))
    jsonschema.validate(whole, SARIF)
    run = whole["runs"][0]
    assert [one["message"]["text"] for one in run["results"]] == [said(one) for one in problems]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@given(st.lists(st.builds(problem, MESSAGES, st.sampled_from(Level)), max_size=3))
def test_github_gets_one_command_a_problem(problems):
    """A line end, a percent sign or a colon in a message cannot end a command or begin another."""
    lines = as_github.render(report(*problems)).split("\n")[:-1]
    assert len(lines) == len(problems)
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert found
        assert found[2] == "file=docs/en/a b.md,line=3,col=5,endLine=3,endColumn=8,title=language/ice"
    back = [
        line.split("::", 2)[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") for line in lines
    ]
    assert sorted(back) == sorted(said(one) for one in problems)


def test_github_shows_errors_first():
    """GitHub shows only the first ten: those that stop a build come before the others."""
    lines = as_github.render(report(problem(level=Level.SUGGESTION), problem(level=Level.ERROR))).split("\n")
    assert lines[0].startswith("::error ")


@pytest.mark.parametrize(
    "message",
    ["Use *stars* and _lines_.", "A <!-- comment --> and <b>tag</b>.", "[a](b) # c | d", "Run `<!-- allow x -->` now.", "One ` alone."],
)  # fmt: skip
def test_markdown_shows_messages_as_they_are(message):
    """A reader of the summary sees the message, marks and all."""
    page = markdown.markdown(as_markdown.render(report(problem(message))))
    (item,) = re.findall(r"<li>(.*?)</li>", page, re.DOTALL)
    seen = re.sub(r"<[^>]+>", "", item).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert message.replace("`", "") in seen.replace("`", "")


def test_markdown_says_what_must_change_first():
    """Within a file the errors come first, and a clean run says so."""
    text = as_markdown.render(report(problem("Later.", Level.SUGGESTION), problem("First.")))
    assert text.index("First") < text.index("Later")
    assert "Nothing to mend: 1 article with 9 words were read." in as_markdown.render(report())


def test_markdown_folds_advice_and_says_how_many_are_alike():
    """A long report stays readable: what only advises is folded, and of many problems of one rule the first few stand there."""
    text = as_markdown.render(
        report(problem("First."), *[problem(f"Advice {n}.", Level.SUGGESTION) for n in range(9)])
    )
    assert (
        text.index("First") < text.index("<details><summary>9 suggestions</summary>") < text.index("Advice 0")
    )
    assert "Advice 4." in text
    assert "Advice 5." not in text
    assert "and 4 more like these" in text


def test_terminal_shows_the_line_and_marks_the_words():
    """The words at fault are underlined, a long line is cut around them, and colour ends where it began."""
    text = as_terminal.render(report(problem()), lambda path: TEXT)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")
    assert plain[1] == "    3 | Old ice was sold."
    assert plain[2] == "            ^^^"
    assert text.count("\x1b[0m") == len(re.findall(r"\x1b\[[1-9]", text))
    far = Problem("a.md", Span(1, 501, 1, 504), "language/ice", Level.WARNING, quoted("Plain words."))
    cut = as_terminal.render(report(far), lambda path: "x" * 500 + "ice" + "y" * 500)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", cut).split("\n")
    assert lines[1][lines[2].index("^") :][:3] == "ice"
    assert len(lines[1]) < 120


def test_terminal_shows_few_of_many_suggestions():
    """Many suggestions of one rule do not push the error off the screen, and the report says how to see the rest."""
    error = problem(path="docs/en/z.md")
    alike = [
        replace(problem(level=Level.SUGGESTION, path=f"docs/en/{n}.md"), rule="evidence/snow")
        for n in range(9)
    ]
    text = as_terminal.render(report(*alike, error), lambda path: TEXT)
    assert [f"docs/en/{n}.md" in text for n in range(9)] == [True] * 3 + [False] * 6
    assert "docs/en/z.md" in text
    assert "6 more of" in text
    assert "`commonground check --only evidence/snow`" in text
    assert "1 error, 0 warnings, 9 suggestions" in text
    alone = as_terminal.render(report(*alike), lambda path: TEXT)
    assert all(f"docs/en/{n}.md" in alone for n in range(9))
    assert "more of" not in alone


def test_terminal_lets_no_control_character_through():
    """A file's own escape codes are not run."""
    text = as_terminal.render(report(problem()), lambda path: "\n\nOld ice \x1b[2J.\n")
    assert "\x1b[2J" not in text


def test_json_keeps_to_its_contract():
    """Programs rely on these keys (see the design); exact changes are in the SARIF report."""
    whole = json.loads(as_json.render(report(problem(), known=2)))
    assert whole.keys() == {"version", "problems", "overrides", "counts"}
    assert whole["problems"][0]["suggestions"] == ["Snow"]


def test_text_counts_what_is_known():
    """What a baseline leaves out is still counted."""
    assert "Known from the baseline: 2." in as_text.render(report(known=2))
    assert "baseline" not in as_text.render(report())


@given(
    st.lists(st.builds(problem, st.sampled_from(["a", "b"]), st.sampled_from(Level)), max_size=6), st.data()
)
def test_baseline_hides_what_it_names_and_no_more(problems, data):
    """What was written is known; a problem more than it names, however alike, is new."""
    known = data.draw(st.permutations(problems))[: data.draw(st.integers(0, len(problems)))]
    read_back = baseline.parse(baseline.render(known))
    assert baseline.without_known(known, read_back) == []
    assert len(baseline.without_known(problems, read_back)) == len(problems) - len(known)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "known": []}', '{"version": 1, "known": [{}]}', "null"]
)
def test_other_files_are_no_baseline(text):
    """A file of another kind is refused, not taken for an empty one."""
    with pytest.raises(Misshapen):
        baseline.parse(text)
