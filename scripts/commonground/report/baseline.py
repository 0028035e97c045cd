"""
The problems that an old site already had: kept in a file, so that only new ones are reported.

A problem is known by its file, rule and message, not by its line, so that it stays known when text is added above it.
Two alike in one file are known twice.
"""

import json
from collections import Counter
from collections.abc import Iterable

from commonground.languages import FIRST
from commonground.languages.catalogue import say
from commonground.model.problem import Problem
from commonground.model.schema.forms import STRING, WHOLE
from commonground.model.schema.shapes import Exactly, Keys, ListOf
from commonground.read.json_file import read_json

Known = Counter[tuple[str, str, str]]


_SCHEMA = Keys(
    required={
        "version": Exactly(1),
        "known": ListOf(Keys(required={"path": STRING, "rule": STRING, "message": STRING, "count": WHOLE})),
    }
)


def known(problems: Iterable[Problem]) -> Known:
    """Return what makes these problems known."""
    return Counter(_key(problem) for problem in problems)


def render(problems: Iterable[Problem]) -> str:
    """Return the file that makes these problems known; sorted, so that its changes can be read."""
    entries = [
        {"path": path, "rule": rule, "message": message, "count": count}
        for (path, rule, message), count in sorted(known(problems).items())
    ]
    return json.dumps({"version": 1, "known": entries}, ensure_ascii=False, indent=1) + "\n"


def parse(text: str) -> Known:
    """
    Read a baseline.

    Raises: Misshapen: It is no JSON of the shape that ``render`` writes.
    """
    whole = read_json(text, _SCHEMA)
    entries = whole["known"] if isinstance(whole, dict) else ()
    return Counter({(e["path"], e["rule"], e["message"]): e["count"] for e in entries})


def without_known(problems: Iterable[Problem], known: Known) -> list[Problem]:
    """Return the problems that are not known, in their order."""
    left = known.copy()
    fresh = []
    for problem in problems:
        key = _key(problem)
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(problem)
    return fresh


def _key(problem: Problem) -> tuple[str, str, str]:
    # One language for all, so that a baseline holds whoever wrote it; the first, in which older ones are.
    return problem.path, problem.rule, say(problem.message, FIRST)
