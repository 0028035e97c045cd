"""Which day it is: the one thing besides files that is read from outside."""

import os
from datetime import UTC, date, datetime

from commonground.files.reading import visible
from commonground.languages.message import texts_of
from commonground.languages.terminal import Spoken

_text = texts_of(__name__)

_YEARS = (1970, 9000)


class WrongClock(Spoken):
    """SOURCE_DATE_EPOCH is set, but is no number of seconds since 1970."""


def today() -> date:
    """
    Return the day to count from: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated, else today.

    Raises: WrongClock: SOURCE_DATE_EPOCH is no number of seconds since 1970.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        day = datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        day = date.min
    if not _YEARS[0] <= day.year <= _YEARS[1]:  # beyond them no year can be added or taken away
        raise WrongClock(_text("epoch", value=visible(epoch[:30])))
    return day
