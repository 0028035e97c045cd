"""The site that a benchmark measures."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.built import build


@contextmanager
def measured_site() -> Iterator[Path]:
    """Give the folder of the site that the command line names, or of a fresh one that is gone afterwards."""
    if len(sys.argv) > 1:
        yield Path(sys.argv[1]).resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "site")
        yield Path(folder) / "site"
