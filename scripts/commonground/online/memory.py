"""What is known of external addresses from earlier runs: one JSON file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from commonground.online.answer import Answer, State

VERSION = 1

FAILURES_TO_REPORT = 3
"""A server may be down for a day, or a week; an address that fails on this many different days has to be looked at."""


class UnreadableMemory(Exception):
    """The file is there and is no memory of ours; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Standing:
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
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole["version"] != VERSION:
            raise ValueError
        return {str(url): _standing(values) for url, values in whole["addresses"].items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UnreadableMemory(f"{path} cannot be read: {error.strerror}. Choose another --memory.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableMemory(
            f"{path} is no memory of external links. Delete it to start anew, or choose another --memory."
        ) from None


def save(path: Path, standings: Mapping[str, Standing]) -> None:
    """
    Write how addresses stand, whole or not at all; the folder is made where it is missing.

    Raises: OSError: It cannot be written.
    """
    addresses = {url: _values(standings[url]) for url in sorted(standings)}
    text = json.dumps({"version": VERSION, "addresses": addresses}, ensure_ascii=False, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(path)


def _values(standing: Standing) -> dict[str, object]:
    answer = standing.answer
    values = {
        "state": str(answer.state),
        "reason": answer.reason,
        "moved_to": answer.moved_to,
        "day": str(standing.day),
        "failed_on": [str(day) for day in standing.failed_on],
    }
    return {key: value for key, value in values.items() if value}


def _standing(values: Mapping[str, object]) -> Standing:
    days = values.get("failed_on", [])
    if not isinstance(days, list):
        raise TypeError
    answer = Answer(
        State(str(values["state"])), str(values.get("reason", "")), str(values.get("moved_to", ""))
    )
    return Standing(
        answer, date.fromisoformat(str(values["day"])), tuple(date.fromisoformat(day) for day in days)
    )
