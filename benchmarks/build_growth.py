"""
Builds the project with more and more pages, and the same articles with Material for MkDocs and mkdocs-static-i18n as they come.

    python -m benchmarks.build_growth 0 100 400

Of each build: processor time of all its processes, seconds, the most memory that all of them had together (Linux; looked at five
times a second, what they share counted once), and per page added. "Again" is a build after one article was edited. Copies the
project to a temporary folder and multiplies one article in each language.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parent.parent
SIZES = (0, 100, 200, 400)
ORIGINAL = "myths/is-selling-sex-illegal-in-canada.md"
PARTS = ("docs", "evidence", "language", "data", "overrides", "reviews", "commonground.toml", "mkdocs.yml")
STOCK = """
site_name: Common Ground
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: fr, name: Français}
markdown_extensions: [abbr, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.blocks.details, pymdownx.blocks.html]
"""


class Cost(Struct):
    """What a build took: processor time and seconds, megabytes of all its processes, and how many pages it made."""

    processor: float
    seconds: float
    memory: float
    pages: int


def project(folder: Path, copies: int) -> None:
    """Lay out the project with some more pages in each language, and what builds the same pages as they come."""
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
    (folder / "stock.yml").write_text(STOCK, encoding="utf-8")


def build(folder: Path, settings: str, *options: str) -> Cost:
    """Build once."""
    words = ["mkdocs", "build", "--quiet", "-f", settings, "--site-dir", f"{settings}-site", *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    start = time.perf_counter()
    process = os.posix_spawn(
        Path(sys.executable).parent / "mkdocs",
        words,
        environment,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    most = 0.0
    while True:
        most = max(most, sum(map(memory_of, family(process))))
        found, ended, used = os.wait4(process, os.WNOHANG)
        if found:
            break
        time.sleep(0.2)
    if ended:
        sys.exit(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(ended)}")
    pages = len(list((folder / f"{settings}-site").rglob("index.html")))
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, most, pages)


def family(process: int) -> Iterator[int]:
    """Yield a process and all that it has begun."""
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from family(int(child))


def memory_of(process: int) -> float:
    """Return the megabytes of a process, its share of what it has in common with others."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def tell(name: str, cost: Cost, first: Cost | None, copies: int) -> None:
    """Print a line."""
    added = f", {500 * (cost.processor - first.processor) / copies:.1f} ms per page added" if first else ""
    print(
        f"{copies:5} × 2  {name:8} {cost.pages:5} pages  {cost.processor:6.1f} s of processors  {cost.seconds:6.1f} s  "
        f"{cost.memory:4.0f} MB{added}",
        flush=True,
    )


def main() -> None:
    """Build each size and print a line for each build."""
    first: dict[str, Cost] = {}
    for copies in [int(word) for word in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            project(folder, copies)
            os.chdir(folder)
            costs = {"stock": build(folder, "stock.yml"), "ours": build(folder, "mkdocs.yml", "--strict")}
            page = folder / "docs/en" / ORIGINAL
            page.write_text(page.read_text("utf-8").replace("\n## ", "\nSee below.\n\n## ", 1), "utf-8")
            costs["again"] = build(folder, "mkdocs.yml")
            os.chdir(ROOT)
        for kind, cost in costs.items():
            tell(kind, cost, first.get(kind), copies)
            first.setdefault(kind, cost)


if __name__ == "__main__":
    main()
