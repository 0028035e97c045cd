"""Jobs done at once yield what they yield one after the other."""

import os
import subprocess
import sys

import pytest

from commonground.files.processors import on_all_processors

PROGRAM = """
from functools import partial
from commonground.files.processors import on_all_processors
import os, sys

def job(number):
    if number == int(sys.argv[1]):
        if sys.argv[2:]:
            os._exit(1)
        raise ValueError(f"job {number}")
    return number, on_all_processors([partial(pow, number, 2), partial(pow, number, 3)]), os.getpid()

done = on_all_processors([partial(job, number) for number in range(100)])
print([(number, powers) for number, powers, _ in done] == [(n, [n**2, n**3]) for n in range(100)])
print(os.getpid() in {process for _, _, process in done})
"""


def run(failing: int, *more: str) -> subprocess.CompletedProcess[str]:
    """Run 100 jobs in a process without other threads, which a test runner has."""
    command = [sys.executable, "-c", PROGRAM, str(failing), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere jobs are done one after the other")
def test_jobs_are_done_by_other_processes_and_told_in_order():
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one processor")
    assert run(-1).stdout.split() == ["True", "False"]


def test_what_a_job_raises_is_raised():
    done = run(57)
    assert done.returncode
    assert done.stderr.strip().endswith("ValueError: job 57")


def test_where_a_process_dies_the_others_do_not_wait_for_it():
    done = run(57, "dies")
    assert done.returncode
    assert not done.stdout


def test_no_job_is_no_work():
    assert on_all_processors([]) == []


def test_one_job_is_done_here():
    assert on_all_processors([lambda: 7]) == [7]
