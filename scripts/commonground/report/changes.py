"""What a set of changes means for the site: a file that one job writes and another, which trusts it with nothing, reads."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from commonground.model.problem import Level

# Narrow forms: what passes can be shown in a comment without anything in it being more than a name.
_Path = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9._/ -]{1,300}\Z")]
_Rule = Annotated[str, Meta(pattern=r"\A[a-z0-9/-]{1,100}\Z")]
_Key = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9#-]{1,200}\Z")]
_Owner = Annotated[str, Meta(pattern=r"\A@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?\Z")]
_Language = Annotated[str, Meta(pattern=r"\A[a-z]{2,3}\Z")]
_Count = Annotated[int, Meta(ge=0)]


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """A problem, as it was told in the language of its page."""

    path: _Path
    line: _Count
    level: Level
    rule: _Rule
    message: str


class Basis(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that a sentence cites, ``source#finding``, and what it states, "" where there is no such finding."""

    finding: _Key
    states: str = ""


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A cited sentence that is new, and what it rests on; ``was`` is the sentence that stood there, "" for none."""

    path: _Path
    line: _Count
    text: str
    findings: tuple[Basis, ...]
    was: str = ""


class Changes(Struct, frozen=True, forbid_unknown_fields=True):
    """
    What changed, and what follows.

    Attributes:
        language: That of the pages that changed, where they have but one.
        problems: Those that were not there before, as they were told.
        pages: The paths of the pages that differ, or rest on a record that does.
        claims: The cited sentences that are new or differ.
        behind: The paths of the translations that now wait for their original's changes.
        reviewers: Who is named for the files, as CODEOWNERS names them.
        before: How many remarks there were already.
    """

    version: Literal[1]
    language: _Language
    problems: tuple[Told, ...]
    pages: tuple[_Path, ...]
    claims: tuple[Claim, ...]
    behind: tuple[_Path, ...]
    reviewers: tuple[_Owner, ...]
    before: _Count


def render(changes: Changes) -> bytes:
    """Return the file."""
    return msgspec.json.format(msgspec.json.encode(changes), indent=1) + b"\n"


def parse(data: bytes) -> Changes:
    """
    Read the file; whoever wrote it may be anybody.

    Raises: msgspec.MsgspecError: It is no JSON of the shape that ``render`` writes.
    """
    return msgspec.json.decode(data, type=Changes)
