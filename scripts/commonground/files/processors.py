"""Work in parts that need nothing of each other, done by all processors at once."""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_jobs: Sequence[Callable[[], object]] = ()
"""Inherited by the processes that do them: a closure cannot be sent to another process, only its number."""


def on_all_processors(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """
    Do each job and return what came of them, in order.

    A job sees everything as it was when this was called; what it changes is lost, but for what it returns. One after the
    other where processes cannot be copied: elsewhere than on Linux, within a job, and beside other threads, whose locks
    would be copied as they are.

    Raises: What a job raises.
    """
    global _jobs
    processors = min(len(os.sched_getaffinity(0)), len(jobs)) if sys.platform == "linux" else 1
    if processors < 2 or _jobs or threading.active_count() > 1:
        return [job() for job in jobs]
    # Heavy to load, and of no use where little is done.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _jobs = jobs
    try:
        with ProcessPoolExecutor(processors, get_context("fork")) as pool:
            return list(pool.map(_do, range(len(jobs)), chunksize=max(1, len(jobs) // (processors * 16))))
    finally:
        _jobs = ()


def _do(number: int) -> Any:
    return _jobs[number]()
