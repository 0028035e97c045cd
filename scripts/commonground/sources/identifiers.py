"""The identifiers of a source: what a DOI, an ISBN, an ISSN, a PMCID, a PMID and a neutral citation look like."""

import re

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
PMCID = re.compile(r"PMC\d+")
PMID = re.compile(r"\d{1,8}")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dX]")
NEUTRAL_CITATION = re.compile(r"(?P<year>(?:1[89]|20)[0-9]{2}) (?P<court>[A-Z]{2,8}) (?P<number>[0-9]+)")
"""Year, court and number of a judgment: 2013 SCC 72."""

LIKE_NEUTRAL_CITATION = re.compile(r"\W*(?:1[89]|20)\d\d\W*[A-Za-z]{2,8}\W*\d+\W*")


def is_isbn(text: str) -> bool:
    """Tell whether an ISBN of 10 or 13 digits agrees with its check digit (ISO 2108)."""
    digits = text.replace("-", "").replace(" ", "")
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False


def is_issn(text: str) -> bool:
    """Tell whether an ISSN agrees with its check digit (ISO 3297)."""
    if not _ISSN.fullmatch(text):
        return False
    digits = text.replace("-", "")
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0
