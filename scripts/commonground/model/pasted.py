"""References as people paste them into a text, where a citation should stand: an address, a DOI, a name and a year."""

import re

ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"“”«»]+[^\s<>()\[\]\"“”«».,;:!?]")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>()\[\]\"“”«»]+[^\s<>()\[\]\"“”«».,;:!?]")
NAMED = re.compile(r"\((?P<names>(?=[^\W\d_a-z])[^()\d]{2,80}?),? (?P<year>(?:19|20)\d\d)[a-z]?\)")
"""(Martin & Hill, 2019), (Platt et al. 2018)."""


def is_pasted_in(text: str) -> bool:
    """Tell whether something in a text may be a reference of this kind."""
    return any(pattern.search(text) for pattern in (ADDRESS, DOI, NAMED))
