"""
Times word checkers on the same articles, each as a whole process, cold, on one core.

    .venv/bin/python -m benchmarks.comparison.speed TOOLS                   1,000 articles, 5 runs of each
    .venv/bin/python -m benchmarks.comparison.speed TOOLS 10000 --runs 1    other numbers
    .venv/bin/python -m benchmarks.comparison.speed TOOLS 10000 --only commonground --only codespell

TOOLS is the folder in which benchmarks/README.md installs the other programs. They take turns, so that a machine whose
speed drifts is as slow for one as for another. Seconds are those of the processor; the operating system counts them, and
the peak of memory, for each finished process. The articles have just been written and are read from the system's cache.
Linux only.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.articles import lay_out
from benchmarks.comparison.tools import Tool, prepare, tools
from msgspec import Struct

# alex asks a registry for news of itself unless told not to; modules stay compiled, as on a machine people work on.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "NO_UPDATE_NOTIFIER": "1"
}


class Run(Struct, frozen=True):
    """One process: seconds of one core, user and system together, and its peak memory in MB."""

    seconds: float
    megabytes: float


def once(tool: Tool, folder: Path) -> Run:
    """
    Run a tool once on a folder, held to the first core that this process may use.

    Raises: SystemExit: The tool did not run to its end.
    """
    core = str(min(os.sched_getaffinity(0)))
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            ["taskset", "-c", core, *tool.command],
            cwd=folder,
            env=ENV,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if not ran(tool, process.returncode):
            complaints.seek(0)
            sys.exit(f"{tool.name} ended with {process.returncode}: {complaints.read().decode()[-2000:]}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def ran(tool: Tool, code: int) -> bool:
    """Tell whether an exit code is that of a tool which read everything; codespell counts what it found."""
    return code in (0, 1) or (tool.name == "codespell" and 0 < code < 126)


def row(tool: Tool, count: int, runs: Sequence[Run]) -> str:
    """Return a row of the table: files a second from the slowest run to the fastest, and memory of the largest."""
    rates = [count / run.seconds for run in runs]
    shown = [
        f"{rate:,.{1 if rate < 10 else 0}f}" for rate in (min(rates), statistics.median(rates), max(rates))
    ]
    peak = max(run.megabytes for run in runs)
    return f"| {tool.name} | {' | '.join(shown)} | {peak:,.0f} |"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Times word checkers on the same articles.")
    parser.add_argument("tools", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=1_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="append", help="a tool's name; may be repeated")
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    chosen = arguments()
    compared = [tool for tool in tools(chosen.tools) if chosen.only is None or tool.name in chosen.only]
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), chosen.tools)
        size = lay_out(Path(name), chosen.count)
        runs: dict[str, list[Run]] = {tool.name: [] for tool in compared}
        for _ in range(chosen.runs):
            for tool in compared:
                runs[tool.name].append(once(tool, Path(name)))
    print(
        f"{chosen.count:,} articles of {size / chosen.count / 1000:.1f} kB, {chosen.runs} runs of each, one core\n"
    )
    print("| files/s, MB | least | median | most | peak memory |\n| --- | --- | --- | --- | --- |")
    print("\n".join(row(tool, chosen.count, runs[tool.name]) for tool in compared))


if __name__ == "__main__":
    main()
