"""
Every picture is a file that lies beside the pages.

Why: A picture of another server tells that server who reads the page, changes or vanishes without us, and is not shown.

Fix: Put the file beside the page, where its licence allows it, and name it: `![Two people at a table](table.png)`.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.address import target_path
from commonground.model.article import PICTURES
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.url import WEB, split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each picture of another server, and each that is no picture."""
    for path, link in corpus.links():
        if link.is_image and (fault := _fault(path, link.target)):
            yield _problem(path, link.span, fault)


def _fault(path: str, target: str) -> str:
    parts = split_address(target)
    if parts is None or parts.scheme not in ("", *WEB):
        return ""  # links/broken-address or structure/unsafe-html tells it
    if not parts.is_relative:
        return f'the picture "{target}" is not on this site. Put the file beside the page, where its licence allows it.'
    if not target_path(path, target).lower().endswith(PICTURES):
        return f'"{target}" is no picture: a picture ends in {", ".join(PICTURES)}. To link the file, leave out the "!".'
    return ""
