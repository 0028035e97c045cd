"""
Times the site build as the number of pages grows, to show that it does not grow with their square.

Copies the project to a temporary folder, multiplies one article, builds, and prints seconds per page added.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIES = (0, 100, 200, 400)
ORIGINAL = "myths/is-selling-sex-illegal-in-canada.md"
PARTS = ("docs", "evidence", "language", "data", "overrides", "reviews", "commonground.toml", "mkdocs.yml")


def project(folder: Path, copies: int) -> None:
    """Lay out the project with some more pages in each language."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        elif source.exists():
            shutil.copy(source, folder / part)
    for language in ("en", "fr"):
        page = folder / "docs" / language / ORIGINAL
        for number in range(copies):
            shutil.copy(page, page.with_name(f"copy-{number}.md"))


def build(folder: Path) -> float:
    """Build once; return the seconds."""
    start = time.perf_counter()
    mkdocs = Path(sys.executable).parent / "mkdocs"
    done = subprocess.run(
        [mkdocs, "build", "--strict", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    """Build each size and print a line each."""
    first = 0.0
    for copies in COPIES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            project(folder, copies)
            seconds = build(folder)
            pages = len(list((folder / "site").rglob("index.html")))
        first = first or seconds
        added = f", {1000 * (seconds - first) / (2 * copies):.1f} ms per page added" if copies else ""
        print(f"{pages} pages: {seconds:.1f} s{added}", flush=True)


if __name__ == "__main__":
    main()
