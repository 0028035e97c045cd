"""
Kept figures, ``evidence/quoted.lock``: one JSON object a line, in the order of finding and day.

What is once kept stays: a newspaper may have printed its address.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.quoted import Quoted

PATH = "evidence/quoted.lock"
RULE = "evidence/unkept-figure"


def read_quoted(data: bytes) -> tuple[tuple[Quoted, ...], list[Problem]]:
    """Return the kept figures; a line that is none, such as a mark of a merge, is a problem."""
    found, problems = [], []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            found.append(Quoted(**{**values, "kept": date.fromisoformat(values["kept"])}))
        except (ValueError, TypeError, KeyError):
            message = "this is no kept figure. Take the line back from an earlier version of this file, or delete a mark of a merge."
            problems.append(
                Problem(PATH, Span(number, 1, number, len(line) + 1), RULE, Level.WARNING, message)
            )
    return tuple(found), problems


def written(quoted: Iterable[Quoted]) -> str:
    """Return the text of the file."""
    ordered = sorted(quoted, key=lambda one: (one.finding, one.kept, one.digest))
    return "".join(json.dumps(asdict(one), ensure_ascii=False, default=str) + "\n" for one in ordered)
