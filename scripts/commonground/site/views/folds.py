"""Long sections of a page, folded on a narrow screen under the headings of their parts."""

import re

_MOST_OPEN = 1900
"""Characters of a part that is open on a narrow screen: less than two screens."""

_MANY = 3
"""Parts from which on a section that stands open elsewhere is folded."""

_TAG = re.compile(r"<[^>]+>")
_PART = re.compile(r"(?=<h3\b)")


def folded(section: str) -> str:
    """Return a section with a fold for each of its headings of the third level; the first, where short, is open."""
    lead, *parts = _PART.split(section)
    folds = []
    for number, part in enumerate(parts):
        heading, _, text = part.partition("</h3>")
        state = "" if number or len(_TAG.sub("", text)) > _MOST_OPEN else " open"
        folds.append(
            f'<details class="part narrow-fold"{state}><summary>{heading}</h3></summary>{text}</details>'
        )
    return lead + "".join(folds)


def folded_where_many(section: str) -> str:
    """Return a section with folds where it has many parts, else as it is."""
    return folded(section) if len(_PART.findall(section)) >= _MANY else section
