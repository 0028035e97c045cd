"""The years that a text names."""

import re
from functools import cache

_YEAR = r"(?<![\d.,])(?:1[89]|20)\d\d(?!\d)"
_SHORT = r"\d\d(?!\d|[.,]\d|\s?%)"
_DASHED = rf"{_YEAR}\s?[-–‑/]\s?(?:{_YEAR}|{_SHORT})"
_GAP = "…"
"""Stands for a year in the form of a span."""


def years(text: str, forms: tuple[str, ...] = ()) -> set[int]:
    """
    Return every year that a text names, by itself or within a span.

    Args: forms: Those of spans in its language, ``…`` for a year: two are the ends ("between … and …"), one a decade ("the …s").
    """
    found = {int(year) for year in re.findall(_YEAR, text)}
    for match in _spans(forms).finditer(text.lower()) if found or forms else ():
        first, *last = map(int, re.findall(r"\d+", match.group()))
        start = first if first > 99 else 1900 + first
        end = last[0] if last else start + 9
        found.update(range(start, (end if end > 99 else start // 100 * 100 + end) + 1))
    return found


@cache
def _spans(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a span of years."""
    return re.compile("|".join([_DASHED, *map(_form, forms)]))


def _form(form: str) -> str:
    decade = r"(?:1[89]|20)?\d0(?!\d)"
    words = re.escape(form.lower()).replace(r"\ ", r"\s")
    return rf"(?<!\w){words.replace(_GAP, _YEAR if form.count(_GAP) > 1 else decade)}(?!\w)"
