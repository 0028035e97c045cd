"""
The review lock, ``evidence/reviewed.lock``: which state of a finding each page was last compared with.

One line a page and finding, in order: ``docs/en/myths/x.md platt2018#violence-odds 0123456789ab``.
"""

import re
from collections.abc import Mapping

from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

_text = texts_of(__name__)
PATH = "evidence/reviewed.lock"
RULE = "evidence/changed-since-review"

_LINE = re.compile(rf"(?P<page>\S+) (?P<key>{marks.SOURCE_ID}#{marks.FINDING_ID}) (?P<digest>[0-9a-f]{{12}})")

Reviews = Mapping[tuple[str, str], str]


def read_reviews(data: bytes) -> tuple[Reviews, list[Problem]]:
    """Return the digest by (page, ``source#finding``); a line that is none, such as a mark of a merge, is a problem."""
    found: dict[tuple[str, str], str] = {}
    problems = []
    for number, line in enumerate(data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"), 1):
        if match := _LINE.fullmatch(line):
            found[match["page"], match["key"]] = match["digest"]
        elif line.strip():
            span = Span(number, 1, number, len(line) + 1)
            problems.append(Problem(PATH, span, RULE, Level.ERROR, _text("no-line")))
    return found, problems
