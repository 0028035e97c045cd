"""Which day it is: the one thing besides files that is read from outside."""

import os
from datetime import UTC, date, datetime


class WrongClock(Exception):
    """SOURCE_DATE_EPOCH is set, but is no number of seconds."""


def today() -> date:
    """
    Return the day to count from: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated, else today.

    Raises: WrongClock: SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongClock(
            f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds, or not set at all."
        ) from None
