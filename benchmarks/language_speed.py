"""
Times the word rules: the engine alone, then `commonground check --only 'language/*'` as a whole process.

    .venv/bin/python benchmarks/language_speed.py           1,000 files in the engine, 10,000 as a process
    .venv/bin/python benchmarks/language_speed.py 500 2000  other numbers

The files are English articles of 6.7 kB, cut from this project's own, each different; one in five has three listed words
added. About half of them quote or name listed words, as pages on this subject do, and so cannot be passed over.
Seconds are those of the processor, of one core. Goals, cold: 5,000 files a second in the engine, 1,000 as a process, one
file in 0.25 s, 300 MB at 10,000 files.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from commonground.checks import registry
from commonground.checks.language.sieve import sieves
from commonground.read.clock import today
from commonground.read.corpus import read_corpus

ROOT = Path(__file__).parent.parent
SIZE = 6_700
FRONT = '---\ntitle: "Article {number}"\ntype: page\ndescription: "Made for a benchmark."\nreviewed: 2026-11-22\n---\n\n'
LISTED = "Two prostitutes and a former addict spoke, and the johns left.\n\n"
ONLY = "language/*"


def articles() -> Iterator[str]:
    """Yield articles of the size, again and again, cut at paragraphs from the project's own."""
    pages = sorted((ROOT / "docs/en").rglob("*.md"))
    bodies = [page.read_text(encoding="utf-8").split("---\n", 2)[2] for page in pages]
    paragraphs = cycle("\n\n".join(bodies).split("\n\n"))
    for number in range(sys.maxsize):
        text = LISTED if number % 5 == 0 else ""
        while len(text.encode()) < SIZE - 300:
            text += f"{next(paragraphs)}\n\n"
        yield FRONT.format(number=number) + text


def lay_out(folder: Path, count: int) -> int:
    """Write a project of some articles; return its size in bytes."""
    (folder / "language").mkdir()
    rules = (ROOT / "language/en.yaml").read_bytes()
    (folder / "language/en.yaml").write_bytes(rules)
    pages = folder / "docs/en/pages"
    pages.mkdir(parents=True)
    size = 0
    for number, text in enumerate(islice(articles(), count)):
        size += (pages / f"{number:05}.md").write_text(text, encoding="utf-8")
    return size


def engine(count: int) -> None:
    """Time reading and matching within this process, which has started already."""
    with tempfile.TemporaryDirectory() as name:
        size = lay_out(Path(name), count)
        start = time.process_time()
        corpus = read_corpus(Path(name), today(), sieves=sieves)
        middle = time.process_time()
        report = registry.run(corpus, families=("language",))
        end = time.process_time()
    print(
        f"engine: {count} files of {size / count / 1000:.1f} kB: {count / (end - start):,.0f} files/s "
        f"(read {middle - start:.2f} s, matched {end - middle:.2f} s), {len(report.problems)} problems"
    )


def process(count: int) -> None:
    """Time the command on many files, then on one of them, each in a process of its own."""
    command = [str(Path(sys.executable).parent / "commonground"), "check", "--only", ONLY, "--root"]
    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name), count)
        seconds = run([*command, name])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(f"process: {count} files: {count / seconds:,.0f} files/s ({seconds:.2f} s, {peak:.0f} MB)")
        one = min(run([*command, name, f"{name}/docs/en/pages/00000.md"]) for _ in range(5))
        print(f"one file: {one:.2f} s (least of 5)")


def run(words: list[str]) -> float:
    """Run a command; return the seconds of processor time that it took: what else the machine does costs it nothing."""
    # A machine that people work on keeps compiled modules.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, env=env, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Time both."""
    counts = [int(word) for word in sys.argv[1:]] or [1_000, 10_000]
    engine(counts[0])
    process(counts[-1])


if __name__ == "__main__":
    main()
