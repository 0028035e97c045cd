"""How often Python looks for garbage in cycles while a corpus is in memory."""

import atexit
import gc

_YOUNG = 1_000_000
"""New objects after which it looks; 700 by default."""


def collect_rarely() -> None:
    """
    Let a command or a build look for cycles rarely.

    A corpus lives as long as the process does, and looking through it again and again takes a fifth of a check's time;
    nor need Python look through it once more when it ends.
    """
    gc.set_threshold(_YOUNG)
    atexit.register(gc.freeze)
