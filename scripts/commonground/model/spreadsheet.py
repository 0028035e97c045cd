"""
What a spreadsheet makes of a cell: a text that begins like a formula is computed, and may fetch or start something.

Source: OWASP, "CSV Injection", whose list of first characters this is.
"""

import re

_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?(?=[.,]?\d)(?:\d[\d \u00a0\u202f]*)?(?:[.,]\d+)?(?:[eE][+-]?\d+)? ?%?")


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may compute a cell; a number below zero is none."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def cell(value: object) -> str:
    """Return a value as a cell that is never computed: numbers as they are, such a text behind an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if is_formula(text) else text
