"""
Times `commonground check`: the whole project, as it is read for the first time and as it is when all was read before, and one file,
as an author's save would run it.

    .venv/bin/python -m benchmarks.check_speed

Prints the fewest, middle and most seconds of several runs of the whole process, of one core: what else the machine does
costs it little. Goals: 3 s and 0.45 s, rendering included.
"""

import os
import statistics
from pathlib import Path

from benchmarks.language_speed import COMMAND, run

ROOT = Path(__file__).parent.parent
ONE = "docs/en/myths/is-selling-sex-illegal-in-canada.md"
RUNS = 7


def main() -> None:
    """Time both and print a line each."""
    os.chdir(ROOT)
    for name, words, ci in (
        ("whole project, first time", ["check"], "true"),  # a server keeps nothing
        ("whole project", ["check"], ""),
        ("one file", ["check", ONE], ""),
    ):
        os.environ["CI"] = ci
        run([COMMAND, *words])
        times = [run([COMMAND, *words]) for _ in range(RUNS)]
        print(
            f"{name}: {min(times):.2f} / {statistics.median(times):.2f} / {max(times):.2f} s (min / median / max of {RUNS})"
        )


if __name__ == "__main__":
    main()
