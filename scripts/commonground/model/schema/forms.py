"""The forms that values of our files have: days, addresses, ids."""

from datetime import date

from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.schema import report
from commonground.model.schema.shapes import Kind, TextShape
from commonground.model.url import is_web_address

_text = texts_of(__name__)
_NOT_IN_ADDRESSES = r"\s<>\"\\^`{|}"
"""What an address writes as a code (RFC 3986); left as it is, it would end the link around it."""


def is_iso_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, such as 2026-11-22."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_partial_day(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar."""
    return is_iso_day(f"{text}-01-01"[:10])


TEXT = TextShape()
STRING = Kind((str,), report.TEXT)
"""A text that may be empty."""
FLAG = Kind((bool,), report.FLAG)
NUMBER = Kind((int, float), report.NUMBER)
WHOLE = Kind((int,), _text("whole-number"))
DAY = Kind((date,), _text("date-such"))
ISO_DAY = TextShape(_text("date-such"), fits=is_iso_day, format="date")
"""A day where dates are texts, as in JSON."""
PARTIAL_DAY = TextShape(_text("partial-day"), r"[0-9]{4}(?:-[0-9]{2}){0,2}", is_partial_day)
WRITTEN = Kind((str, int, float, date), _text("text-or-number"))
"""A value kept as it is written: ``volume: 12`` is the text "12"."""
ADDRESS = TextShape(_text("address"), rf"[Hh][Tt][Tt][Pp][Ss]?://[^{_NOT_IN_ADDRESSES}]+", is_web_address)
EMAIL = TextShape(_text("email"), r"[^\s@<>()\[\]\"\\]+@[^\s@<>()\[\]\"\\]+")
PROVISION_ID = TextShape(_text("provision-id"), r"[a-z0-9][a-z0-9.-]*")
SOURCE_ID = TextShape(_text("source-id"), marks.SOURCE_ID)
SLUG = TextShape(_text("slug"), marks.FINDING_ID)
FINDING_KEY = TextShape(_text("finding-key"), rf"{marks.SOURCE_ID}#{marks.FINDING_ID}")
