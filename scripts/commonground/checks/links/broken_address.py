"""Every address outside the site can be read by a browser."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.url import WEB, split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[\w.:-]*")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each link and picture whose address is none."""
    for path, link in corpus.links():
        if message := _fault(link.target):
            yield _problem(path, link.span, message)


def _fault(target: str) -> Message | None:
    parts = split_address(target)
    if parts is None:
        return _text("unreadable", target=target)
    if not parts.host and (parts.scheme in WEB or target.startswith("//")):
        return _text("no-server", target=target)
    if not _HOST.fullmatch(parts.host):
        return _text("bad-name", target=target)
    return _text("percent", target=target) if _BARE_PERCENT.search(target) else None
