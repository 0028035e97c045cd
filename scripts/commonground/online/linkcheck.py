"""
linkcheckmd 1.4.0, given what it can see: one Markdown file for each host, each in a child process.

It sees an address only in ``(…)``, made of a few characters, on a host whose name it is told; it gives no sign of an
address that timed out, and raises on a redirect loop. So what it says is kept address by address, and silence is silence.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from commonground.model.url import host_of, split_address
from commonground.online.manners import Manners

_UNSEEN = re.compile(r"[^=a-zA-Z0-9_/?&%+#.\-]")
_START_SECONDS = 30


def words(urls: Sequence[str], manners: Manners) -> dict[str, str]:
    """
    Return what linkcheckmd says of addresses of one host: "ok", a status, "no answer"; none where it says nothing.

    Where it fails, the addresses that it left out are given to it once more, each alone.
    """
    said, failed = _run(urls, manners)
    if failed and len(urls) > 1:
        for url in urls:
            if url not in said:
                said |= _run([url], manners)[0]
    return said


def _run(urls: Sequence[str], manners: Manners) -> tuple[dict[str, str], bool]:
    """Return what one child said, and whether it failed; nothing where no time is left."""
    seconds = manners.at_most(_START_SECONDS + len(urls) * (manners.delay + manners.timeout))
    if not seconds:
        return {}, False
    spelled = {_spelled(url): url for url in urls}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "links.md"
        file.write_text("".join(f"- ({spelling})\n" for spelling in spelled), encoding="ascii")
        domain = re.escape(host_of(urls[0]))
        command = [sys.executable, "-P", "-m", f"{__package__}.child", str(file), domain]
        command += [str(manners.delay), str(manners.timeout), *manners.allowed]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
            said = json.loads(done.stdout)
        except (subprocess.TimeoutExpired, ValueError):
            return {}, True
    return {spelled[spelling]: word for spelling, word in said.items() if spelling in spelled}, bool(
        done.returncode
    )


def _spelled(url: str) -> str:
    """Return the same address without the characters at which linkcheckmd stops reading."""
    parts = split_address(url)
    start = f"{parts.scheme}://{parts.netloc}" if parts else ""
    return start + _UNSEEN.sub(lambda match: f"%{ord(match[0]):02X}", url.removeprefix(start))
