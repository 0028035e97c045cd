"""What is known of external addresses from earlier runs: one JSON file."""

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from commonground.files.reading import Unreadable, read_bytes
from commonground.files.writing import write_files
from commonground.languages.catalogue import FALLBACK, say
from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import BrokenOwnFile
from commonground.languages.terminal import Spoken
from commonground.model.schema.forms import ISO_DAY, STRING
from commonground.model.schema.shapes import Either, Exactly, Keys, ListOf, MapOf, OneOf
from commonground.online.answer import Answer, State
from commonground.read.json_file import Misshapen, read_json

_text = texts_of(__name__)

VERSION = 2

_MOST_BYTES = 32 << 20
_DAY = ISO_DAY
_TEXT = "text"
_REASON = MapOf(Either(frozenset({_TEXT}), MapOf(STRING), STRING))
"""A text of the catalogue by its key, and what is filled in: words, or the reason that it tells of."""
_STANDING = Keys(
    required={"state": OneOf(tuple(State)), "day": _DAY},
    optional={"reason": _REASON, "moved_to": STRING, "failed_on": ListOf(_DAY, once=True)},
)
_SCHEMA = Keys(required={"version": Exactly(VERSION), "addresses": MapOf(_STANDING, ".*")})

FAILURES_TO_REPORT = 3
"""A server may be down for a day, or a week; an address that fails on this many different days has to be looked at."""


class UnreadableMemory(Spoken):
    """The file is there and is no memory of ours."""


class Standing(Struct, frozen=True):
    """The last answer of an address, the day of it, and the days on which it failed since it last answered."""

    answer: Answer
    day: date
    failed_on: tuple[date, ...] = ()

    @property
    def is_due(self) -> bool:
        """Tell whether it failed on so many different days that somebody has to look at it."""
        return len(self.failed_on) >= FAILURES_TO_REPORT


def remember(before: Standing | None, answer: Answer, today: date) -> Standing:
    """
    Return how an address stands after a new answer.

    A good answer forgets the failures; a blocked or unknown one says nothing either way, so they stay as they are.
    """
    days = before.failed_on if before else ()
    if answer.state in (State.OK, State.MOVED):
        days = ()
    elif answer.state.is_failure:
        days = tuple(sorted({*days, today}))
    return Standing(answer, today, days)


def load(path: Path) -> dict[str, Standing]:
    """
    Return how addresses stand; nothing where there is no file yet.

    Raises: UnreadableMemory: The file cannot be read, or holds something else.
    """
    if not os.path.lexists(path):
        return {}
    try:
        whole = read_json(read_bytes(path.parent, path.name, _MOST_BYTES).decode(), _SCHEMA)
    except Unreadable as error:
        raise UnreadableMemory(_text("unreadable", fault=error.message)) from None
    except Misshapen as error:
        raise UnreadableMemory(_text("misshapen", path=str(path), fault=str(error))) from None
    except UnicodeDecodeError:
        raise UnreadableMemory(_text("not-utf-8", path=str(path))) from None
    addresses = whole["addresses"] if isinstance(whole, dict) else {}
    return {url: _standing(values) for url, values in addresses.items()}


def save(path: Path, standings: Mapping[str, Standing]) -> None:
    """
    Write how addresses stand, whole or not at all; the folder is made where it is missing.

    Raises: NotWritten: It cannot be written.
    """
    addresses = {url: _values(standings[url]) for url in sorted(standings)}
    text = json.dumps({"version": VERSION, "addresses": addresses}, ensure_ascii=False, indent=1)
    write_files(path.parent, {path.name: f"{text}\n".encode()})


def _values(standing: Standing) -> dict[str, object]:
    answer = standing.answer
    values = {
        "state": str(answer.state),
        "reason": _kept(answer.reason) if answer.reason else None,
        "moved_to": answer.moved_to,
        "day": str(standing.day),
        "failed_on": [str(day) for day in standing.failed_on],
    }
    return {key: value for key, value in values.items() if value}


def _standing(values: Mapping[str, Any]) -> Standing:
    answer = Answer(State(values["state"]), _told(values.get("reason")), values.get("moved_to", ""))
    days = tuple(map(date.fromisoformat, values.get("failed_on", ())))
    return Standing(answer, date.fromisoformat(values["day"]), days)


def _kept(reason: Message) -> dict[str, object]:
    values = {name: _kept(value) if isinstance(value, Message) else value for name, value in reason.values}
    return {_TEXT: reason.key, **values}


def _told(kept: Mapping[str, Any] | None) -> Message | None:
    """Return a reason, or None where the catalogue no longer says it."""
    if not kept or _TEXT not in kept:
        return None
    values = {name: _told(value) or "" if isinstance(value, dict) else value for name, value in kept.items()}
    reason = Message(str(values.pop(_TEXT)), tuple(values.items()))
    try:
        say(reason, FALLBACK)
    except (BrokenOwnFile, KeyError):
        return None
    return reason
