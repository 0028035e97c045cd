"""What an address answered."""

from enum import StrEnum
from http import HTTPStatus

from msgspec import Struct

from commonground.languages.message import Message, texts_of

_text = texts_of(__name__)

BLOCKED = frozenset((401, 403, 407, 429, 451, 999))
"""The server is there and keeps programs (or us) out; 999 is what some sites made up for that."""

GONE = frozenset((404, 410))


class State(StrEnum):
    """Where an external address stands; ``unknown``: nobody could tell, or answers differ."""

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"

    @property
    def is_failure(self) -> bool:
        """Tell whether a reader who follows the link gets nothing."""
        return self in (State.GONE, State.UNREACHABLE)


class Answer(Struct, frozen=True):
    """A state, its reason where there is one to tell, and the new address of what has moved for good."""

    state: State
    reason: Message | None = None
    moved_to: str = ""


def answer_to(status: int, moved_to: str = "") -> Answer:
    """
    Return what a final HTTP status means.

    Args: moved_to: Where permanent redirects led first, "" where there were none.
    Source: RFC 9110, section 15.
    """
    reason = _text("status", status=_named(status))
    if 200 <= status < 300:
        return Answer(State.MOVED, None, moved_to) if moved_to else Answer(State.OK)
    if status in GONE:
        return Answer(State.GONE, reason)
    if status in BLOCKED:
        return Answer(State.BLOCKED, reason)
    if status >= 500 or status == HTTPStatus.REQUEST_TIMEOUT:
        return Answer(State.UNREACHABLE, reason)
    return Answer(State.UNKNOWN, reason)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
