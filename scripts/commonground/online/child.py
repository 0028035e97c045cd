"""
Runs linkcheckmd on one file, in a process of its own: it raises on a redirect loop and leaves nothing behind.

    python -m commonground.online.child FILE DOMAIN DELAY TIMEOUT [ADDRESS ...]

prints a JSON object: what it said of each address that it saw, "ok", a status or "no answer". An address that is not
there was not seen, or was given up without a word. ADDRESS: an IP address that may be asked though it is no public one.
"""

import contextlib
import io
import json
import logging
import re
import sys
import time
from pathlib import Path

import aiohttp
import linkcheckmd
import linkcheckmd.coro

from commonground.online.connection import public_connector
from commonground.online.manners import USER_AGENT, Manners

_GOOD = re.compile(r"OK: (\S+)\s*")
_BAD = re.compile(r"\('[^']*', '([^']*)', (\d+)?")


class _Good(logging.Handler):
    """Hears of good addresses, which linkcheckmd logs."""

    def __init__(self, words: dict[str, str], delay: float) -> None:
        super().__init__(logging.INFO)
        self._words = words
        self._delay = delay

    def emit(self, record: logging.LogRecord) -> None:
        if found := _GOOD.fullmatch(record.getMessage()):
            self._words[found[1]] = "ok"
            time.sleep(self._delay)  # linkcheckmd asks one address right after the other


def run(file: Path, domain: str, manners: Manners) -> None:
    """Print what linkcheckmd says; what it said before an exception is printed all the same."""
    words: dict[str, str] = {}
    log = logging.getLogger()
    log.setLevel(logging.INFO)
    log.addHandler(_Good(words, manners.delay))
    linkcheckmd.coro.TIMEOUT = manners.timeout
    session = aiohttp.ClientSession
    aiohttp.ClientSession = lambda **options: session(connector=public_connector(manners), **options)  # type: ignore[misc, assignment]  # a function in place of a class
    bad = (
        io.StringIO()
    )  # it prints bad addresses one by one; the list that it returns is lost in an exception
    try:
        with contextlib.redirect_stdout(bad):
            linkcheckmd.check_links(file, domain, ext=".md", hdr={"User-Agent": USER_AGENT})
    finally:
        words |= {url: status or "no answer" for url, status in _BAD.findall(bad.getvalue())}
        print(json.dumps(words))


if __name__ == "__main__":
    run(
        Path(sys.argv[1]),
        sys.argv[2],
        Manners(float(sys.argv[3]), float(sys.argv[4]), allowed=tuple(sys.argv[5:])),
    )
