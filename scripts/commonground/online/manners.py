"""How we behave when we ask other people's servers."""

from dataclasses import dataclass
from importlib.metadata import version

USER_AGENT = f"CommonGround/{version('commonground')} (external links)"
"""Who asks, in every request: the project, and nothing about whoever runs it."""


@dataclass(frozen=True, slots=True)
class Manners:
    """``delay``: seconds between two requests to one host. ``timeout``: seconds until an address is given up."""

    delay: float = 1.0
    timeout: float = 20.0
