"""How we behave when we ask other people's servers."""

import time
from importlib.metadata import version

from msgspec import Struct

USER_AGENT = f"CommonGround/{version('commonground')} (external links)"
"""Who asks, in every request: the project, and nothing about whoever runs it."""


class Manners(Struct, frozen=True):
    """
    How servers are asked.

    Attributes:
        delay: Seconds between two requests to one host.
        timeout: Seconds until an address is given up, redirects and all.
        end: When to ask nothing more, as ``time.monotonic`` counts.
        allowed: IP addresses that may be asked though they are no public ones: a test's own server.
    """

    delay: float = 1.0
    timeout: float = 20.0
    end: float = float("inf")
    allowed: tuple[str, ...] = ()

    def at_most(self, seconds: float) -> float:
        """Return so many seconds, or fewer where the end is nearer; 0 after it."""
        return max(0.0, min(seconds, self.end - time.monotonic()))
