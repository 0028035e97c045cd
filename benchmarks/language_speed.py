"""
Times the word rules: the engine alone, then `commonground check --only 'language/*'` as a whole process.

    .venv/bin/python -m benchmarks.language_speed           1,000 files in the engine, 10,000 as a process
    .venv/bin/python -m benchmarks.language_speed 500 2000  other numbers

The files are those of benchmarks/articles.py; the half that quotes or names listed words cannot be passed over.
Seconds are those of the processor, of one core. Goals, cold: 5,000 files a second in the engine, 1,000 as a process, one
file in 0.25 s, 300 MB at 10,000 files.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import lay_out

from commonground.checks import registry
from commonground.matching.sieve import sieves
from commonground.read.clock import today
from commonground.read.corpus import read_corpus

ONLY = "language/*"
COMMAND = str(Path(sys.executable).parent / "commonground")


def engine(count: int) -> None:
    """Time reading and matching within this process, which has started already: all files, then those that hold nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = lay_out(folder, count)
        print(f"engine, {count} files of {size / count / 1000:.1f} kB: {_timed(folder)}")
        for article in read_corpus(folder, today(), sieves=sieves).articles:
            # A page that holds nothing is known to be there, and no more.
            if article.body:
                (folder / article.path).unlink()
        print(f"engine, those that hold no listed word: {_timed(folder)}")


def _timed(folder: Path) -> str:
    start = time.process_time()
    corpus = read_corpus(folder, today(), sieves=sieves)
    middle = time.process_time()
    report = registry.run(corpus, families=("language",))
    end = time.process_time()
    count = len(corpus.articles)
    return (
        f"{count / (end - start):,.0f} files/s ({count} files: read {middle - start:.2f} s, "
        f"matched {end - middle:.2f} s), {len(report.problems)} problems"
    )


def process(count: int) -> None:
    """Time the command on many files, then on one of them, each in a process of its own."""
    command = [COMMAND, "check", "--only", ONLY, "--root"]
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
