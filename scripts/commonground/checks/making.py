"""What checks share: how a problem is made, and how near misses are named."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from commonground.languages.message import Message
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

Maker = Callable[..., Problem]


def maker(module: str, level: Level) -> Maker:
    """Return a function ``(path, span, message, suggestions=())`` that makes problems of the check in ``module``."""
    family, name = module.split(".")[-2:]
    rule = f"{family}/{name}".replace("_", "-")

    def make(path: str, span: Span, message: Message, suggestions: tuple[str, ...] = ()) -> Problem:
        return Problem(path, span, rule, level, message, suggestions)

    return make


def nearest(written: str, known: Iterable[str]) -> str:
    """Return the known name that comes close to one that was written, "" where none does."""
    return next(iter(get_close_matches(written, list(known), 1, 0.6)), "")
