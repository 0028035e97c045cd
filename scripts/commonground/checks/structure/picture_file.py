"""Every picture is a file that lies beside the pages."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, listed, texts_of
from commonground.model.address import target_path
from commonground.model.article import PICTURES
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.url import WEB, split_address

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each picture of another server, and each that is no picture."""
    for path, link in corpus.links():
        if link.is_image and (fault := _fault(path, link.target)):
            yield _problem(path, link.span, fault)


def _fault(path: str, target: str) -> Message | None:
    parts = split_address(target)
    if parts is None or parts.scheme not in ("", *WEB):
        return None  # links/broken-address or structure/unsafe-html tells it
    if not parts.is_relative:
        return _text("elsewhere", target=target)
    if not target_path(path, target).lower().endswith(PICTURES):
        return _text("no-picture", target=target, endings=listed(PICTURES))
    return None
