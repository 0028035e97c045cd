"""
The files that the program alone writes into a project: kept figures, the review lock.

Each is sorted, one entry a line where it can be, so that two people's changes seldom meet in one line.
"""

import json
from collections.abc import Iterable

from commonground.model.quoted import SEAL, Quoted
from commonground.read.reviews import Reviews


def quoted_lock(quoted: Iterable[Quoted]) -> bytes:
    """Return ``evidence/quoted.lock``: each kept figure with its seal."""
    ordered = sorted(quoted, key=lambda one: (one.finding, one.kept, one.digest))
    lines = (json.dumps(one.line | {SEAL: one.seal}, ensure_ascii=False) for one in ordered)
    return "".join(f"{line}\n" for line in lines).encode()


def reviewed_lock(reviews: Reviews) -> bytes:
    """Return ``evidence/reviewed.lock``: a line a page and finding."""
    lines = (f"{page} {key} {digest}\n" for (page, key), digest in sorted(reviews.items()))
    return "".join(lines).encode()
