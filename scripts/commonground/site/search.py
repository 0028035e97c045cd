"""The search index: Pagefind reads the built pages and writes one index a language."""

import json
import subprocess
import sys
from pathlib import Path

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own panels: ours is in overrides/assets/js/search.js."""


class SearchError(Exception):
    """The index could not be made; the message says why and what to do next."""


def write_search_index(site: Path) -> None:
    """
    Write ``pagefind/`` into a built site.

    Raises: SearchError: Pagefind is missing or failed.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SearchError(
            f"the search index could not be made; Pagefind says: {said[-1] if said else 'nothing'}. "
            "Run `make site`, which installs it, or install the package pagefind[bin]."
        )
    folder = site / "pagefind"
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    # Pagefind writes the languages in any order; two builds of one site must be the same bytes.
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_bytes()), sort_keys=True), encoding="utf-8")
