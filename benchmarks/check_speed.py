"""
Times `commonground check`: the whole project, cold, and one file, as an author's save would run it.

Prints the fewest, middle and most seconds of several runs of the whole process. Goals: 1.5 s and 0.25 s.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).parent / "commonground"
ONE = "docs/en/myths/is-selling-sex-illegal-in-canada.md"
RUNS = 7


def seconds(*words: str) -> float:
    """Run the command once; return its wall time."""
    # A machine that people work on keeps compiled modules.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run([COMMAND, *words], cwd=ROOT, env=env, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    """Time both and print a line each."""
    for name, words in (("whole project", ["check"]), ("one file", ["check", ONE])):
        times = [seconds(*words) for _ in range(RUNS)]
        print(
            f"{name}: {min(times):.2f} / {statistics.median(times):.2f} / {max(times):.2f} s (min / median / max of {RUNS})"
        )


if __name__ == "__main__":
    main()
