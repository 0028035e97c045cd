"""What a set of changes means for the site: a file that one job writes and another, which trusts it with nothing, reads."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from commonground.model.problem import Level
from commonground.model.schema.forms import STRING, WHOLE
from commonground.model.schema.shapes import Exactly, Keys, ListOf, OneOf, Text
from commonground.read.json_file import read_json

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A problem, as it was told in the language of its page."""

    path: str
    line: int
    level: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A finding that a sentence cites, ``source#finding``, and what it states, "" where there is no such finding."""

    finding: str
    states: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A cited sentence that is new, and what it rests on; ``was`` is the sentence that stood there, "" for none."""

    path: str
    line: int
    text: str
    findings: tuple[Basis, ...]
    was: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """
    What changed, and what follows.

    Attributes:
        language: That of the pages that changed, where they have but one.
        problems: Those that were not there before, as they were told.
        pages: The paths of the pages that differ, or rest on a record that does.
        claims: The cited sentences that are new or differ.
        behind: The paths of the translations that now wait for their original's changes.
        reviewers: Who is named for the files, as CODEOWNERS names them.
        elsewhere: How many remarks there were before.
    """

    language: str
    problems: tuple[Told, ...]
    pages: tuple[str, ...]
    claims: tuple[Claim, ...]
    behind: tuple[str, ...]
    reviewers: tuple[str, ...]
    elsewhere: int


# Narrow forms: what passes can be shown in a comment without anything in it being more than a name.
_PATH = Text(pattern=r"[A-Za-z0-9._/ -]{1,300}")
_RULE = Text(pattern=r"[a-z0-9/-]{1,100}")
_KEY = Text(pattern=r"[A-Za-z0-9#-]{1,200}")
_OWNER = Text(pattern=r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?")
_LANGUAGE = Text(pattern=r"[a-z]{2,3}")
_LEVEL = OneOf(tuple(Level))
_PROBLEM = Keys(required={"path": _PATH, "line": WHOLE, "level": _LEVEL, "rule": _RULE, "message": STRING})
_BASIS = Keys(required={"finding": _KEY}, optional={"states": STRING})
_CLAIM = Keys(
    required={"path": _PATH, "line": WHOLE, "text": STRING, "findings": ListOf(_BASIS)},
    optional={"was": STRING},
)
_SCHEMA = Keys(
    required={
        "version": Exactly(_VERSION),
        "language": _LANGUAGE,
        "problems": ListOf(_PROBLEM),
        "pages": ListOf(_PATH),
        "claims": ListOf(_CLAIM),
        "behind": ListOf(_PATH),
        "reviewers": ListOf(_OWNER),
        "elsewhere": WHOLE,
    }
)


def render(changes: Changes) -> str:
    """Return the file."""
    return json.dumps({"version": _VERSION, **asdict(changes)}, ensure_ascii=False, indent=1) + "\n"


def parse(text: str) -> Changes:
    """
    Read the file; whoever wrote it may be anybody.

    Raises: Misshapen: It is no JSON of the shape that ``render`` writes.
    """
    whole = read_json(text, _SCHEMA)
    assert isinstance(whole, dict)
    return Changes(
        language=whole["language"],
        problems=tuple(Told(**one) for one in whole["problems"]),
        pages=tuple(whole["pages"]),
        claims=tuple(_claim(one) for one in whole["claims"]),
        behind=tuple(whole["behind"]),
        reviewers=tuple(whole["reviewers"]),
        elsewhere=whole["elsewhere"],
    )


def _claim(value: dict[str, Any]) -> Claim:
    return Claim(**{**value, "findings": tuple(Basis(**one) for one in value["findings"])})
