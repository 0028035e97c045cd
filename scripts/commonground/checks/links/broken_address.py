"""
Every address outside the site can be read by a browser.

Why: A bracket, a port or a name that no server can have leads nowhere, and the reader is left with an error page.

Fix: Copy the address again from the page that it leads to; a placeholder such as `[your-site]` is no address.
"""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.url import WEB, split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[\w.:-]*")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each link and picture whose address is none."""
    for path, link in corpus.links():
        if fault := _fault(link.target):
            message = f'"{link.target}" {fault} Copy the address again from the page that it leads to.'
            yield _problem(path, link.span, message)


def _fault(target: str) -> str:
    parts = split_address(target)
    if parts is None:
        return "is no address: its server cannot be read."
    if not parts.host and (parts.scheme in WEB or target.startswith("//")):
        return "names no server."
    if not _HOST.fullmatch(parts.host):
        return "is no address: its server cannot be called so."
    if _BARE_PERCENT.search(target):
        return "has a % that stands for no character; the sign itself is %25."
    return ""
