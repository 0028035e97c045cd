"""
How the texts of a language are set: ``languages/<code>/typography.toml``, and CLDR for what is not in it.

Babel holds CLDR. It is imported when a date, a number or a plural is first asked for: checks do without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import Table, as_list, needs_parts, pairs, refuse
from commonground.languages.words import is_words

_text = texts_of(__name__)

if TYPE_CHECKING:
    from babel.core import Locale

_DATES = ("day", "first_day", "month")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-\d{3})?")
_NO_BREAK = {" ": "\u00a0", "\u202f": "\u00a0"}
"""The typeface has no narrow no-break space."""

_SIGN = re.compile(r"(?<=\d),(?=\d{3})|(?<=\d)\.(?=\d)")
"""Between groups of digits, and before decimals, as records write them."""

_PERCENT = re.compile(r"\s?%")
_DOLLARS = re.compile(r"\$[\d,.]+")


class Typography(Struct, frozen=True):
    """
    How texts of one language are set.

    Attributes:
        locale: Its locale in CLDR: ``fr-CA``.
        quotes: The marks around a quotation, with their spaces.
        colon: The mark after a label, with the space before it.
        dates: Forms of dates that are not CLDR's, by ``day``, ``first_day`` (of a month) and ``month``.
    """

    locale: str
    quotes: tuple[str, str] = ("", "")
    colon: str = ":"
    dates: Mapping[str, str] = field(default_factory=dict)

    def day(self, when: date) -> str:
        """Return a date in words: 22 November 2026, 1er janvier 2026."""
        from babel.dates import format_date

        form = self.dates.get("day", "long")
        return format_date(when, self.dates.get("first_day", form) if when.day == 1 else form, self._cldr)

    def month(self, year: int, month: int) -> str:
        """Return a month in words: November 2026."""
        from babel.dates import format_date, format_skeleton

        when = date(year, month, 1)
        if form := self.dates.get("month"):
            return format_date(when, form, self._cldr)
        return format_skeleton("yMMMM", when, locale=self._cldr)

    def plural(self, number: int) -> str:
        """Return the CLDR plural form of a count: ``one``, ``other`` …"""
        return self._cldr.plural_form(number)

    @property
    def thousands(self) -> str:
        """The mark between groups of three digits."""
        return self._sign("group")

    @property
    def decimal(self) -> str:
        """The mark before decimals."""
        return self._sign("decimal")

    def percent(self, number: str) -> str:
        """Return a number, as written in this language, with the sign of per cent."""
        return _unbroken(self._cldr.percent_formats[None].pattern).replace("#,##0", number)

    def number(self, written: str) -> str:
        """Return a figure as English records have it, as this language writes it: ``31.0%`` is ``31,0 %``; words stay."""
        if not any(c.isdigit() for c in written):
            return written
        text = _SIGN.sub(lambda found: self.thousands if found[0] == "," else self.decimal, written)
        if _DOLLARS.fullmatch(written):
            pattern = _unbroken(self._cldr.currency_formats["standard"].pattern)
            text = pattern.replace("#,##0.00", text[1:]).replace("¤", "$")
        return _PERCENT.sub(lambda _: self.percent(""), text)

    def quote(self, text: str) -> str:
        """Return a text in quotation marks."""
        return text.join(self.quotes)

    @property
    def _cldr(self) -> Locale:
        return _locale(self.locale)

    def _sign(self, name: str) -> str:
        return _unbroken(self._cldr.number_symbols["latn"][name])


@cache
def _locale(tag: str) -> Locale:
    from babel.core import Locale

    return Locale.parse(tag, sep="-")


def _unbroken(text: str) -> str:
    return "".join(_NO_BREAK.get(c, c) for c in text)


def typography_of(path: str, table: Table) -> Typography:
    """
    Return what a table says.

    Raises: BrokenOwnFile: Something in it is not what belongs there; the message names ``path``.
    """
    refuse(_faults(path, table))
    before, after = (str(mark) for mark in as_list(table.get("quotes")))
    dates = table.get("dates")
    return Typography(
        locale=str(table["locale"]),
        quotes=(before, after),
        colon=str(table.get("colon", ":")),
        dates=pairs(dates),
    )


def _faults(path: str, table: Table) -> Iterator[Message]:
    locale, quotes, dates = table.get("locale"), table.get("quotes"), table.get("dates", {})
    if not isinstance(locale, str) or not _TAG.fullmatch(locale):
        yield _text("locale", path=path)
    if not is_words(quotes) or len(as_list(quotes)) != 2:
        yield _text("quotes", path=path)
    if not isinstance(table.get("colon", ":"), str):
        yield _text("colon", path=path)
    if not isinstance(dates, dict) or not all(k in _DATES and isinstance(v, str) for k, v in dates.items()):
        yield needs_parts(path, "[dates]", _DATES)
